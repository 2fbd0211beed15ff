import type { Knex } from 'knex'
import { tenantTable } from '../src/core/database/tenant-table.ts'

/**
 * What was asked with each key, by days: a row for each key and day, however many requests, added to as
 * `app_activity` is, in the very transaction that keeps the lines of the log.
 */
export async function up(db: Knex): Promise<void> {
  await tenantTable(db, 'key_activity', {
    environment: 'required',
    key: ['app_id', 'key_id', 'day'],
    columns: `
      app_id uuid not null,
      key_id uuid not null,
      day date not null,
      requests integer not null,
      errors integer not null
    `,
    grants: ['select', 'insert', 'update', 'delete'],
  })
  await db.raw(`
    alter table key_activity set (fillfactor = 70);
    create index on key_activity (tenant_id, day);
  `)
  await db.raw(append(`${countApps}; ${countKeys};`))
  await db.raw(`
    do $$
    declare
      tenant uuid;
    begin
      for tenant in select id from tenants loop
        perform app.enter(tenant, '{sandbox,production}');
        ${keysFrom(`
          select environment as env, app_id, key_id, id, status from log_entries
          where tenant_id = tenant and id >= app.first_id_of(current_date - 7)
        `)};
      end loop;
      perform app.enter(null, '{}');
    end $$;
  `)
}

/** As in 0062. */
const countApps = `
  insert into app_activity as known
    (tenant_id, environment, app_id, quarter, latency_step, requests, errors, server_errors)
  select tenant, line.env, line.app_id,
    date_bin('15 minutes', uuid_extract_timestamp(line.id), 'epoch') as quarter,
    ceil(ln(greatest(line.latency_ms, 0.01)::float8) / ln(1.1))::smallint as latency_step,
    count(*), count(*) filter (where line.status >= 400), count(*) filter (where line.status >= 500)
  from (
    select env, unnest(apps) as app_id, unnest(ids) as id, unnest(statuses) as status,
      unnest(latencies) as latency_ms
  ) line
  group by line.env, line.app_id, quarter, latency_step
  order by line.env, line.app_id, quarter, latency_step
  on conflict (tenant_id, app_id, quarter, latency_step) do update
  set requests = known.requests + excluded.requests,
      errors = known.errors + excluded.errors,
      server_errors = known.server_errors + excluded.server_errors`

/** In the order of the key, and after the apps, so that of two lots neither locks the other out. */
const keysFrom = (lines: string) => `
  insert into key_activity as known (tenant_id, environment, app_id, key_id, day, requests, errors)
  select tenant, line.env, line.app_id, line.key_id,
    (uuid_extract_timestamp(line.id) at time zone 'UTC')::date as day,
    count(*), count(*) filter (where line.status >= 400)
  from (${lines}) line
  group by line.env, line.app_id, line.key_id, day
  order by line.env, line.app_id, line.key_id, day
  on conflict (tenant_id, app_id, key_id, day) do update
  set requests = known.requests + excluded.requests, errors = known.errors + excluded.errors`

const countKeys = keysFrom(`
  select env, unnest(apps) as app_id, unnest(keys) as key_id, unnest(ids) as id,
    unnest(statuses) as status
`)

/** As in 0062, with more counted behind it. */
const append = (counting: string) => `
  create or replace function app.append_log_entries(
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
    ${counting}
  end $$;
`

export async function down(db: Knex): Promise<void> {
  await db.raw(append(`${countApps};`))
  await db.raw('drop table key_activity')
}
