import { eventTypes } from '@sonaqor/contract/contract'
import type { LogEntry, LogRelated } from '@sonaqor/contract/logs'
import { lockOf, type Principal, type TenantPrincipal } from '../../../core/access/index.ts'
import { createHearing } from '../../../core/live/index.ts'
import type { Scope } from '../../../core/scope/index.ts'
import { sendingsOf } from '../again/sent-again.store.ts'
import { auditedOf, deliveredOf, eventsOf, type TellingEvent } from './related.view.ts'

const most = 100

/** Whoever hears of an event when it happens may see later that it did. */
const hearing = createHearing(eventTypes)

/** What a request led to, as far as whoever asks may see each, in order. */
export async function relatedTo(scope: Scope, entry: LogEntry): Promise<LogRelated[]> {
  const events = isHeard(scope.principal) ? await heardOf(scope, scope.principal, entry) : []
  // Of an event that a locked session does not hear of it is not told where it went.
  const isLocked = lockOf(scope.principal) !== null
  const others = [
    ...(await auditedOf(scope, entry, most)),
    ...(isLocked ? [] : await deliveredOf(scope, entry, most)),
    ...(await sendingsOf(scope, entry)),
  ]
  return [...events, ...others].toSorted(inOrder).slice(0, most)
}

const inOrder = (one: LogRelated, other: LogRelated) =>
  Date.parse(one.at) - Date.parse(other.at) || (one.id < other.id ? -1 : 1)

const isHeard = (principal: Principal): principal is TenantPrincipal =>
  ['member', 'key', 'embed'].includes(principal.kind)

async function heardOf(
  scope: Scope,
  principal: TenantPrincipal,
  entry: LogEntry,
): Promise<LogRelated[]> {
  const audience = hearing.audienceOf(principal)
  const events = await eventsOf(scope, entry, most)
  return events
    .filter((event) => {
      const numbered = { ...event, position: 0, sequence: 0 }
      return hearing.hears(audience, numbered) && hearing.concerns(principal, numbered)
    })
    .map((event) => toRelated(event, lockOf(principal) !== null))
}

/** An id may be that of a customer whom a locked session does not see. */
const toRelated = ({ id, at, type, ref }: TellingEvent, isLocked: boolean): LogRelated => ({
  kind: 'event',
  id,
  at: at.toISOString(),
  name: type,
  ids: isLocked ? {} : ref,
})
