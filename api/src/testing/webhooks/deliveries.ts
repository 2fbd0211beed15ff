/** Deliveries of all kinds for tests, as if the engine had made them over the last while. */
import type { DeliveryState } from '@sonaqor/contract/webhook-bounds'
import { uuidv7 } from '../../core/crypto/index.ts'
import type { World } from '../world.ts'

export interface Delivered {
  readonly endpointId: string
  readonly count: number
  readonly state?: DeliveryState
  readonly eventType?: string
  /** When the event of the first of them happened; the others follow, `everyMs` behind one another. */
  readonly from?: Date
  readonly everyMs?: number
  /** Of the last attempt; null for one that was not answered. */
  readonly status?: number | null
  readonly attempts?: number
  readonly requestId?: string
  /** What the event tells, for each of them. */
  readonly data?: (place: number) => object
  /** What is sent in place of what the event tells. */
  readonly payload?: string
  readonly isTest?: boolean
}

const isDue = (state: DeliveryState) => state === 'waiting' || state === 'retrying'

/** Answers their ids, and those of their events, the first first. */
export async function writeDeliveries(
  world: World,
  asked: Delivered,
): Promise<{ id: string; eventId: string }[]> {
  const { endpointId, count, state = 'delivered', eventType = 'keys.overlap-ended' } = asked
  const { everyMs = 1000, status = 200, attempts = state === 'waiting' ? 0 : 1 } = asked
  const from = asked.from ?? new Date(Date.now() - 60_000 - count * everyMs)
  const rows = Array.from({ length: count }, (_, n) => {
    const at = new Date(from.getTime() + n * everyMs)
    return { at, id: uuidv7(at), eventId: uuidv7(at), data: asked.data?.(n) ?? { nth: n } }
  })
  await world.db.query(
    `with made as (
       select r.*, e.tenant_id, e.environment, e.id as endpoint_id, e.app_id
       from json_to_recordset($1) as r(id uuid, "eventId" uuid, at timestamptz, data jsonb)
       cross join webhook_endpoints e where e.id = $2
     ), told as (
       insert into events (tenant_id, environment, id, app_id, type, ref, data, at)
       select tenant_id, environment, "eventId", app_id, $3, '{}', data, at from made
     ), tried as (
       insert into webhook_attempts (tenant_id, environment, delivery_id, number, endpoint_id, at,
         cause, status, fault, latency_ms, url, request_headers, response_headers, response_body,
         response_bytes, response_cut)
       select tenant_id, environment, id, number, endpoint_id, at + number * interval '1 s', 'schedule',
         $5, case when $5::integer between 200 and 299 then null when $5 is null then 'timeout' else 'status' end,
         12.5, 'https://receiver.test/hooks',
         jsonb_build_object('webhook-id', "eventId", 'webhook-signature', 'v1,c2lnbmVk', 'content-length', '61', 'X-Token', 'of the maker'),
         case when $5 is not null then '{"content-type":"application/json","content-length":"24","etag":"of these","x-content-sha256":"of these","set-cookie":"session=1"}'::jsonb end,
         case when $5 is not null then '{"ok":"of the receiver"}' end, 24, false
       from made cross join generate_series(1, $6::integer) number
     )
     insert into webhook_deliveries (tenant_id, environment, id, endpoint_id, app_id, event_id,
       event_type, request_id, is_test, state, attempts, payload, last_status, last_fault,
       last_latency_ms, happened_at, created_at, due_at, settled_at)
     select tenant_id, environment, id, endpoint_id, app_id, "eventId", $3, $7, $8, $4, $6, $9,
       case when $6::integer > 0 then $5::integer end,
       case when $6 = 0 or $5 between 200 and 299 then null when $5 is null then 'timeout' else 'status' end,
       case when $6 > 0 then 12.5 end, at, at,
       case when $10::boolean then at + interval '1 h' end, case when not $10 then at end
     from made`,
    [
      JSON.stringify(rows),
      endpointId,
      eventType,
      state,
      status,
      attempts,
      asked.requestId ?? null,
      asked.isTest ?? false,
      asked.payload ?? null,
      isDue(state),
    ],
  )
  return rows.map(({ id, eventId }) => ({ id, eventId }))
}
