/** What an import asks of the store beside its writer. */
import type { Knex } from 'knex'
import type { Scope } from '../../../core/scope/index.ts'

/** Every tenant, or those of this id or name; only the owner of the database sees them all. */
export async function tenantsNamed(owner: Knex, named: string | undefined): Promise<TenantFound[]> {
  const tenants = owner<TenantFound>('tenants').select('id', 'name', 'plan').orderBy('id')
  if (named !== undefined) tenants.whereRaw('id::text = lower(?) or name = ?', [named, named])
  return tenants
}

export interface TenantFound {
  readonly id: string
  readonly name: string
  readonly plan: string
}

export interface AppFound {
  readonly id: string
  readonly name: string
  readonly environment: 'sandbox' | 'production'
}

/** The apps that are there, of the tenant of the scope. */
export async function appsThere(scope: Scope): Promise<AppFound[]> {
  return scope
    .db<AppFound & { tenant_id: string; deleted_at: Date | null }>('apps')
    .where({ tenant_id: scope.tenantId, deleted_at: null })
    .select('id', 'name', 'environment')
    .orderBy('id')
}

/** Which of these are kept already. */
export async function keptOf(scope: Scope, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await scope
    .db<{ id: string; tenant_id: string }>('log_entries')
    .where({ tenant_id: scope.tenantId })
    .whereRaw('id = any(?::uuid[])', [[...ids]])
    .select('id')
  return new Set(rows.map(({ id }) => id))
}

/** Has what was imported of these days kept until then, though the plan would forget it; never shorter. */
export async function keepDays(scope: Scope, days: readonly string[], until: Date): Promise<void> {
  await scope.db.raw(
    `insert into log_days_kept as kept (tenant_id, day, until)
     select ?, unnest(?::date[]), ?
     on conflict (tenant_id, day) do update set until = greatest(kept.until, excluded.until)`,
    [scope.tenantId, days, until],
  )
}
