import type { Knex } from 'knex'
import { tenantTable } from '../src/core/database/tenant-table.ts'

/**
 * An app has a bound over all of its keys, and a dated version of the API that its keys speak; for a while
 * after it took a newer one it can go back. Whoever comes in by a key or a page says both, in the round trip
 * that opens the request. Calls that a newer version would change, or that are deprecated, are counted by
 * days.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    alter table apps
      add column requests_per_minute integer check (requests_per_minute > 0),
      -- Of what stands there already, the version of the time before there were others.
      add column api_version text not null default '2026-11-22'
        check (api_version ~ '^\\d{4}-\\d{2}-\\d{2}$'),
      add column former_api_version text,
      add column api_version_since timestamptz,
      add constraint former_version_whole check (
        former_api_version is null or api_version_since is not null
      );
  `)
  await tenantTable(db, 'dated_calls', {
    environment: 'required',
    key: ['app_id', 'operation', 'version', 'day'],
    columns: `
      app_id uuid not null,
      operation text not null,
      version text not null,
      day date not null,
      requests bigint not null,
      last_at timestamptz not null,
      foreign key (tenant_id, environment, app_id)
        references apps (tenant_id, environment, id) on delete cascade
    `,
    grants: ['select', 'insert', 'update', 'delete'],
  })
  await db.raw(`
    alter table dated_calls set (fillfactor = 70);
    create index on dated_calls (tenant_id, day);
  `)
  await db.raw(
    openKey(
      ', app_requests_per_minute integer, api_version text',
      ', a.requests_per_minute, a.api_version',
    ),
  )
  await db.raw(openSession(', app_requests_per_minute integer', ', a.requests_per_minute'))
}

/** As in 0120, with more at the end. */
const openKey = (columns: string, values: string) => `
  drop function directory.open_key(bytea, text);
  create function directory.open_key(given bytea, address text default null) returns table (
    tenant_id uuid, environment text, id uuid, app_id uuid, label text, prefix text, scopes text[],
    expires_at timestamptz, revoked_at timestamptz, app_deleted boolean, admitted boolean,
    newer_secrets integer, old_ends_at timestamptz, admitted_itself boolean,
    requests_per_minute integer, secret_number integer${columns}
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
               k.requests_per_minute, known.secret_number${values}
        from api_keys k
        join apps a on a.tenant_id = k.tenant_id and a.id = k.app_id
        where k.tenant_id = known.tenant_id and k.id = known.key_id;
    end if;
  end $$;
  revoke execute on function directory.open_key(bytea, text) from public;
  grant execute on function directory.open_key(bytea, text) to sonaqor_app;
`

/** As in 0125, with more at the end. */
const openSession = (columns: string, values: string) => `
  drop function directory.open_embed_session(uuid, text, uuid, timestamptz);
  create function directory.open_embed_session(
    tenant uuid, env text, session uuid, at timestamptz
  ) returns table (
    app_id uuid, app_name text, embed_id uuid, tenant_name text, key_id uuid, key_label text,
    scopes text[], origins text[], views text[], user_ref text, user_name text,
    expires_at timestamptz, lock text, requests_per_minute integer${columns}
  )
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    perform app.enter(tenant, array[env]);
    return query
      select s.app_id, a.name, a.embed_id, t.name, s.key_id, k.label,
             array(select unnest(s.scopes) intersect select unnest(k.scopes)),
             array(select unnest(s.origins) intersect select unnest(a.origins)),
             s.views, s.user_ref, s.user_name,
             least(s.expires_at, k.expires_at,
               case when s.secret_number < k.secret_number then k.old_ends_at end),
             set_config('app.lock', coalesce(s.filters::text, ''), true),
             k.requests_per_minute${values}
      from embed_sessions s
      join api_keys k on k.tenant_id = s.tenant_id and k.id = s.key_id
      join apps a on a.tenant_id = s.tenant_id and a.id = s.app_id
      join tenants t on t.id = s.tenant_id
      where s.tenant_id = tenant and s.environment = env and s.id = session
        and s.revoked_at is null and s.expires_at > at
        and k.revoked_at is null and (k.expires_at is null or k.expires_at > at)
        and a.deleted_at is null and s.ended_at is null
        and (s.secret_number = k.secret_number
          or s.secret_number = k.secret_number - 1 and k.old_ends_at > at);
    if not found then
      perform app.enter(null, '{}');
    end if;
  end $$;
  revoke execute on function directory.open_embed_session(uuid, text, uuid, timestamptz) from public;
  grant execute on function directory.open_embed_session(uuid, text, uuid, timestamptz) to sonaqor_app;
`

export async function down(db: Knex): Promise<void> {
  await db.raw(openSession('', ''))
  await db.raw(openKey('', ''))
  await db.raw(`
    drop table dated_calls;
    alter table apps drop constraint former_version_whole, drop column api_version_since,
      drop column former_api_version, drop column api_version, drop column requests_per_minute;
  `)
}
