import type { Knex } from 'knex'
import { tenantTable } from '../src/core/database/tenant-table.ts'

/**
 * API keys. What a secret is known by, its HMAC, stands in the directory alone, for it is asked
 * before any tenant is known; the key itself is the tenant's own.
 */
export async function up(db: Knex): Promise<void> {
  await tenantTable(db, 'api_keys', {
    environment: 'required',
    columns: `
      app_id uuid not null,
      label text not null check (length(label) between 1 and 80),
      prefix text not null,
      last_four text not null,
      scopes text[] not null check (cardinality(scopes) > 0),
      issued_at timestamptz not null,
      issued_by text not null,
      expires_at timestamptz check (expires_at > issued_at),
      revoked_at timestamptz,
      last_used_at timestamptz,
      revision integer not null default 1,
      foreign key (tenant_id, environment, app_id) references apps (tenant_id, environment, id),
      check (starts_with(prefix, case environment when 'production' then 'sq_live_' else 'sq_test_' end))
    `,
    grants: ['select', 'insert'],
  })
  await db.raw(`
    grant update (revoked_at, last_used_at, revision) on api_keys to sonaqor_app;
    create index on api_keys (tenant_id, app_id, id);

    create table directory.api_keys (
      hash bytea primary key check (length(hash) = 32),
      tenant_id uuid not null,
      environment text not null,
      key_id uuid not null,
      expiry_due_at timestamptz,
      unique (tenant_id, environment, key_id),
      foreign key (tenant_id, environment, key_id)
        references api_keys (tenant_id, environment, id) on delete cascade
    );
    create index on directory.api_keys (expiry_due_at) where expiry_due_at is not null;
  `)
  await db.raw(`
    -- Puts the hash of a key of the entered tenant into the directory. The foreign key refuses what
    -- is not there, and row-level security what is not the caller's.
    create function directory.register_key(given bytea, key uuid) returns void
    language sql security definer set search_path = pg_catalog, public, pg_temp as $$
      insert into directory.api_keys (hash, tenant_id, environment, key_id, expiry_due_at)
      select given, k.tenant_id, k.environment, k.id, k.expires_at
      from api_keys k
      where k.tenant_id = app.tenant() and k.id = key
    $$;

    -- Enters the tenant and environment that a key opens and reads the key, in the one round trip
    -- that begins the request's transaction.
    create function directory.open_key(given bytea) returns table (
      tenant_id uuid, environment text, id uuid, app_id uuid, label text, prefix text, scopes text[],
      expires_at timestamptz, revoked_at timestamptz
    )
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
    declare
      known directory.api_keys;
    begin
      select * into known from directory.api_keys d where d.hash = given;
      if found then
        perform app.enter(known.tenant_id, array[known.environment]);
        return query
          select k.tenant_id, k.environment, k.id, k.app_id, k.label, k.prefix, k.scopes,
                 k.expires_at, k.revoked_at
          from api_keys k
          where k.tenant_id = known.tenant_id and k.id = known.key_id;
      end if;
    end $$;

    -- Which keys have reached their end without it having been told yet.
    create function directory.due_expiries(at timestamptz, bound integer)
    returns table (tenant_id uuid, environment text, key_id uuid)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
      select d.tenant_id, d.environment, d.key_id
      from directory.api_keys d
      where d.expiry_due_at <= at
      order by d.expiry_due_at
      limit bound
    $$;

    -- True for the one transaction that may tell of this expiry.
    create function directory.settle_expiry(key uuid) returns boolean
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
    begin
      update directory.api_keys d set expiry_due_at = null
      where d.tenant_id = app.tenant() and d.environment = any (app.environments())
        and d.key_id = key and d.expiry_due_at is not null;
      return found;
    end $$;

    revoke execute on all functions in schema directory from public;
    grant execute on function
      directory.register_key(bytea, uuid),
      directory.open_key(bytea),
      directory.due_expiries(timestamptz, integer),
      directory.settle_expiry(uuid)
    to sonaqor_app;
  `)
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    drop function directory.register_key, directory.open_key, directory.due_expiries,
      directory.settle_expiry;
    drop table directory.api_keys, api_keys;
  `)
}
