import type { Knex } from 'knex'
import { tenantTable } from '../src/core/database/tenant-table.ts'

/**
 * How many lines there are of each kind, by minutes: what charts and counts of the logs are read from, at
 * any number of lines. It is added to in the very transaction that keeps the lines, so that the two never
 * differ. What is days old is drawn together to quarters of an hour by a job, in the same table: a row
 * counts what its moment begins, and nothing is ever in two rows.
 */
export async function up(db: Knex): Promise<void> {
  await tenantTable(db, 'log_counts', {
    environment: 'required',
    key: ['moment', 'app_id', 'key_id', 'key_prefix', 'method', 'status', 'door'],
    columns: `
      moment timestamptz not null,
      app_id uuid not null,
      key_id uuid not null,
      key_prefix text not null,
      method text not null,
      status smallint not null,
      status_group smallint not null generated always as (status / 100) stored,
      -- 2 where embed sessions are opened, 1 for whatever else begins like it, in any spelling.
      door smallint not null,
      requests integer not null
    `,
    grants: ['select', 'insert', 'update', 'delete'],
  })
  await db.raw('alter table log_counts set (fillfactor = 70)')
  await db.raw(append(`${countApps}; ${countKeys}; ${countLines};`))
  await db.raw(`
    do $$
    declare
      tenant uuid;
    begin
      for tenant in select id from tenants loop
        perform app.enter(tenant, '{sandbox,production}');
        ${linesFrom(`
          select environment as env, app_id, key_id, key_prefix, method, path, id, status
          from log_entries where tenant_id = tenant
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

/** As in 0115. */
const countKeys = `
  insert into key_activity as known (tenant_id, environment, app_id, key_id, day, requests, errors)
  select tenant, line.env, line.app_id, line.key_id,
    (uuid_extract_timestamp(line.id) at time zone 'UTC')::date as day,
    count(*), count(*) filter (where line.status >= 400)
  from (
    select env, unnest(apps) as app_id, unnest(keys) as key_id, unnest(ids) as id,
      unnest(statuses) as status
  ) line
  group by line.env, line.app_id, line.key_id, day
  order by line.env, line.app_id, line.key_id, day
  on conflict (tenant_id, app_id, key_id, day) do update
  set requests = known.requests + excluded.requests, errors = known.errors + excluded.errors`

/** In the order of the key, and last of all three, so that of two lots neither locks the other out. */
const linesFrom = (lines: string) => `
  insert into log_counts as known (
    tenant_id, environment, moment, app_id, key_id, key_prefix, method, status, door, requests
  )
  select tenant, line.env, date_bin('1 minute', uuid_extract_timestamp(line.id), 'epoch') as moment,
    line.app_id, line.key_id, line.key_prefix, line.method, line.status,
    (case when line.path = '/v1/embed-sessions' then 2
      when line.path ~* '^/+v1/+embed-sessions' then 1 else 0 end)::smallint as door, count(*)
  from (${lines}) line
  group by line.env, moment, line.app_id, line.key_id, line.key_prefix, line.method, line.status, door
  order by moment, line.app_id, line.key_id, line.key_prefix, line.method, line.status, door
  on conflict (tenant_id, moment, app_id, key_id, key_prefix, method, status, door) do update
  set requests = known.requests + excluded.requests`

const countLines = linesFrom(`
  select env, unnest(apps) as app_id, unnest(keys) as key_id, unnest(prefixes) as key_prefix,
    unnest(methods) as method, unnest(paths) as path, unnest(ids) as id, unnest(statuses) as status
`)

/** As in 0115, with more counted behind it. */
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
  await db.raw(append(`${countApps}; ${countKeys};`))
  await db.raw('drop table log_counts')
}
