import type { KeyRotation } from '@sonaqor/contract/key-rotation'
import { Said, useLocale, useText } from '@sonaqor/ui'
import * as care from '../care/texts/en.ts'
import * as texts from '../texts/en.ts'
import { usesAppearWithinMs } from './rotation-of.ts'

/**
 * The moment that a verdict over the old secret holds for: what was used since then is not in it yet. It
 * stands apart from the verdict, which is read aloud, for it turns with each reading.
 */
export function CountedUntil({ of: { asOf } }: { readonly of: Pick<KeyRotation, 'asOf'> }) {
  const say = useText()
  const locale = useLocale()
  return (
    <p className="sq-rotation-use">
      <Said
        of={texts.countedUntil}
        with={{
          when: (
            <time dateTime={asOf}>
              {new Date(asOf).toLocaleTimeString(locale, { timeStyle: 'medium' })}
            </time>
          ),
        }}
      />{' '}
      {say(care.usesAppear, { seconds: usesAppearWithinMs / 1000 })}
    </p>
  )
}
