import { exactly, RelativeTime, Said, useLocale, useNow, useText } from '@sonaqor/ui'
import * as texts from '../texts/en.ts'

const minuteMs = 60_000

/** When a key was of use last, for whoever is about to end that: what is "now" in a list is no end of a sentence. */
export function LastAccepted({ at }: { readonly at: string }) {
  const say = useText()
  const locale = useLocale()
  const isJust = useNow() - Date.parse(at) < minuteMs
  const when = isJust ? (
    <time dateTime={at} title={exactly(new Date(at), locale)}>
      {say(texts.underAMinuteAgo)}
    </time>
  ) : (
    <RelativeTime at={at} />
  )
  return <Said of={texts.lastRequestCame} with={{ when }} />
}
