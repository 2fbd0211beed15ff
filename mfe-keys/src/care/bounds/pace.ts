import { requestsPerMinuteMax } from '@sonaqor/contract/key-pace'
import type { Say } from '@sonaqor/module/texts'
import * as care from '../texts/en.ts'

/** How often a key may ask, from what was typed; null where it has no limit of its own. */
export const paceOf = (typed: string): number | null => (typed.trim() === '' ? null : Number(typed))

/** What is wrong with what was typed, if anything is. */
export function faultInPace(typed: string, say: Say): string | undefined {
  const pace = typed.trim()
  const isMeant = pace === '' || (/^[1-9]\d*$/.test(pace) && Number(pace) <= requestsPerMinuteMax)
  return isMeant ? undefined : say(care.paceStrange, { most: requestsPerMinuteMax })
}
