/** Puts deliveries in the line of their endpoint once more. */
import type { Scope } from '../../../../core/scope/index.ts'
import type { EndpointRow } from '../../endpoints/endpoints.store.ts'
import { againState } from '../deliveries.store.ts'
import type { Replayed } from './replayed.view.ts'

export interface Due extends Replayed {
  readonly dueAt: Date
}

/** How many were put there: not one that somebody else has had sent again meanwhile. */
export async function putInLine(
  scope: Scope,
  endpoint: EndpointRow,
  jobId: string,
  due: readonly Due[],
): Promise<number> {
  const had = due.filter(({ deliveryId }) => deliveryId !== null)
  const missed = due.filter(({ deliveryId }) => deliveryId === null)
  return (await beginAnew(scope, jobId, had)) + (await begin(scope, endpoint, jobId, missed))
}

async function beginAnew(scope: Scope, jobId: string, due: readonly Due[]): Promise<number> {
  if (due.length === 0) return 0
  const { rows } = await scope.db.raw<{ id: string }>(
    `update webhook_deliveries as d
     set state = ${againState}, step = 0, cause = 'replay', replay_id = ?, settled_at = null,
       due_at = line.due_at
     from unnest(?::uuid[], ?::timestamptz[]) as line (id, due_at)
     where d.tenant_id = ? and d.id = line.id and d.due_at is null
     returning d.id`,
    [jobId, due.map(({ deliveryId }) => deliveryId), due.map(({ dueAt }) => dueAt), scope.tenantId],
  )
  return rows.length
}

/** In the order of the events: who has one sent that somebody else is just putting in line waits for them. */
async function begin(
  scope: Scope,
  endpoint: EndpointRow,
  jobId: string,
  due: readonly Due[],
): Promise<number> {
  if (due.length === 0) return 0
  const { rows } = await scope.db.raw<{ id: string }>(
    `insert into webhook_deliveries (tenant_id, environment, id, endpoint_id, app_id, event_id,
       event_type, request_id, state, cause, position, happened_at, created_at, due_at, replay_id)
     select events.tenant_id, ?, line.id, ?, ?, events.id, events.type, events.request_id, 'waiting',
       'replay', coalesce(events.position, 0), events.at, ?, line.due_at, ?
     from unnest(?::uuid[], ?::uuid[], ?::timestamptz[]) as line (id, event_id, due_at)
     join events on events.tenant_id = ? and events.id = line.event_id
     order by events.id
     on conflict do nothing
     returning id`,
    [
      endpoint.environment,
      endpoint.id,
      endpoint.app_id,
      scope.now(),
      jobId,
      due.map(() => scope.newId()),
      due.map(({ eventId }) => eventId),
      due.map(({ dueAt }) => dueAt),
      scope.tenantId,
    ],
  )
  return rows.length
}
