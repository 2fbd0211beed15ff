import type { NewTransaction } from '@sonaqor/contract/transactions'
import { uuidv7 } from '../../core/crypto/index.ts'
import { byteaArray, textArray, uuidArray } from '../../core/database/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { doorOf, planForList, utc, type Fate } from '../customers/index.ts'
import { fingerprintOf } from './fingerprint.ts'

/** A row with the id of its customer, which is null where it is anonymous. */
export interface ResolvedTransaction {
  readonly row: NewTransaction
  readonly customerId: string | null
}

type Value = string | object | null | undefined
type Field = readonly [column: string, type: string, of: (row: NewTransaction) => Value]

/** The columns that a partner fills, with their types and where each comes from. */
const fields: readonly Field[] = [
  ['external_id', 'text', (row) => row.externalId],
  ['occurred_at', 'timestamptz', (row) => utc(row.occurredAt)],
  ['kind', 'text', (row) => row.kind],
  ['direction', 'text', (row) => row.direction],
  ['amount', 'numeric', (row) => row.amount],
  ['currency', 'text', (row) => row.currency],
  ['description', 'text', (row) => row.description],
  ['channel', 'text', (row) => row.channel],
  ['mcc', 'text', (row) => row.mcc],
  ['region', 'text', (row) => row.region],
  ['country', 'text', (row) => row.country],
  ['counterparty_external_id', 'text', (row) => row.counterparty?.externalId],
  ['counterparty_name', 'text', (row) => row.counterparty?.name],
  ['counterparty_account', 'text', (row) => row.counterparty?.account],
  ['counterparty_country', 'text', (row) => row.counterparty?.country],
  ['account_id', 'text', (row) => row.account?.id],
  ['balance_before', 'numeric', (row) => row.account?.balanceBefore],
  ['balance_after', 'numeric', (row) => row.account?.balanceAfter],
  ['instrument_kind', 'text', (row) => row.instrument?.kind],
  ['instrument_token', 'text', (row) => row.instrument?.token],
  ['instrument_last_four', 'text', (row) => row.instrument?.lastFour],
  ['device_id', 'text', (row) => row.device?.id],
  ['device_kind', 'text', (row) => row.device?.kind],
  ['ip', 'inet', (row) => row.ip],
  ['refund_of', 'text', (row) => row.refundOf],
  ['lines', 'jsonb', (row) => row.lines],
  ['attributes', 'jsonb', (row) => row.attributes],
]

const own = ['id', 'customer_id', 'fingerprint']
const all = [...own, ...fields.map(([column]) => column)].join(', ')
const cast = [...own, ...fields.map(([column, type]) => `${column}::${type}`)].join(', ')
const arrays = ['uuid', 'uuid', 'bytea', ...fields.map(() => 'text')]

/**
 * A thousand rows travel as an array of each column, for an object of JSON for each row takes as long to
 * be read as the row to be written. The order of the ids keeps two batches from locking each other out.
 */
const insert = `
  insert into transactions (tenant_id, environment, app_id, received_at, ${all})
  select ?::uuid, ?, ?::uuid, ?::timestamptz, ${cast}
  from unnest(${arrays.map((type) => `?::${type}[]`).join(', ')}) as sent (${all})
  order by external_id
  on conflict (tenant_id, environment, external_id) do nothing
  returning id, external_id`

const find = `
  select id, external_id, fingerprint from transactions
  where tenant_id = ? and environment = ? and external_id = any (?)`

interface Stored {
  readonly id: string
  readonly external_id: string
  readonly fingerprint: Buffer
}

/** Inserts what is new, and tells of the rest whether it says the same again or something else. */
export async function insertTransactions(
  scope: Scope,
  transactions: readonly ResolvedTransaction[],
): Promise<readonly Fate[]> {
  const { appId, environment } = doorOf(scope)
  const now = scope.now()
  const prints = transactions.map(({ row }) => fingerprintOf(row))
  const columns = fields.map(([, , of]) =>
    textArray(transactions.map(({ row }) => written(of(row)))),
  )
  const { rows: inserted } = await scope.db.raw<Stored>(insert, [
    scope.tenantId,
    environment,
    appId,
    now,
    uuidArray(transactions.map(() => uuidv7(now))),
    uuidArray(transactions.map(({ customerId }) => customerId)),
    byteaArray(prints),
    ...columns,
  ])
  const created = new Map(inserted.map((row) => [row.external_id, row.id]))
  const others = transactions
    .map(({ row }) => row.externalId)
    .filter((externalId) => !created.has(externalId))
  const known = await storedOf(scope, environment, others)
  return transactions.map(({ row: { externalId } }, place): Fate => {
    const id = created.get(externalId)
    if (id) return { status: 'created', id }
    const stored = known.get(externalId)
    if (!stored) throw new Error('a transaction was neither written nor found')
    return prints[place]?.equals(stored.fingerprint)
      ? { status: 'unchanged', id: stored.id }
      : { status: 'conflict', detail: 'is known with other content; a transaction never changes' }
  })
}

async function storedOf(
  scope: Scope,
  environment: string,
  externalIds: readonly string[],
): Promise<ReadonlyMap<string, Stored>> {
  if (externalIds.length === 0) return new Map()
  await planForList(scope, externalIds)
  const { rows } = await scope.db.raw<Stored>(find, [scope.tenantId, environment, externalIds])
  return new Map(rows.map((row) => [row.external_id, row]))
}

/** As text, of which the database makes what the column holds. */
function written(value: Value): string | null {
  if (value === undefined || value === null) return null
  return typeof value === 'string' ? value : JSON.stringify(value)
}
