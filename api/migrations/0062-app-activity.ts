import type { Knex } from 'knex'
import { tenantTable } from '../src/core/database/tenant-table.ts'

/**
 * What was asked with the keys of an app, by quarters of an hour and by how long it took: few rows
 * however many requests, added to in the very transaction that keeps the lines of the log, so that the
 * two never differ. A step of latency is 10 % wide, and its middle within 5 % of all in it.
 */
export async function up(db: Knex): Promise<void> {
  await tenantTable(db, 'app_activity', {
    environment: 'required',
    key: ['app_id', 'quarter', 'latency_step'],
    columns: `
      app_id uuid not null,
      quarter timestamptz not null,
      latency_step smallint not null,
      requests integer not null,
      errors integer not null,
      server_errors integer not null
    `,
    grants: ['select', 'insert', 'update', 'delete'],
  })
  await db.raw(`
    alter table app_activity set (fillfactor = 70);
    create index on app_activity (tenant_id, quarter);
  `)
  await db.raw(append(count))
  await db.raw(`
    do $$
    declare
      tenant uuid;
    begin
      for tenant in select id from tenants loop
        perform app.enter(tenant, '{sandbox,production}');
        ${countFrom(`
          select environment as env, app_id, id, status, latency_ms from log_entries
          where tenant_id = tenant and id >= app.first_id_of(current_date - 7)
        `)};
      end loop;
      perform app.enter(null, '{}');
    end $$;
  `)
}

/** In the order of the key, so that of two lots that count the same neither locks the other out. */
const countFrom = (lines: string) => `
  insert into app_activity as known
    (tenant_id, environment, app_id, quarter, latency_step, requests, errors, server_errors)
  select tenant, line.env, line.app_id,
    date_bin('15 minutes', uuid_extract_timestamp(line.id), 'epoch') as quarter,
    ceil(ln(greatest(line.latency_ms, 0.01)::float8) / ln(1.1))::smallint as latency_step,
    count(*), count(*) filter (where line.status >= 400), count(*) filter (where line.status >= 500)
  from (${lines}) line
  group by line.env, line.app_id, quarter, latency_step
  order by line.env, line.app_id, quarter, latency_step
  on conflict (tenant_id, app_id, quarter, latency_step) do update
  set requests = known.requests + excluded.requests,
      errors = known.errors + excluded.errors,
      server_errors = known.server_errors + excluded.server_errors`

const count = `${countFrom(`
  select env, unnest(apps) as app_id, unnest(ids) as id, unnest(statuses) as status,
    unnest(latencies) as latency_ms
`)};`

/** As in 0021, with the counting behind it: what others wait for is done last. */
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
  await db.raw(append(''))
  await db.raw('drop table app_activity')
}
