import { propertyOf, type DesignTokens } from '@sonaqor/embed/appearance'
import { Surface, useLocale, useText } from '@sonaqor/ui'
import { useLayoutEffect, useRef, type CSSProperties, type ReactNode } from 'react'
import { rightOf, type ChosenLook, type Layer } from './chosen-look.ts'
import { contrastsAt, type Contrast } from './contrast.ts'
import { asBuiltAt, type AsBuilt } from './as-built.ts'
import { LookSpecimen } from './look-specimen.tsx'
import * as texts from './texts/en.ts'

/** Hears how the colours of the preview contrast, and what tokens are unless they are chosen. */
export type Measure = (contrasts: readonly Contrast[], asBuilt: AsBuilt) => void

interface LookPreviewProps {
  readonly look: ChosenLook
  readonly layer: Layer
  readonly onMeasured: Measure
}

/** Parts of ours as they would stand in a partner's page, drawn with the tokens that are chosen. */
export function LookPreview({ look, layer, onMeasured }: LookPreviewProps) {
  const say = useText()
  const locale = useLocale()
  const theme = layer === 'dark' ? 'dark' : 'light'
  const chosen = { ...rightOf(look.tokens), ...(layer === 'dark' && rightOf(look.dark)) }
  return (
    <section
      className="sq-appear-preview"
      aria-label={say(texts.preview)}
      style={{ ...ownPage, ...propertiesOf(chosen) }}
    >
      <Surface appearance={{ theme, density: look.density }} locale={locale}>
        <Measured key={theme} chosen={chosen} onMeasured={onMeasured}>
          <LookSpecimen />
        </Measured>
      </Surface>
    </section>
  )
}

/** What the shell covers of the window is not covered in a partner's page. */
const ownPage = { '--sonaqor-top': '0px', '--sonaqor-bottom': '0px' } as CSSProperties

const propertiesOf = (tokens: DesignTokens): CSSProperties =>
  Object.fromEntries(Object.entries(tokens).map(([name, value]) => [propertyOf(name), value]))

interface MeasuredProps {
  readonly chosen: DesignTokens
  readonly onMeasured: Measure
  readonly children: ReactNode
}

/** Measures contrasts where the parts stand, for only there their colours are what they will be. */
function Measured({ chosen, onMeasured, children }: MeasuredProps) {
  const place = useRef<HTMLSpanElement>(null)
  const written = JSON.stringify(chosen)
  useLayoutEffect(() => {
    if (place.current) onMeasured(contrastsAt(place.current, chosen), asBuiltAt(place.current))
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- measured anew when the look is another
  }, [written, onMeasured])
  return (
    <>
      <span ref={place} hidden />
      {children}
    </>
  )
}
