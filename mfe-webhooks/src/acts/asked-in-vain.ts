import type { Say } from '@sonaqor/module/texts'
import * as texts from '../texts/en.ts'

/** What the API says of an address that was asked and does not agree, and what it says of why. */
const saidOf = /^The endpoint has not agreed to get events(?:: (.+))?\. Have it answer/

const reasons: Readonly<Record<string, RegExp>> = {
  late: /did not answer within/,
  unreachable: /could not be reached/,
  refused: /it answered (\d+)/,
  silent: /without WebHook-Allowed-Origin/,
  stranger: /another origin than (\S+)/,
}

/** In the reader's words; undefined for what is another failure. */
export function askedInVain(error: Error, say: Say): { title: string; detail: string } | undefined {
  const said = saidOf.exec(error.message)
  if (!said) return undefined
  const [, why = ''] = said
  const [reason = 'else', words = / /] =
    Object.entries(reasons).find(([, one]) => one.test(why)) ?? []
  const [, value = ''] = words.exec(why) ?? []
  return {
    title: say(texts.askedInVain),
    detail: say(texts.askedInVainBecause, { reason, value, why }),
  }
}
