import type { Knex } from 'knex'

/**
 * Every request made with an API key. An id is a UUIDv7, so the instant of an entry stands in its
 * first 48 bits: ordering by id is ordering by time, one column serves as cursor, sort and
 * partition key, and every index is 24 bytes an entry slimmer than with a time beside it.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table log_entries (
      tenant_id uuid not null,
      environment text not null check (environment in ('sandbox', 'production')),
      id uuid not null,
      app_id uuid not null,
      key_id uuid not null,
      key_prefix text not null,
      method text not null,
      path text not null,
      status smallint not null,
      status_group smallint not null generated always as (status / 100) stored,
      latency_ms real not null,
      ip text not null,
      request_id text not null,
      -- Query, headers and bodies as JSON, redacted. Text, because nothing asks inside of it.
      detail text not null,
      primary key (tenant_id, id)
    ) partition by range (id);
    create index on log_entries (tenant_id, environment, id);
    create index on log_entries (tenant_id, app_id, id);
    create index on log_entries (tenant_id, key_id, id);
    create index on log_entries (tenant_id, status_group, id);
    -- For prefixes by ~>=~ and ~<~, which are leakproof; a policy would keep LIKE off the index.
    create index on log_entries (tenant_id, path text_pattern_ops, id);
    alter table log_entries enable row level security;
    alter table log_entries force row level security;
    create policy own_environments on log_entries using (
      tenant_id = (select app.tenant()) and environment = any ((select app.environments())::text[])
    );
    grant select, insert on log_entries to sonaqor_app;
  `)
  await db.raw(`
    -- Writes the lines of one tenant and environment, in one round trip and one transaction. It has
    -- no rights but the caller's, and row-level security holds for it.
    create function app.append_log_entries(
      tenant uuid, env text, ids uuid[], apps uuid[], keys uuid[], prefixes text[], methods text[],
      paths text[], statuses smallint[], latencies real[], ips text[], requests text[], details text[]
    ) returns void
    language plpgsql set search_path = pg_catalog, public, pg_temp as $$
    begin
      perform app.enter(tenant, array[env]);
      insert into log_entries (
        tenant_id, environment, id, app_id, key_id, key_prefix, method, path, status, latency_ms, ip,
        request_id, detail
      )
      select tenant, env, line.*
      from unnest(ids, apps, keys, prefixes, methods, paths, statuses, latencies, ips, requests, details)
        as line;
    end $$;
    revoke execute on function app.append_log_entries from public;
    grant execute on function app.append_log_entries to sonaqor_app;

    create function app.first_id_of(day date) returns uuid
    language sql immutable strict parallel safe set search_path = pg_catalog as $$
      select (lpad(to_hex(extract(epoch from day::timestamp)::bigint * 1000), 12, '0')
        || '00000000000000000000')::uuid
    $$;

    -- Makes the partition of each day, for the app's login has no right to create tables. Attached
    -- rather than created in place, which would lock out every reader and writer meanwhile. Nobody
    -- is granted a partition itself, and without a policy it would show nothing.
    create function app.make_log_partitions(days date[]) returns void
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
    declare
      day date;
      part text;
    begin
      perform pg_advisory_xact_lock(hashtext('app.make_log_partitions'));
      foreach day in array days loop
        part := 'log_entries_' || to_char(day, 'YYYYMMDD');
        if to_regclass('public.' || part) is null then
          execute format('create table public.%I (like public.log_entries including all)', part);
          execute format('alter table public.%I enable row level security', part);
          execute format('alter table public.%I force row level security', part);
          execute format(
            'alter table public.log_entries attach partition public.%I for values from (%L) to (%L)',
            part, app.first_id_of(day), app.first_id_of(day + 1));
        end if;
      end loop;
    end $$;
    revoke execute on function app.make_log_partitions(date[]) from public;
    grant execute on function app.make_log_partitions(date[]) to sonaqor_app;
  `)
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    drop function app.make_log_partitions, app.first_id_of, app.append_log_entries;
    drop table log_entries;
  `)
}
