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
}

/**
 * Every row that belongs there, by table. Rows that belong to no environment are in none. When a key
 * was last used is written some time after the use, and is left out.
 */
export async function rowsOf(db: Pool, whose: Whose): Promise<ReadonlyMap<string, string[]>> {
  const found = new Map<string, string[]>()
  for (const table of await tables(db)) {
    if (whose.environment && !table.hasEnvironment) continue
    if (whose.appId && !table.app) continue
    const { rows } = await db.query<{ row: string }>(
      `select (to_jsonb(t) - 'last_used_at')::text as row from ${table.name} t where ${[
        `${table.tenant} = $1`,
        ...(whose.environment ? ['environment = $2'] : ['$2::text is null']),
        ...(whose.appId ? [`${table.app} = $3`] : ['$3::uuid is null']),
      ].join(' and ')} order by 1`,
      [whose.tenantId, whose.environment ?? null, whose.appId ?? null],
    )
    found.set(
      table.name,
      rows.map(({ row }) => row),
    )
  }
  return found
}

/** The rows once nothing moves any more: events are numbered and jobs are begun a moment later. */
export async function settledRowsOf(
  db: Pool,
  whose: Whose,
): Promise<ReadonlyMap<string, string[]>> {
  let before = await rowsOf(db, whose)
  for (;;) {
    await new Promise((done) => setTimeout(done, 250))
    const after = await rowsOf(db, whose)
    if (isSame(before, after)) return after
    before = after
  }
}

function isSame(one: ReadonlyMap<string, string[]>, other: ReadonlyMap<string, string[]>): boolean {
  return JSON.stringify([...one]) === JSON.stringify([...other])
}

const uuid = /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/g

/** Every id that these rows speak of. */
export function idsIn(rows: ReadonlyMap<string, string[]>): ReadonlySet<string> {
  return new Set([...rows.values()].flat().flatMap((row) => row.match(uuid) ?? []))
}

/** Every table that has rows of tenants, partitions as one. */
async function tables(db: Pool): Promise<Table[]> {
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
    }
  })
}
