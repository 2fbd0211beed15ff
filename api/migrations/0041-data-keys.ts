import type { Knex } from 'knex'
import { tenantTable } from '../src/core/database/tenant-table.ts'

/**
 * Data keys: one for each tenant and purpose, and for the house one for each purpose, in as many
 * versions as it was rotated. Each is wrapped by the key-encryption key that `kek_id` names.
 */
export async function up(db: Knex): Promise<void> {
  const columns = `
    purpose text not null,
    version integer not null check (version > 0),
    wrapped bytea not null,
    kek_id text not null,
    created_at timestamptz not null,
    replaced_at timestamptz
  `
  await tenantTable(db, 'data_keys', {
    environment: 'none',
    key: ['purpose', 'version'],
    columns,
    grants: ['select', 'insert', 'update', 'delete'],
  })
  await db.raw(`
    create table house_data_keys (${columns}, primary key (purpose, version));
    grant select, insert, update, delete on house_data_keys to sonaqor_app;
    grant update on house_secrets to sonaqor_app;

    -- For what the house does once for each tenant: it starts a job of the tenant's own.
    create function directory.every_tenant() returns table (tenant_id uuid)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
      select t.id from tenants t order by t.id
    $$;
    revoke execute on function directory.every_tenant() from public;
    grant execute on function directory.every_tenant() to sonaqor_app;
  `)
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    drop function directory.every_tenant();
    revoke update on house_secrets from sonaqor_app;
    drop table house_data_keys;
    drop table data_keys;
  `)
}
