/** What an endpoint was given up for since a time, in the order in which that was. */
import type { Scope } from '../../../../core/scope/index.ts'
import type { EndpointRow } from '../../endpoints/endpoints.store.ts'
import type { Lot, Place, Replay, Replayed } from './replayed.view.ts'

type Row = {
  readonly [Column in 'event_id' | 'delivery_id' | 'event_type' | 'given_up_at']: string
} & { readonly at: Date }

export async function givenUpAfter(
  scope: Scope,
  endpoint: EndpointRow,
  { from, to, eventTypes, exceptTypes, jobId }: Replay,
  { after, bound }: Place,
): Promise<Lot> {
  const [givenUpAt, deliveryId] = after?.split(' ') ?? [from, lowest]
  const { rows } = await scope.db.raw<Row>(
    `select event_id, id as delivery_id, event_type, happened_at as at,
       app.micros(settled_at) as given_up_at
     from webhook_deliveries
     where tenant_id = ? and endpoint_id = ? and state = 'failed' and not is_test
       and settled_at >= ? and settled_at < ? and event_type <> all(?)
       and (settled_at, id) > (${after === null ? '?::timestamptz' : instant}, ?::uuid)
       and (replay_id is null or replay_id <> ?) and (cardinality(?::text[]) = 0 or event_type = any(?))
     order by settled_at, id limit ?`,
    [
      scope.tenantId,
      endpoint.id,
      from,
      to,
      exceptTypes,
      givenUpAt,
      deliveryId,
      jobId ?? lowest,
      eventTypes,
      eventTypes,
      bound,
    ],
  )
  const last = rows.at(-1)
  return {
    rows: rows.map(toReplayed),
    next: last && rows.length === bound ? `${last.given_up_at} ${last.delivery_id}` : null,
  }
}

const lowest = '00000000-0000-0000-0000-000000000000'
/** From the microseconds that stand in a place: an instant of a process has none. */
const instant = `'epoch'::timestamptz + ?::bigint * interval '1 microsecond'`

const toReplayed = (row: Row): Replayed => ({
  eventId: row.event_id,
  deliveryId: row.delivery_id,
  eventType: row.event_type,
  state: 'failed',
  at: row.at,
})
