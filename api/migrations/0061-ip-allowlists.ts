import type { Knex } from 'knex'

/**
 * From where the keys of an app are taken, and whether it is there at all: both are decided in the one
 * round trip that opens a key. The database compares addresses, here and wherever else it is asked, so
 * that no two answers can differ.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create function app.range_for(address inet, ranges cidr[]) returns cidr
    language sql immutable parallel safe set search_path = pg_catalog as $$
      select range from unnest(ranges) range
      where address <<= range order by masklen(range) desc limit 1
    $$;
    revoke execute on function app.range_for(inet, cidr[]) from public;
    grant execute on function app.range_for(inet, cidr[]) to sonaqor_app;

    drop function directory.open_key(bytea);
    -- Enters the tenant and environment that a key opens and reads the key, in the one round trip
    -- that begins the request's transaction. An address that is not known passes no allowlist.
    create function directory.open_key(given bytea, address text default null) returns table (
      tenant_id uuid, environment text, id uuid, app_id uuid, label text, prefix text, scopes text[],
      expires_at timestamptz, revoked_at timestamptz, app_deleted boolean, admitted boolean
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
                 k.expires_at, k.revoked_at, a.deleted_at is not null,
                 a.ip_allowlist = '{}' or coalesce(address::inet <<= any (a.ip_allowlist), false)
          from api_keys k
          join apps a on a.tenant_id = k.tenant_id and a.id = k.app_id
          where k.tenant_id = known.tenant_id and k.id = known.key_id;
      end if;
    end $$;
    revoke execute on function directory.open_key(bytea, text) from public;
    grant execute on function directory.open_key(bytea, text) to sonaqor_app;
  `)
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    drop function directory.open_key(bytea, text), app.range_for(inet, cidr[]);
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
    revoke execute on function directory.open_key(bytea) from public;
    grant execute on function directory.open_key(bytea) to sonaqor_app;
  `)
}
