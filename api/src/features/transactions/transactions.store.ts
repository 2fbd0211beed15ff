import type { NewTransaction } from '@sonaqor/contract/transactions'
import { uuidv7 } from '../../core/crypto/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { doorOf, utc, type Fate } from '../customers/index.ts'
import { fingerprintOf } from './fingerprint.ts'

/** A row with the id of its customer, which is null where it is anonymous. */
export interface ResolvedTransaction {
  readonly row: NewTransaction
  readonly customerId: string | null
}

type Field = readonly [column: string, type: string, of: (row: NewTransaction) => unknown]

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

const own: readonly (readonly [column: string, type: string])[] = [
  ['id', 'uuid'],
  ['customer_id', 'uuid'],
  ['fingerprint', 'bytea'],
]
const all = [...own, ...fields]
const columns = all.map(([column]) => column).join(', ')
const types = all.map(([column, type]) => `${column} ${type}`).join(', ')

/** The order of the ids keeps two batches from locking each other out. */
const insert = `
  insert into transactions (tenant_id, environment, app_id, received_at, ${columns})
  select ?::uuid, ?, ?::uuid, ?::timestamptz, ${columns}
  from json_to_recordset(?::json) as sent (${types})
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
  const records = transactions.map((one, place) => recordOf(one, prints[place], now))
  const { rows: inserted } = await scope.db.raw<Stored>(insert, [
    scope.tenantId,
    environment,
    appId,
    now,
    JSON.stringify(records),
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
  const { rows } = await scope.db.raw<Stored>(find, [scope.tenantId, environment, externalIds])
  return new Map(rows.map((row) => [row.external_id, row]))
}

function recordOf(
  { row, customerId }: ResolvedTransaction,
  fingerprint: Buffer | undefined,
  now: Date,
): Record<string, unknown> {
  return {
    id: uuidv7(now),
    customer_id: customerId,
    fingerprint: `\\x${fingerprint?.toString('hex')}`,
    ...Object.fromEntries(fields.map(([column, , of]) => [column, of(row)])),
  }
}
