/** Tenants that a reader could not read to: where each stands, and when it is tried again. */
import { systemPrincipal } from '../access/index.ts'
import type { EventReader } from '../feature/index.ts'
import type { Scope } from '../scope/index.ts'
import { readTo, type Fault } from './read-to.ts'
import type { EventRow } from './reader.ts'

interface Delay {
  readonly reader: string
  readonly tenant_id: string
  /** Up to here everything of this tenant has been read. */
  readonly position: number
  readonly attempts: number
  readonly retry_at: Date
}

const eventsAtOnce = 100
const firstPauseMs = 1000
const longestPauseMs = 5 * 60_000

const delaysOf = (scope: Scope, reader: string) =>
  scope.db<Delay>('event_reader_delays').where({ reader })

/** The tenants whose events wait; nothing newer is read to them. */
export async function delayedTenants(scope: Scope, reader: string): Promise<Set<string>> {
  const delays = await delaysOf(scope, reader).select('tenant_id')
  return new Set(delays.map(({ tenant_id }) => tenant_id))
}

/** What a turn of a tenant that was put off came to. */
export interface Turn {
  readonly fault: Fault | null
  /** Whether it is put off no more. */
  readonly isThrough: boolean
}

/** Tries the one again that has waited longest since its pause was over; nothing where there is none. */
export async function retryNext(
  scope: Scope,
  reader: EventReader,
  upTo: number,
): Promise<Turn | null> {
  const due = delaysOf(scope, reader.name).where('retry_at', '<=', scope.now())
  const delay = await due.orderBy('retry_at').first()
  return delay ? catchUp(scope, reader, delay, upTo) : null
}

type Place = Pick<Delay, 'reader' | 'tenant_id' | 'position'>

/** Each attempt in a row at the same event waits twice as long as the one before it. */
export async function putOff(scope: Scope, place: Place, attempts = 1): Promise<void> {
  const pauseMs = Math.min(firstPauseMs * 2 ** (attempts - 1), longestPauseMs)
  const retry_at = new Date(scope.now().getTime() + pauseMs)
  await scope
    .db<Delay>('event_reader_delays')
    .insert({ ...place, attempts, retry_at })
    .onConflict(['reader', 'tenant_id'])
    .merge()
}

/**
 * Reads on for a tenant that was put off, one event at a time: those before the one that goes wrong
 * are done with, and none after it is read before it.
 */
async function catchUp(
  scope: Scope,
  reader: EventReader,
  delay: Delay,
  upTo: number,
): Promise<Turn> {
  const { tenant_id } = delay
  await scope.enter(systemPrincipal(reader.name, tenant_id))
  const rows = await scope
    .db<EventRow>('events')
    .where('position', '>', delay.position)
    .where('position', '<=', upTo)
    .orderBy('position')
    .limit(eventsAtOnce)
  let { position } = delay
  for (const row of rows) {
    const fault = await readTo(scope, reader, tenant_id, [row])
    if (fault) {
      const attempts = position === delay.position ? delay.attempts + 1 : 1
      await putOff(scope, { reader: reader.name, tenant_id, position }, attempts)
      return { fault, isThrough: false }
    }
    position = row.position
  }
  const delayed = delaysOf(scope, reader.name).where({ tenant_id })
  const isThrough = rows.length < eventsAtOnce
  await (isThrough
    ? delayed.delete()
    : delayed.update({ position, attempts: 1, retry_at: scope.now() }))
  return { fault: null, isThrough }
}
