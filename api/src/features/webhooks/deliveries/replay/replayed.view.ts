/**
 * What a replay is made of, in the order of the events: deliveries of an endpoint, and events that it would
 * get today and has none of. What was given up since a time comes in the order in which it was. It is counted, shown and put in line by this one question.
 */
import type { Scope } from '../../../../core/scope/index.ts'
import { firstIdOf } from '../../../logs/index.ts'
import type { EndpointRow } from '../../endpoints/endpoints.store.ts'
import { tellsOfNoneWide } from '../../endpoints/whose.ts'
import { fanOut } from '../../engine/fan-out.ts'
import { payloadOf } from '../../attempt/payload.ts'
import { passes } from '../../shaping/filter.ts'
import { typesFor } from './types-for.ts'
import { givenUpAfter } from './given-up.view.ts'
import type { ReplayedState, ReplayParams } from './replay-params.ts'

export interface Replay {
  readonly by: ReplayParams['by']
  readonly from: Date
  readonly to: Date
  readonly states: readonly ReplayedState[]
  readonly eventTypes: readonly string[]
  readonly exceptTypes: readonly string[]
  /** Of the job that puts them in line: each of them once, however often it is begun. */
  readonly jobId: string | null
}

export interface Replayed {
  readonly eventId: string
  /** Null where there is none yet. */
  readonly deliveryId: string | null
  readonly eventType: string
  readonly state: ReplayedState
  /** When its event happened. */
  readonly at: Date
}

interface Row {
  readonly event_id: string
  readonly delivery_id: string | null
  readonly event_type: string
  readonly state: ReplayedState
  readonly at: Date
  readonly data: object | null
}

export interface Place {
  /** The event behind which they stand, or when what stands before them was given up. */
  readonly after: string | null
  readonly bound: number
}

export interface Lot {
  readonly rows: Replayed[]
  /** Behind which it goes on; null where these were the last. */
  readonly next: string | null
}

/** The first of them behind an event, or fewer where a filter lets not all of so many through. */
export async function replayedAfter(
  scope: Scope,
  endpoint: EndpointRow,
  replay: Replay,
  { after, bound }: Place,
): Promise<Lot> {
  if (replay.by === 'given-up') return givenUpAfter(scope, endpoint, replay, { after, bound })
  const span = { after: after ?? lowest, bound }
  const parts = [hadOnes(scope, endpoint, replay, span), missed(scope, endpoint, replay, span)]
  const asked = parts.filter((part) => part !== null)
  if (asked.length === 0) return { rows: [], next: null }
  const { rows } = await scope.db.raw<Row>(
    `select * from (${asked.map(({ sql }) => `(${sql})`).join(' union all ')}) as found
     order by event_id limit ?`,
    [...asked.flatMap(({ bindings }) => bindings), bound],
  )
  const through = rows.filter(
    ({ data, event_type: type, at }) =>
      data === null || passes(endpoint.filter, JSON.parse(payloadOf({ type, at, data })) as object),
  )
  return {
    rows: through.map((row) => ({
      eventId: row.event_id,
      deliveryId: row.delivery_id,
      eventType: row.event_type,
      state: row.state,
      at: row.at,
    })),
    next: rows.length < bound ? null : (rows.at(-1)?.event_id ?? null),
  }
}

const lowest = '00000000-0000-0000-0000-000000000000'

interface Part {
  readonly sql: string
  readonly bindings: readonly unknown[]
}

interface Span {
  readonly after: string
  readonly bound: number
}

function hadOnes(
  { tenantId }: Scope,
  endpoint: EndpointRow,
  { from, to, states, eventTypes, exceptTypes, jobId }: Replay,
  { after, bound }: Span,
): Part | null {
  const had = states.filter((state) => state !== 'missing')
  if (had.length === 0) return null
  const ofTypes = eventTypes.length > 0 ? 'and event_type = any(?)' : ''
  return {
    // The states stand in it as in the index of those that are few.
    sql: `select event_id, id as delivery_id, event_type, state, happened_at as at, null::jsonb as data
      from webhook_deliveries
      where tenant_id = ? and endpoint_id = ? and not is_test
        and state in (${had.map((state) => `'${state}'`).join(', ')})
        and event_id > ? and event_id >= ? and event_id < ?
        and (replay_id is null or replay_id <> ?) ${ofTypes}
        and event_type <> all(?)
      order by event_id limit ?`,
    bindings: [
      tenantId,
      endpoint.id,
      after,
      firstIdOf(from),
      firstIdOf(to),
      jobId ?? lowest,
      ...(eventTypes.length > 0 ? [eventTypes] : []),
      exceptTypes,
      bound,
    ],
  }
}

/** Those that were told of before the endpoint was made are among them; those being told of just now are not. */
function missed(
  { tenantId }: Scope,
  endpoint: EndpointRow,
  { from, to, states, eventTypes, exceptTypes }: Replay,
  { after, bound }: Span,
): Part | null {
  const types = typesFor(endpoint).filter(
    (type) => (eventTypes.length === 0 || eventTypes.includes(type)) && !exceptTypes.includes(type),
  )
  if (!states.includes('missing') || types.length === 0) return null
  const isFiltered = endpoint.filter.length > 0
  const ofApp =
    endpoint.reach === 'app' ? `and (app_id is null or app_id = ?) and ${tellsOfNoneWide}` : ''
  return {
    sql: `select id as event_id, null::uuid as delivery_id, type as event_type, 'missing' as state,
        at, ${isFiltered ? 'data' : 'null::jsonb'} as data
      from events
      where tenant_id = ? and id > ? and id >= ? and id < ? and type = any(?)
        and (environment is null or environment = ?) ${ofApp} and position <= (${readTo})
        and not exists (
          select from webhook_deliveries
          where webhook_deliveries.tenant_id = events.tenant_id and endpoint_id = ?
            and event_id = events.id
        )
      order by id limit ?`,
    bindings: [
      tenantId,
      after,
      firstIdOf(from),
      firstIdOf(to),
      types,
      endpoint.environment,
      ...(endpoint.reach === 'app' ? [endpoint.app_id] : []),
      fanOut.name,
      fanOut.name,
      tenantId,
      endpoint.id,
      bound,
    ],
  }
}

/** What comes behind this is still to be delivered, by whoever reads the events. */
const readTo = `
  select least(
    coalesce((select position from event_readers where name = ?), ${Number.MAX_SAFE_INTEGER}),
    (select position from event_reader_delays where reader = ? and tenant_id = ?)
  )`
