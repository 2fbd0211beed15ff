import type { Say } from '@sonaqor/module/texts'
import * as texts from '../texts/en.ts'
import { lifetimes, type Lifetime } from './expiry.ts'

/** How long a key may live, to choose from. */
export function lifetimesIn(say: Say): { value: Lifetime; label: string }[] {
  return [
    { value: 'unending', label: say(texts.neverEnds) },
    { value: 'week', label: say(texts.inDays, { count: lifetimes.week }) },
    { value: 'month', label: say(texts.inDays, { count: lifetimes.month }) },
    { value: 'quarter', label: say(texts.inDays, { count: lifetimes.quarter }) },
    { value: 'year', label: say(texts.inOneYear) },
  ]
}
