/** How often somebody is still reminded of a key before it ends. */
import type { Say } from '@sonaqor/module/texts'
import * as care from '../care/texts/en.ts'

const dayMs = 24 * 3_600_000
const daysBefore = [30, 14, 7, 1]

/** In words; empty where the key ends before the last of them. */
export function remindersLeft(endsAt: string, nowMs: number, say: Say): string {
  const leftMs = Date.parse(endsAt) - nowMs
  const count = daysBefore.filter((days) => days * dayMs < leftMs).length
  return count === 0 ? '' : say(care.remindedBefore, { count })
}
