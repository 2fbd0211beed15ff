import type { Knex } from 'knex'
import { tenantTable } from '../src/core/database/tenant-table.ts'

/**
 * An event says which request told of it; it is found by its id, which holds the time, so that no index
 * is kept for it. A request that was sent again has the id that it will be logged under, so that each of
 * the two leads to the other.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw('alter table events add column request_id uuid')
  await tenantTable(db, 'requests_sent_again', {
    environment: 'required',
    columns: `
      log_id uuid not null,
      sent_by_kind text not null,
      sent_by uuid not null,
      sent_by_name text not null,
      sent_at timestamptz not null
    `,
    grants: ['select', 'insert', 'delete'],
  })
  await db.raw('create index on requests_sent_again (tenant_id, log_id, id)')
  await db.raw(newestSecret)
}

const newestSecret = `
  -- By what a key is opened that is named by whoever may use it, and does not hold its secret.
  create function directory.newest_secret_of(tenant uuid, env text, key uuid)
  returns table (hash bytea)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select d.hash from directory.api_keys d
    where d.tenant_id = tenant and d.environment = env and d.key_id = key
    order by d.secret_number desc
    limit 1
  $$;
  revoke execute on function directory.newest_secret_of(uuid, text, uuid) from public;
  grant execute on function directory.newest_secret_of(uuid, text, uuid) to sonaqor_app;
`

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    drop function directory.newest_secret_of(uuid, text, uuid);
    drop table requests_sent_again;
    alter table events drop column request_id;
  `)
}
