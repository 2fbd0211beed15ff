import type { Knex } from 'knex'
import { tenantTable } from '../src/core/database/tenant-table.ts'

/**
 * Which scopes of a key its requests take, by days, so that those that it does not need can be told; since
 * when that is watched; and the door by which members learn whether a secret is of a key of theirs.
 */
export async function up(db: Knex): Promise<void> {
  await tenantTable(db, 'key_scope_uses', {
    environment: 'required',
    key: ['app_id', 'key_id', 'scope', 'day'],
    columns: `
      app_id uuid not null,
      key_id uuid not null,
      scope text not null,
      day date not null,
      requests bigint not null,
      last_at timestamptz not null,
      foreign key (tenant_id, environment, key_id)
        references api_keys (tenant_id, environment, id) on delete cascade
    `,
    grants: ['select', 'insert', 'update', 'delete'],
  })
  await db.raw(`
    alter table key_scope_uses set (fillfactor = 70);
    create index on key_scope_uses (tenant_id, day);
    alter table api_keys add column scopes_watched_since timestamptz not null default now();

    -- Which key of the entered tenant and environments has had this secret, and how many came after it.
    create function directory.find_key(given bytea)
    returns table (key_id uuid, newer_secrets integer, old_ends_at timestamptz)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
      select k.id, k.secret_number - d.secret_number, k.old_ends_at
      from directory.api_keys d
      join api_keys k on k.tenant_id = d.tenant_id and k.id = d.key_id
      where d.hash = given and d.tenant_id = app.tenant() and d.environment = any (app.environments())
    $$;
    revoke execute on function directory.find_key(bytea) from public;
    grant execute on function directory.find_key(bytea) to sonaqor_app;
  `)
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    drop function directory.find_key(bytea);
    alter table api_keys drop column scopes_watched_since;
    drop table key_scope_uses;
  `)
}
