import type { NewCustomer } from '@sonaqor/contract/customers'
import { uuidv7 } from '../../core/crypto/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { doorOf, type Fate } from './ingest.ts'
import { utc } from './utc.ts'

/** The columns that a partner fills, with their types and where each comes from. */
const fields: readonly (readonly [
  column: string,
  type: string,
  of: (row: NewCustomer) => unknown,
])[] = [
  ['name', 'text', (row) => row.name],
  ['given_name', 'text', (row) => row.givenName],
  ['family_name', 'text', (row) => row.familyName],
  ['birth_date', 'date', (row) => row.birthDate],
  ['gender', 'text', (row) => row.gender],
  ['nationality', 'text', (row) => row.nationality],
  ['region', 'text', (row) => row.region],
  ['email', 'text', (row) => row.email],
  ['phone', 'text', (row) => row.phone],
  ['address', 'jsonb', (row) => row.address],
  ['documents', 'jsonb', (row) => row.documents],
  ['attributes', 'jsonb', (row) => row.attributes],
  ['registered_at', 'timestamptz', (row) => row.registeredAt && utc(row.registeredAt)],
]

const columns = fields.map(([column]) => column).join(', ')
const sent = fields.map(([column]) => `sent.${column}`).join(', ')
const types = fields.map(([column, type]) => `${column} ${type}`).join(', ')
const merged = fields.map(([column]) => `coalesce(excluded.${column}, c.${column})`).join(', ')
const current = fields.map(([column]) => `c.${column}`).join(', ')

/**
 * Creates the unknown and updates the known with the fields that were sent; a row that changes
 * nothing is not written. The order of the ids keeps two batches from locking each other out.
 */
const upsert = `
  insert into customers as c
    (tenant_id, environment, app_id, created_at, updated_at, id, external_id, kind, ${columns})
  select door.*, door.at, sent.id, sent.external_id, coalesce(sent.kind, known.kind, 'person'), ${sent}
  from (values (?::uuid, ?::text, ?::uuid, ?::timestamptz)) as door (tenant_id, environment, app_id, at)
  cross join json_to_recordset(?::json) as sent (id uuid, external_id text, kind text, ${types})
  left join customers known on known.tenant_id = door.tenant_id
    and known.environment = door.environment and known.external_id = sent.external_id
  order by sent.external_id
  on conflict (tenant_id, environment, external_id) do update
  set (kind, ${columns}) = row (excluded.kind, ${merged}),
    updated_at = excluded.updated_at, revision = c.revision + 1
  where (c.kind, ${current}) is distinct from (excluded.kind, ${merged})
  returning id, external_id, revision`

interface Touched {
  readonly id: string
  readonly external_id: string
  readonly revision: number
}

export async function upsertCustomers(
  scope: Scope,
  rows: readonly NewCustomer[],
): Promise<readonly Fate[]> {
  const { appId, environment } = doorOf(scope)
  const { rows: touched } = await scope.db.raw<Touched>(upsert, [
    scope.tenantId,
    environment,
    appId,
    scope.now(),
    JSON.stringify(rows.map((row) => recordOf(row, scope.now()))),
  ])
  const changed = new Map(touched.map((row) => [row.external_id, row]))
  const others = rows.map(({ externalId }) => externalId).filter((id) => !changed.has(id))
  const unchanged = await idsOf(scope, others)
  return rows.map(({ externalId }): Fate => {
    const row = changed.get(externalId)
    if (row) return { status: row.revision === 1 ? 'created' : 'updated', id: row.id }
    const id = unchanged.get(externalId)
    if (!id) throw new Error('a customer was neither written nor found')
    return { status: 'unchanged', id }
  })
}

function recordOf(row: NewCustomer, now: Date): Record<string, unknown> {
  const values = fields.map(([column, , of]) => [column, of(row)] as const)
  const { externalId, kind } = row
  return { id: uuidv7(now), external_id: externalId, kind, ...Object.fromEntries(values) }
}

/**
 * Has what follows planned for the list that it asks for. A plan for any list holds each row against one of
 * its values after the other, where it walks along a table that has just begun to grow: 200 ms for a
 * thousand of twenty thousand, against 3.
 */
export async function planForList(scope: Scope, list: readonly unknown[]): Promise<void> {
  if (list.length < longList) return
  await scope.db.raw('set local plan_cache_mode = force_custom_plan')
}

const longList = 20

/** The ids of the customers that are known by these ids of the partner. */
export async function idsOf(
  scope: Scope,
  externalIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (externalIds.length === 0) return new Map()
  const { environment } = doorOf(scope)
  await planForList(scope, externalIds)
  const { rows } = await scope.db.raw<Pick<Touched, 'id' | 'external_id'>>(
    `select id, external_id from customers
     where tenant_id = ? and environment = ? and external_id = any (?)`,
    [scope.tenantId, environment, externalIds],
  )
  return new Map(rows.map(({ id, external_id }) => [external_id, id]))
}
