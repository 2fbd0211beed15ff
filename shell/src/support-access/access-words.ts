/** How looks are spoken of. */
import type { SupportAccess } from '@sonaqor/contract/support-access'
import type { Tone } from '@sonaqor/ui'
import type { Say, Text } from '@sonaqor/ui/texts'
import * as texts from './texts/en.ts'

export const nameOf = ({ staff }: Pick<SupportAccess, 'staff'>, say: Say): string =>
  staff?.name ?? say(texts.anybodyOfSonaqor)

/** What each scope shows that may be lent at all. */
export const scopeWords: Readonly<Record<string, Text>> = {
  'projects:read': texts.projectsWord,
  'apps:read': texts.appsWord,
  'keys:read': texts.keysWord,
  'logs:read': texts.logsWord,
  'webhooks:read': texts.webhooksWord,
}

export const stateWords: Readonly<Record<SupportAccess['state'], readonly [Text, Tone]>> = {
  requested: [texts.stateRequested, 'warning'],
  running: [texts.stateRunning, 'success'],
  over: [texts.stateOver, 'neutral'],
  denied: [texts.stateDenied, 'danger'],
  withdrawn: [texts.stateWithdrawn, 'neutral'],
  lapsed: [texts.stateLapsed, 'neutral'],
}

/** Whole hours as hours, all else as minutes. */
export function lengthOf(minutes: number, say: Say): string {
  return minutes % 60 === 0
    ? say(texts.hoursLong, { hours: minutes / 60 })
    : say(texts.minutesLong, { minutes })
}
