import type { Say } from '@sonaqor/module/texts'
import * as texts from '../texts/en.ts'
import { lifetimes, type Lifetime } from './key-draft.ts'

/** How long a key may live, to choose from. */
export function lifetimesIn(say: Say): { value: Lifetime; label: string }[] {
  return [
    { value: 'unending', label: say(texts.untilRevoked) },
    { value: 'week', label: say(texts.days, { count: lifetimes.week }) },
    { value: 'month', label: say(texts.days, { count: lifetimes.month }) },
    { value: 'quarter', label: say(texts.days, { count: lifetimes.quarter }) },
    { value: 'year', label: say(texts.oneYear) },
  ]
}
