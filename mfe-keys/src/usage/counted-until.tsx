import { Said, useLocale, useText } from '@sonaqor/ui'
import * as care from '../care/texts/en.ts'
import * as texts from '../texts/en.ts'
import { usesAppearWithinMs } from '../rotate/rotation-of.ts'

/**
 * The moment that what is counted holds for: what was used since then is not in it yet. It stands apart from
 * a verdict that is read aloud, for it turns with each reading.
 */
export function CountedUntil({ of: { asOf } }: { readonly of: { readonly asOf: string } }) {
  const say = useText()
  const locale = useLocale()
  return (
    <p className="sq-key-use-note">
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
