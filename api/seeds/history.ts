/** The days before today: the traffic of every app, sent over HTTP while the clock runs through them. */
import type { Clock } from '../src/core/clock/index.ts'
import { createRandom } from './random.ts'
import { trafficOf, type AppKeys, type Ask } from './traffic.ts'

const hourMs = 3_600_000
const moments = 150
/** Most apps ask at each fifth moment. */
const quietPace = 5

export interface PastApp {
  readonly keys: AppKeys
  /** How often it has asked before, in a run that was cut off; it goes on from there. */
  readonly asked: number
  /** It asks at every moment, so that there is one with much to look at. */
  readonly isBusy: boolean
}

export interface History {
  readonly url: string
  readonly clock: Clock
  readonly apps: readonly PastApp[]
  readonly since: Date
  readonly until: Date
  /** What happens before each moment. */
  readonly upTo?: ((moment: Date) => Promise<void>) | undefined
  /** What happens beside the traffic of the apps, after that of each moment. */
  readonly meanwhile?: ((moment: number) => Promise<void>) | undefined
}

/** An app never asks twice at a time, so its past has an order. */
export async function sendHistory(history: History): Promise<void> {
  const { url, clock, apps, since, until, upTo, meanwhile } = history
  const askers = apps.map(({ keys, asked, isBusy }, place) => ({
    asked,
    pace: isBusy ? 1 : quietPace,
    next: trafficOf(place + 1, keys),
  }))
  for (const [moment, at] of momentsBetween(since, until).entries()) {
    await upTo?.(at)
    clock.set(at)
    const asks = askers
      .filter(({ pace }) => moment % pace === 0)
      .map(({ asked, pace, next }) => ({ ask: next(at), isNew: moment / pace >= asked }))
    await Promise.all(asks.filter(({ isNew }) => isNew).map(({ ask }) => send(url, ask)))
    await meanwhile?.(moment)
  }
}

/** More by day than by night, and the last ones within the hour before now. */
function momentsBetween(since: Date, until: Date): Date[] {
  const random = createRandom(2026)
  const spanMs = until.getTime() - since.getTime()
  const times = new Set<number>()
  while (times.size < moments) {
    const at = since.getTime() + random.between(1, spanMs)
    const hour = new Date(at).getUTCHours()
    if ((hour >= 7 && hour <= 20) || random.chance(0.2)) times.add(at)
  }
  const lately = [50, 21, 6].map((minutes) => until.getTime() - (minutes * hourMs) / 60)
  return [...times, ...lately].toSorted((one, other) => one - other).map((at) => new Date(at))
}

export async function send(url: string, { method, path, key, body }: Ask): Promise<void> {
  const response = await fetch(url + path, {
    method,
    headers: {
      authorization: `Bearer ${key}`,
      'user-agent': 'demo-partner/1.0',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  await response.arrayBuffer()
  if (response.status >= 500) throw new Error(`${method} ${path} answered ${response.status}`)
}
