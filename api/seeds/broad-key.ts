/**
 * A key that asks for one thing each night, for longer than a month, and holds more than that: so the adviser
 * has something to propose, and all that is told of the key happened.
 */
import type { Client } from '@sonaqor/contract/client'
import type { Clock } from '../src/core/clock/index.ts'
import { send } from './history.ts'

/** What a key can do without is told after a month, and no sooner. */
export const nightlyDays = 40
export const nightlyLabel = 'Nightly report'

const dayMs = 24 * 3_600_000
/** After midnight in UTC. */
const nightMs = 100 * 60_000

/** Lets the nights pass that are not over yet, up to a moment. */
export type PassNights = (until: Date) => Promise<void>

interface Nights {
  readonly url: string
  readonly clock: Clock
  readonly api: Client
  readonly appId: string
}

/** Issues the key, and asks with it in each night from now on. */
export async function beginNights({ url, clock, api, appId }: Nights): Promise<PassNights> {
  const { secret } = await api.keys.issue({
    body: { appId, label: nightlyLabel, scopes: ['apps:read', 'keys:read', 'logs:read'] },
  })
  let next = (Math.floor(clock.now().getTime() / dayMs) + 1) * dayMs + nightMs
  return async (until) => {
    for (; next <= until.getTime(); next += dayMs) {
      clock.set(new Date(next))
      await send(url, { method: 'GET', path: '/v1/apps', key: secret })
    }
  }
}
