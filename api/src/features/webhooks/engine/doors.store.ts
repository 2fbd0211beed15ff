/** How a worker reaches the lanes of all tenants; each is one statement, and a transaction of its own. */
import type { Environment } from '@sonaqor/contract/access'
import type { AttemptCause, AttemptFault, DeliveryState } from '@sonaqor/contract/webhook-bounds'
import { uuidArray, type Queries } from '../../../core/database/index.ts'

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

/** Whoever has a test sent again has one more made of it: it stays a test, and nothing is learned of it. */
export const isTest = ({ cause }: Pick<Due, 'cause'>): boolean => cause === 'test'

export interface Taken {
  readonly lane: LaneFacts
  readonly deliveries: readonly Due[] | null
}

export interface Taking {
  readonly worker: string
  readonly moment: Date
  /** How many lanes more there is place for. */
  readonly places: number
  /** How many it has of each tenant, and how many it may have of one. */
  readonly crowds: ReadonlyMap<string, number>
  readonly most: number
  readonly roomOfNew: number
  readonly roomy: readonly { readonly endpointId: string; readonly room: number }[]
  readonly atHand: readonly string[]
}

export const take = (database: Queries, taking: Taking): Promise<Taken[]> =>
  database.query<Taken>(
    'select * from app.take_webhooks($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
    [
      taking.worker,
      taking.moment,
      taking.places,
      uuidArray([...taking.crowds.keys()]),
      [...taking.crowds.values()],
      taking.most,
      uuidArray(taking.roomy.map(({ endpointId }) => endpointId)),
      taking.roomy.map(({ room }) => room),
      taking.roomOfNew,
      uuidArray(taking.atHand),
    ],
  )

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
  readonly told: readonly ToldRow[]
}

/** Says which were written: of a lane that somebody else has by now nothing is. */
export async function settle(
  database: Queries,
  worker: string,
  { results, told }: Settling,
): Promise<ReadonlySet<string>> {
  const flat = results.map(({ attempt, ...rest }) => ({
    ...rest,
    is_made: attempt !== null,
    ...attempt,
  }))
  const given = [flat, told].map((rows) => JSON.stringify(rows))
  const rows = await database.query<Named>('select app.settle_webhooks($1, $2, $3) as id', [
    worker,
    ...given,
  ])
  return idsOf(rows)
}

interface Named {
  readonly id: string
}

const idsOf = (rows: readonly Named[]): ReadonlySet<string> => new Set(rows.map(({ id }) => id))

/**
 * Renews the leases of all that it holds, and says which are still held; what else was leased to it is
 * free again. Without any named, it only frees what is left behind.
 */
export async function keep(
  database: Queries,
  worker: string,
  held: readonly string[] | null,
): Promise<ReadonlySet<string>> {
  const values = [worker, held && uuidArray(held)]
  return idsOf(await database.query<Named>('select app.keep_webhook_lanes($1, $2) as id', values))
}

export interface Left {
  readonly endpointId: string
  /** Until when nothing may be sent, whoever has it next. */
  readonly rest: Date | null
}

/** Says which were: one that somebody is just putting something into is not. */
export async function giveBack(
  database: Queries,
  worker: string,
  left: readonly Left[],
): Promise<ReadonlySet<string>> {
  const ids = uuidArray(left.map(({ endpointId }) => endpointId))
  const rests = left.map(({ rest }) => rest)
  const query = 'select app.give_back_webhook_lanes($1, $2, $3) as id'
  return idsOf(await database.query<Named>(query, [worker, ids, rests]))
}

/** Of the endpoint as it was then: one that was changed since does not pause. */
export async function pause(
  database: Queries,
  worker: string,
  { endpointId, revision }: Pick<LaneFacts, 'endpointId' | 'revision'>,
  until: { readonly notBefore: Date | null; readonly pauses: number },
): Promise<void> {
  const values = [worker, endpointId, revision, until.notBefore, until.pauses]
  await database.query('select app.pause_webhook_lane($1, $2, $3, $4, $5)', values)
}

const backlogMax = 100_000

export async function backlog(database: Queries): Promise<number> {
  const query = 'select app.webhook_backlog($1) as count'
  const [row] = await database.query<{ count: number }>(query, [backlogMax])
  return row?.count ?? 0
}

/**
 * Held on one connection as long as the worker lives. Shared with itself: one that was cut off comes back
 * while the database still has its former connection for alive.
 */
export const presence =
  'select pg_advisory_lock_shared(app.webhook_workers()::integer, app.webhook_worker_key($1))'
