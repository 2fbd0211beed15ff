/** What stands in the database of one tenant, or of a part of it, seen past every policy. */
import type { Environment } from '@sonaqor/contract/access'
import type { Pool } from 'pg'

export interface Whose {
  readonly tenantId: string
  readonly environment?: Environment
  readonly appId?: string
}

interface Table {
  readonly name: string
  /** The column that holds the tenant. */
  readonly tenant: string
  readonly hasEnvironment: boolean
  readonly app: string | null
  /** Whether when something was last used or seen is among its columns. */
  readonly tellsLastUse: boolean
}

/**
 * Every row that belongs there, by table. Rows that belong to no environment are in none. When a key
 * was last used is written some time after the use, and is left out.
 */
export async function rowsOf(db: Pool, whose: Whose): Promise<ReadonlyMap<string, string[]>> {
  const { rows } = await db.query<{ name: string; row: string }>(
    `${await selectRows(db, whose)} order by 1, 2`,
    valuesOf(whose),
  )
  const found = new Map<string, string[]>()
  for (const { name, row } of rows) found.set(name, [...(found.get(name) ?? []), row])
  return found
}

/**
 * A fingerprint of the same rows for each table that has some, for those who ask often: the database
 * plans the question once for all of them.
 */
export async function printsOf(db: Pool, whose: Whose): Promise<ReadonlyMap<string, string>> {
  const { environment, appId } = whose
  const { rows } = await db.query<{ name: string; print: string }>({
    name: `prints${environment ? ' of an environment' : ''}${appId ? ' of an app' : ''}`,
    text: `select name, md5(string_agg(row, ',' order by row)) as print
     from (${await selectRows(db, whose)}) as t group by name`,
    values: valuesOf(whose),
  })
  return new Map(rows.map(({ name, print }) => [name, print]))
}

/** One question for all tables: fifty of them for each of a thousand tests took minutes. */
async function selectRows(db: Pool, { environment, appId }: Whose): Promise<string> {
  const all = await tables(db)
  const meant = all.filter((one) => (!environment || one.hasEnvironment) && (!appId || one.app))
  const selects = meant.map(
    ({ name, tenant, app, tellsLastUse }) =>
      `select '${name}' as name, ${tellsLastUse ? withoutLastUse : 't::text'} as row from ${name} t
       where ${tenant} = $1 and ${environment ? 'environment = $2' : '$2::text is null'}
       and ${appId ? `${app} = $3` : '$3::uuid is null'}`,
  )
  return selects.join(' union all ')
}

/** A document of a row takes several times as long as its text, and is made only where a column is left out. */
const lastUse = ['last_used_at', 'last_seen_at']
const withoutLastUse = `(to_jsonb(t) - '{${lastUse.join()}}'::text[])::text`

const valuesOf = ({ tenantId, environment, appId }: Whose) => [
  tenantId,
  environment ?? null,
  appId ?? null,
]

/** The rows once nothing moves any more: events are numbered, jobs are begun, and what keys are used for is written a moment later. */
export async function settledRowsOf(
  db: Pool,
  whose: Whose,
): Promise<ReadonlyMap<string, string[]>> {
  let before = await rowsOf(db, whose)
  for (;;) {
    await new Promise((done) => setTimeout(done, 1250))
    const after = await rowsOf(db, whose)
    if (isSame(before, after)) return after
    before = after
  }
}

function isSame(one: ReadonlyMap<string, string[]>, other: ReadonlyMap<string, string[]>): boolean {
  return JSON.stringify([...one]) === JSON.stringify([...other])
}

/** A delivery that has arrived, which no endpoint puts there by itself; answers its id. */
export async function arrivedAt(
  db: Pool,
  endpointId: string,
  { type, data }: { readonly type: string; readonly data: object },
): Promise<string> {
  const payload = JSON.stringify({ type, timestamp: '2026-11-01T09:00:00.000Z', data })
  const { rows } = await db.query<{ id: string }>(
    `insert into webhook_deliveries (tenant_id, environment, id, endpoint_id, app_id, event_id,
       event_type, state, payload, happened_at, created_at, settled_at)
     select tenant_id, environment, uuidv7(), id, app_id, uuidv7(), $2, 'delivered', $3, now(), now(),
       now()
     from webhook_endpoints where id = $1 returning id`,
    [endpointId, type, payload],
  )
  return rows[0]!.id
}

const uuid = /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/g

/** Every id that these rows speak of. */
export function idsIn(rows: ReadonlyMap<string, string[]>): ReadonlySet<string> {
  return new Set([...rows.values()].flat().flatMap((row) => row.match(uuid) ?? []))
}

const known = new WeakMap<Pool, Promise<Table[]>>()

/** Every table that has rows of tenants, partitions as one. */
function tables(db: Pool): Promise<Table[]> {
  const found = known.get(db) ?? readTables(db)
  known.set(db, found)
  return found
}

async function readTables(db: Pool): Promise<Table[]> {
  const { rows } = await db.query<{ name: string; columns: string[] }>(`
    select format('%I.%I', n.nspname, c.relname) as name, array_agg(a.attname::text) as columns
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind in ('r', 'p') and not c.relispartition
      and n.nspname in ('public', 'directory')
    group by 1
    order by 1`)
  return rows.flatMap(({ name, columns }) => {
    const isTenants = name === 'public.tenants'
    if (!isTenants && !columns.includes('tenant_id')) return []
    return {
      name,
      tenant: isTenants ? 'id' : 'tenant_id',
      hasEnvironment: columns.includes('environment'),
      app: name === 'public.apps' ? 'id' : columns.includes('app_id') ? 'app_id' : null,
      tellsLastUse: lastUse.some((column) => columns.includes(column)),
    }
  })
}
