/** How a worker reaches the lanes of all tenants; each is one statement, and a transaction of its own. */
import type { Environment } from '@sonaqor/contract/access'
import type { AttemptCause, AttemptFault, DeliveryState } from '@sonaqor/contract/webhook-bounds'
import { uuidArray, type Database } from '../../../core/database/index.ts'

export interface LaneFacts {
  readonly tenantId: string
  readonly environment: Environment
  readonly endpointId: string
  readonly appId: string
  /** Of its endpoint: what is known of that holds for this one alone. */
  readonly revision: number
  readonly isActive: boolean
  readonly notBefore: string | null
  readonly pauses: number
}

/** A delivery whose time has come, or in an ordered lane, the next ones. */
export interface Due {
  readonly id: string
  readonly eventId: string
  readonly type: string
  readonly at: string
  /** Of its event; null where that is gone, or where the payload is kept. */
  readonly data: unknown
  readonly payload: string | null
  readonly attempts: number
  readonly step: number
  readonly cause: AttemptCause
  /** In microseconds, as the database counts them. */
  readonly due: number
}

export interface Taken {
  readonly lane: LaneFacts
  readonly deliveries: readonly Due[] | null
}

export interface Taking {
  readonly worker: string
  readonly moment: Date
  /** How many lanes more there is place for. */
  readonly places: number
  readonly roomOfNew: number
  readonly roomy: readonly { readonly endpointId: string; readonly room: number }[]
  readonly atHand: readonly string[]
}

export const take = (database: Database, taking: Taking): Promise<Taken[]> =>
  database.query<Taken>('select * from app.take_webhooks($1, $2, $3, $4, $5, $6, $7)', [
    taking.worker,
    taking.moment,
    taking.places,
    uuidArray(taking.roomy.map(({ endpointId }) => endpointId)),
    taking.roomy.map(({ room }) => room),
    taking.roomOfNew,
    uuidArray(taking.atHand),
  ])

/** What became of a delivery, and of its attempt if one was made; named as the door reads it. */
export interface Result {
  readonly tenant_id: string
  readonly environment: Environment
  readonly endpoint_id: string
  readonly id: string
  readonly number: number
  readonly due: number
  readonly attempt: AttemptRow | null
  readonly state: DeliveryState
  readonly step: number
  readonly due_at: Date | null
  readonly settled_at: Date | null
  /** Kept from now on, so that each further attempt has the same bytes. */
  readonly payload: string | null
}

export interface AttemptRow {
  readonly at: Date
  readonly cause: AttemptCause
  readonly status: number | null
  readonly fault: AttemptFault | null
  readonly detail: string | null
  readonly latency_ms: number
  readonly dns_ms: number | null
  readonly connect_ms: number | null
  readonly tls_ms: number | null
  readonly first_byte_ms: number | null
  readonly address: string | null
  readonly url: string
  readonly request_headers: Readonly<Record<string, string>>
  readonly response_headers: Readonly<Record<string, string>> | null
  readonly response_body: string | null
  readonly response_bytes: number | null
  readonly response_cut: boolean | null
}

export interface CountRow {
  readonly tenant_id: string
  readonly environment: Environment
  readonly endpoint_id: string
  readonly app_id: string
  readonly minute: Date
  attempts: number
  succeeded: number
  delivered: number
  failed: number
  readonly latencies: number[]
}

export interface ToldRow {
  readonly tenant_id: string
  readonly environment: Environment
  readonly id: string
  readonly app_id: string
  readonly endpoint_id: string
  readonly at: Date
  /** Its endpoint is for all apps, and nobody who is held to one hears of it. */
  readonly is_wide: boolean
}

export interface Settling {
  readonly results: readonly Result[]
  readonly counts: readonly CountRow[]
  readonly told: readonly ToldRow[]
}

export async function settle(
  database: Database,
  worker: string,
  { results, counts, told }: Settling,
): Promise<void> {
  const flat = results.map(({ attempt, ...rest }) => ({
    ...rest,
    is_made: attempt !== null,
    ...attempt,
  }))
  const given = [flat, counts, told].map((rows) => JSON.stringify(rows))
  await database.query('select app.settle_webhooks($1, $2, $3, $4)', [worker, ...given])
}

/** Renews the leases of these, and frees what others have left behind; says which are still held. */
export async function keep(
  database: Database,
  worker: string,
  held: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await database.query<{ id: string }>('select app.keep_webhook_lanes($1, $2) as id', [
    worker,
    uuidArray(held),
  ])
  return new Set(rows.map(({ id }) => id))
}

/** Says which were: one that somebody is just putting something into is not. */
export async function giveBack(
  database: Database,
  worker: string,
  idle: readonly string[],
): Promise<readonly string[]> {
  const rows = await database.query<{ id: string }>(
    'select app.give_back_webhook_lanes($1, $2) as id',
    [worker, uuidArray(idle)],
  )
  return rows.map(({ id }) => id)
}

/** Of the endpoint as it was then: one that was changed since does not pause. */
export async function pause(
  database: Database,
  worker: string,
  { endpointId, revision }: Pick<LaneFacts, 'endpointId' | 'revision'>,
  until: { readonly notBefore: Date | null; readonly pauses: number },
): Promise<void> {
  const values = [worker, endpointId, revision, until.notBefore, until.pauses]
  await database.query('select app.pause_webhook_lane($1, $2, $3, $4, $5)', values)
}

const backlogMax = 100_000

export async function backlog(database: Database): Promise<number> {
  const query = 'select app.webhook_backlog($1) as count'
  const [row] = await database.query<{ count: number }>(query, [backlogMax])
  return row?.count ?? 0
}

/** Held on one connection as long as the worker lives. */
export const presence =
  'select pg_advisory_lock(app.webhook_workers()::integer, app.webhook_worker_key($1))'
