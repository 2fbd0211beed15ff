import type { Knex } from 'knex'

/**
 * A key can have two secrets for a while, the newest and the one before, and bounds of its own: from where
 * it is taken and how often. The directory knows each secret that a key ever had, so that one that is over
 * is refused as that key and stands in its log. A session of a partner's page remembers by which secret it
 * was opened, and ends with that one.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    alter table api_keys
      add column secret_number integer not null default 1,
      add column rotated_at timestamptz,
      -- The secret before the newest, and until when it opens something; the rest have ended.
      add column old_prefix text,
      add column old_last_four text,
      add column old_ends_at timestamptz,
      add column ip_allowlist cidr[] not null default '{}' check (cardinality(ip_allowlist) <= 50),
      add column requests_per_minute integer check (requests_per_minute > 0),
      add constraint rotated_whole check (
        (secret_number = 1) = (old_ends_at is null) and (old_ends_at is null) = (rotated_at is null)
      );
    grant update (
      label, scopes, prefix, last_four, expires_at, secret_number, rotated_at, old_prefix,
      old_last_four, old_ends_at, ip_allowlist, requests_per_minute
    ) on api_keys to sonaqor_app;

    alter table directory.api_keys
      add column secret_number integer not null default 1,
      -- What the secret began with; null where it is that of the key.
      add column prefix text,
      add column overlap_due_at timestamptz,
      drop constraint api_keys_tenant_id_environment_key_id_key,
      add unique (tenant_id, environment, key_id, secret_number);
    create index on directory.api_keys (overlap_due_at) where overlap_due_at is not null;

    alter table embed_sessions add column secret_number integer not null default 1;
  `)
  await db.raw(openKey)
  await db.raw(doors)
  await db.raw(
    openSession(`least(s.expires_at, k.expires_at, ${endOfSecret})`, `and ${secretIsLive}`),
  )
}

const openKey = `
  drop function directory.open_key(bytea, text);
  -- As in 0061, with what a rotation and the bounds of the key itself decide: how many newer secrets
  -- there are, until when this one opens something, and which list does not hold the address.
  create function directory.open_key(given bytea, address text default null) returns table (
    tenant_id uuid, environment text, id uuid, app_id uuid, label text, prefix text, scopes text[],
    expires_at timestamptz, revoked_at timestamptz, app_deleted boolean, admitted boolean,
    newer_secrets integer, old_ends_at timestamptz, admitted_itself boolean,
    requests_per_minute integer, secret_number integer
  )
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    known directory.api_keys;
  begin
    select * into known from directory.api_keys d where d.hash = given;
    if found then
      perform app.enter(known.tenant_id, array[known.environment]);
      return query
        select k.tenant_id, k.environment, k.id, k.app_id, k.label, coalesce(known.prefix, k.prefix),
               k.scopes, k.expires_at, k.revoked_at, a.deleted_at is not null,
               a.ip_allowlist = '{}' or coalesce(address::inet <<= any (a.ip_allowlist), false),
               k.secret_number - known.secret_number, k.old_ends_at,
               k.ip_allowlist = '{}' or coalesce(address::inet <<= any (k.ip_allowlist), false),
               k.requests_per_minute, known.secret_number
        from api_keys k
        join apps a on a.tenant_id = k.tenant_id and a.id = k.app_id
        where k.tenant_id = known.tenant_id and k.id = known.key_id;
    end if;
  end $$;
  revoke execute on function directory.open_key(bytea, text) from public;
  grant execute on function directory.open_key(bytea, text) to sonaqor_app;
`

const doors = `
  -- Puts the hash of the newest secret of a key of the entered tenant into the directory, with what is
  -- due for the key from now on. The secret before it keeps what it began with.
  create function directory.register_rotation(given bytea, key uuid, began_with text) returns void
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    update directory.api_keys d
    set expiry_due_at = null, overlap_due_at = null, prefix = coalesce(d.prefix, began_with)
    where d.tenant_id = app.tenant() and d.environment = any (app.environments()) and d.key_id = key;
    insert into directory.api_keys
      (hash, tenant_id, environment, key_id, secret_number, expiry_due_at, overlap_due_at)
    select given, k.tenant_id, k.environment, k.id, k.secret_number, k.expires_at,
           case when k.old_ends_at > k.rotated_at then k.old_ends_at end
    from api_keys k
    where k.tenant_id = app.tenant() and k.id = key;
  end $$;

  -- Which keys have an old secret that has ended by the clock without it having been told yet.
  create function directory.due_overlaps(at timestamptz, bound integer)
  returns table (tenant_id uuid, environment text, key_id uuid)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select d.tenant_id, d.environment, d.key_id
    from directory.api_keys d
    where d.overlap_due_at <= at
    order by d.overlap_due_at
    limit bound
  $$;

  -- True for the one transaction that may tell of this end.
  create function directory.settle_overlap(key uuid) returns boolean
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    update directory.api_keys d set overlap_due_at = null
    where d.tenant_id = app.tenant() and d.environment = any (app.environments())
      and d.key_id = key and d.overlap_due_at is not null;
    return found;
  end $$;

  revoke execute on function
    directory.register_rotation(bytea, uuid, text),
    directory.due_overlaps(timestamptz, integer),
    directory.settle_overlap(uuid)
  from public;
  grant execute on function
    directory.register_rotation(bytea, uuid, text),
    directory.due_overlaps(timestamptz, integer),
    directory.settle_overlap(uuid)
  to sonaqor_app;
`

const endOfSecret = 'case when s.secret_number < k.secret_number then k.old_ends_at end'

/* The one before the newest has an end of its own, and all before that have ended. */
const secretIsLive = `(s.secret_number = k.secret_number
          or s.secret_number = k.secret_number - 1 and k.old_ends_at > at)`

/* As in 0119, but for when the session ends. */
const openSession = (endsAt: string, condition: string) => `
  create or replace function directory.open_embed_session(
    tenant uuid, env text, session uuid, at timestamptz
  ) returns table (
    app_id uuid, app_name text, embed_id uuid, tenant_name text, key_id uuid, key_label text,
    scopes text[], origins text[], views text[], user_ref text, user_name text,
    expires_at timestamptz, lock text
  )
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    perform app.enter(tenant, array[env]);
    return query
      select s.app_id, a.name, a.embed_id, t.name, s.key_id, k.label,
             array(select unnest(s.scopes) intersect select unnest(k.scopes)),
             array(select unnest(s.origins) intersect select unnest(a.origins)),
             s.views, s.user_ref, s.user_name, ${endsAt},
             set_config('app.lock', coalesce(s.filters::text, ''), true)
      from embed_sessions s
      join api_keys k on k.tenant_id = s.tenant_id and k.id = s.key_id
      join apps a on a.tenant_id = s.tenant_id and a.id = s.app_id
      join tenants t on t.id = s.tenant_id
      where s.tenant_id = tenant and s.environment = env and s.id = session
        and s.revoked_at is null and s.expires_at > at
        and k.revoked_at is null and (k.expires_at is null or k.expires_at > at)
        and a.deleted_at is null and s.ended_at is null ${condition};
    if not found then
      perform app.enter(null, '{}');
    end if;
  end $$;
`

export async function down(db: Knex): Promise<void> {
  await db.raw(openSession('least(s.expires_at, k.expires_at)', ''))
  await db.raw(`
    drop function directory.open_key(bytea, text), directory.register_rotation,
      directory.due_overlaps, directory.settle_overlap;
    alter table embed_sessions drop column secret_number;
    delete from directory.api_keys d using directory.api_keys newer
    where newer.tenant_id = d.tenant_id and newer.environment = d.environment
      and newer.key_id = d.key_id and newer.secret_number > d.secret_number;
    alter table directory.api_keys drop column secret_number, drop column prefix,
      drop column overlap_due_at,
      add constraint api_keys_tenant_id_environment_key_id_key unique (tenant_id, environment, key_id);
    revoke update (label, scopes, prefix, last_four, expires_at) on api_keys from sonaqor_app;
    alter table api_keys drop constraint rotated_whole, drop column secret_number,
      drop column rotated_at, drop column old_prefix, drop column old_last_four,
      drop column old_ends_at, drop column ip_allowlist, drop column requests_per_minute;
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
