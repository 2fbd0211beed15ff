/** How a migration makes a table that tenants own: the same columns, key, policy and grants each time. */
import type { Knex } from 'knex'

export interface TenantTable {
  /** `required`: each row is in one environment. `optional`: null belongs to the tenant as a whole. */
  readonly environment: 'required' | 'optional' | 'none'
  /** The columns between the key and the end, and further constraints, as SQL. */
  readonly columns: string
  /** What the app's login may do; it never owns, truncates or alters. */
  readonly grants: readonly ('select' | 'insert' | 'update' | 'delete')[]
  /** The columns of the key behind `tenant_id`; a column `id uuid` unless named, `[]` for one row each. */
  readonly key?: readonly string[]
}

const environmentColumn = {
  required: `environment text not null check (environment in ('sandbox', 'production')),`,
  optional: `environment text check (environment in ('sandbox', 'production')),`,
  none: '',
}

const ofTenant = 'tenant_id = (select app.tenant())'
const inEnvironments = 'environment = any ((select app.environments())::text[])'

const condition = {
  required: `${ofTenant} and ${inEnvironments}`,
  optional: `${ofTenant} and (environment is null or ${inEnvironments})`,
  none: ofTenant,
}

/**
 * Creates the table with row-level security forced on everybody, its owner included. The settings
 * are read in sub-selects, so that they are evaluated once per statement and not once per row.
 */
export async function tenantTable(db: Knex, name: string, table: TenantTable): Promise<void> {
  const { environment, columns, grants, key } = table
  await db.raw(`
    create table ${name} (
      tenant_id uuid not null,
      ${environmentColumn[environment]}
      ${key ? '' : 'id uuid not null,'}
      ${columns.trim().replace(/,$/, '')},
      primary key (${['tenant_id', ...(key ?? ['id'])].join(', ')})
      ${environment === 'required' && !key ? ', unique (tenant_id, environment, id)' : ''}
    );
    alter table ${name} enable row level security;
    alter table ${name} force row level security;
    create policy of_tenant on ${name}
      using (${condition[environment]}) with check (${condition[environment]});
    grant ${grants.join(', ')} on ${name} to sonaqor_app;
  `)
}
