import type { OpenedSession } from '@sonaqor/contract/embeds'
import { Banner, useLocale, useText } from '@sonaqor/ui'
import * as texts from './texts/en.ts'

type Filters = NonNullable<OpenedSession['filters']>

/** What the session is locked to, as sentences: its page sees no customer beside these. */
export function LockedTo({ filters }: { readonly filters: Filters }) {
  const say = useText()
  const locale = useLocale()
  const { externalIds, customers, regions, masked } = filters
  const list = (names: readonly string[]) =>
    new Intl.ListFormat(locale, { type: 'conjunction' }).format(names)
  return (
    <Banner tone="info" title={say(texts.lockedTitle)}>
      <ul className="sq-embeds-lock">
        {customers !== null && (
          <li>
            {externalIds
              ? say(texts.lockedToNamed, { count: customers, names: list(externalIds) })
              : say(texts.lockedToSome, { count: customers })}
          </li>
        )}
        {regions && (
          <li>{say(texts.lockedToRegions, { count: regions.length, names: list(regions) })}</li>
        )}
        {masked && <li>{say(texts.lockedMasked)}</li>}
        <li>{say(texts.lockedUnknown)}</li>
      </ul>
    </Banner>
  )
}
