import type { Knex } from 'knex'

/**
 * What was imported was asked of somebody else's server, with no key of ours: it is found in the log, and is
 * no activity of an app or a key. Not every access log tells how long a request took, and none is made up.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    alter table log_entries alter latency_ms drop not null;
    ${append("where line.prefix <> 'sq_imported'")}
    do $$
    declare
      tenant uuid;
    begin
      for tenant in select id from tenants loop
        perform app.enter(tenant, '{sandbox,production}');
        delete from key_activity where tenant_id = tenant and key_id in (
          select distinct key_id from log_counts where tenant_id = tenant and key_prefix = 'sq_imported'
        );
        ${uncount};
        update log_entries set latency_ms = null
        where tenant_id = tenant and key_prefix = 'sq_imported' and latency_ms = 0;
      end loop;
      perform app.enter(null, '{}');
    end $$;
  `)
}

/** Takes back what was counted of them, as 0062 counted it. */
const uncount = `
  update app_activity known
  set requests = known.requests - line.requests, errors = known.errors - line.errors,
      server_errors = known.server_errors - line.server_errors
  from (
    select app_id, date_bin('15 minutes', uuid_extract_timestamp(id), 'epoch') as quarter,
      ceil(ln(greatest(latency_ms, 0.01)::float8) / ln(1.1))::smallint as latency_step,
      count(*) as requests, count(*) filter (where status >= 400) as errors,
      count(*) filter (where status >= 500) as server_errors
    from log_entries where tenant_id = tenant and key_prefix = 'sq_imported'
    group by app_id, quarter, latency_step
  ) line
  where known.tenant_id = tenant and known.app_id = line.app_id and known.quarter = line.quarter
    and known.latency_step = line.latency_step;
  delete from app_activity where tenant_id = tenant and requests <= 0`

/** As in 0130, of the lines that are activity. */
const countApps = (among: string) => `
  insert into app_activity as known
    (tenant_id, environment, app_id, quarter, latency_step, requests, errors, server_errors)
  select tenant, line.env, line.app_id,
    date_bin('15 minutes', uuid_extract_timestamp(line.id), 'epoch') as quarter,
    ceil(ln(greatest(line.latency_ms, 0.01)::float8) / ln(1.1))::smallint as latency_step,
    count(*), count(*) filter (where line.status >= 400), count(*) filter (where line.status >= 500)
  from (
    select env, unnest(apps) as app_id, unnest(ids) as id, unnest(statuses) as status,
      unnest(latencies) as latency_ms, unnest(prefixes) as prefix
  ) line
  ${among}
  group by line.env, line.app_id, quarter, latency_step
  order by line.env, line.app_id, quarter, latency_step
  on conflict (tenant_id, app_id, quarter, latency_step) do update
  set requests = known.requests + excluded.requests,
      errors = known.errors + excluded.errors,
      server_errors = known.server_errors + excluded.server_errors`

/** As in 0130, of the lines that are activity. */
const countKeys = (among: string) => `
  insert into key_activity as known (tenant_id, environment, app_id, key_id, day, requests, errors)
  select tenant, line.env, line.app_id, line.key_id,
    (uuid_extract_timestamp(line.id) at time zone 'UTC')::date as day,
    count(*), count(*) filter (where line.status >= 400)
  from (
    select env, unnest(apps) as app_id, unnest(keys) as key_id, unnest(ids) as id,
      unnest(statuses) as status, unnest(prefixes) as prefix
  ) line
  ${among}
  group by line.env, line.app_id, line.key_id, day
  order by line.env, line.app_id, line.key_id, day
  on conflict (tenant_id, app_id, key_id, day) do update
  set requests = known.requests + excluded.requests, errors = known.errors + excluded.errors`

/** As in 0130. */
const countLines = `
  insert into log_counts as known (
    tenant_id, environment, moment, app_id, key_id, key_prefix, method, status, door, requests
  )
  select tenant, line.env, date_bin('1 minute', uuid_extract_timestamp(line.id), 'epoch') as moment,
    line.app_id, line.key_id, line.key_prefix, line.method, line.status,
    (case when line.path = '/v1/embed-sessions' then 2
      when line.path ~* '^/+v1/+embed-sessions' then 1 else 0 end)::smallint as door, count(*)
  from (
    select env, unnest(apps) as app_id, unnest(keys) as key_id, unnest(prefixes) as key_prefix,
      unnest(methods) as method, unnest(paths) as path, unnest(ids) as id, unnest(statuses) as status
  ) line
  group by line.env, moment, line.app_id, line.key_id, line.key_prefix, line.method, line.status, door
  order by moment, line.app_id, line.key_id, line.key_prefix, line.method, line.status, door
  on conflict (tenant_id, moment, app_id, key_id, key_prefix, method, status, door) do update
  set requests = known.requests + excluded.requests`

const append = (among: string) => `
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
    ${countApps(among)}; ${countKeys(among)}; ${countLines};
  end $$;
`

export async function down(db: Knex): Promise<void> {
  await db.raw(append(''))
  await db.raw(`
    do $$
    declare
      tenant uuid;
    begin
      for tenant in select id from tenants loop
        perform app.enter(tenant, '{sandbox,production}');
        update log_entries set latency_ms = 0 where tenant_id = tenant and latency_ms is null;
      end loop;
      perform app.enter(null, '{}');
    end $$;
    alter table log_entries alter latency_ms set not null;
  `)
}
