import { designTokens, type TokenName } from '@sonaqor/embed/appearance'
import { Button, Field, Icon, useText } from '@sonaqor/ui'
import { isRight, type ChosenLook, type Layer } from './chosen-look.ts'
import { isWeak, type Contrast } from './contrast.ts'
import * as texts from './texts/en.ts'
import type { AsBuilt } from './as-built.ts'
import { TokenControl } from './token-control.tsx'
import { useMeanings } from './use-meanings.ts'

interface TokenRowsProps {
  readonly names: readonly TokenName[]
  readonly look: ChosenLook
  readonly layer: Layer
  readonly contrasts: readonly Contrast[]
  readonly asBuilt: AsBuilt
  readonly onChange: (name: TokenName, value: string) => void
}

/** Each token with its meaning, its control, and what is hard to read because of it. */
export function TokenRows({ names, look, layer, contrasts, asBuilt, onChange }: TokenRowsProps) {
  const meaningOf = useMeanings()
  const say = useText()
  return (
    <ul className="sq-appear-rows">
      {names.map((name) => {
        const own = look[layer][name] ?? ''
        const weak = contrasts.filter((one) => isWeak(one) && isOf(one, name))
        return (
          <li key={name} className="sq-appear-row" data-own={own !== '' || undefined}>
            <Field
              label={name}
              hint={meaningOf(name)}
              error={own === '' || isRight(name, own) ? undefined : errorOf(name, say)}
            >
              <TokenControl
                name={name}
                value={own}
                placeholder={(layer === 'dark' && look.tokens[name]) || asBuilt[name] || ''}
                onChange={(value) => onChange(name, value)}
              />
            </Field>
            {own !== '' && (
              <span className="sq-appear-row-act">
                <Button
                  look="quiet"
                  size="small"
                  icon="undo"
                  aria-label={say(texts.leaveAsBuilt, { name })}
                  onClick={() => onChange(name, '')}
                />
              </span>
            )}
            {own !== '' &&
              weak.slice(0, 2).map((one) => (
                <p key={`${one.words} ${one.ground}`} className="sq-appear-weak">
                  <Icon name="contrast" />
                  {say(texts.weakPair, {
                    words: one.words,
                    ground: one.ground,
                    ratio: shownRatio(one),
                    least: one.least,
                  })}
                </p>
              ))}
          </li>
        )
      })}
    </ul>
  )
}

const isOf = ({ words, ground }: Contrast, name: TokenName) => words === name || ground === name

/** Never rounded up to what it should have been. */
export const shownRatio = ({ ratio = 1 }: Contrast) => Math.floor(ratio * 10) / 10

const faults = {
  colour: texts.noColour,
  length: texts.noLength,
  font: texts.noFont,
  weight: texts.noWord,
  number: texts.noNumber,
  duration: texts.noDuration,
  shadow: texts.noShadow,
  transform: texts.noWord,
  line: texts.noWord,
  lineStyle: texts.noWord,
} as const

export const errorOf = (name: TokenName, say: ReturnType<typeof useText>) =>
  say(faults[designTokens[name][0]])
