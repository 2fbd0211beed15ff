import type { Knex } from 'knex'

/**
 * A test that is sent again is a test still, and counted among no figures; and of a delivery that is gone
 * nothing is written, where an attempt of none stayed behind for good.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(settling(true))
  await db.raw(planning)
}

/** As in 0202. */
const planning = ['enable_seqscan', 'enable_hashjoin', 'enable_mergejoin', 'jit']
  .map((setting) => `alter function app.settle_webhooks set ${setting} = off`)
  .join(';\n')

const steps = Array.from({ length: 32 }, (_, step) => step)
/** How many took up to 2^(n/2) milliseconds. */
const counted = steps.map((step) => `count(*) filter (where c.step = ${step})`).join(', ')
const summed = steps
  .map((step) => `k.latencies[${step + 1}] + excluded.latencies[${step + 1}]`)
  .join(', ')

/** As in 0246, or so that tests are left out and so is what came to a delivery that is gone. */
const settling = (isLeftOut: boolean) => `
  create or replace function app.settle_webhooks(worker uuid, results json, told json)
  returns setof uuid
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    insert into events (tenant_id, environment, id, app_id, type, ref, data, at)
    select t.tenant_id, t.environment, t.id, case when t.is_wide then null else t.app_id end,
      'webhooks.attempted',
      jsonb_build_object('endpointId', t.endpoint_id, 'appId', t.app_id), '{}', t.at
    from json_to_recordset(told) as t(
      tenant_id uuid, environment text, id uuid, app_id uuid, endpoint_id uuid, at timestamptz,
      is_wide boolean
    ) join webhook_lanes l on l.tenant_id = t.tenant_id and l.endpoint_id = t.endpoint_id
    where l.leased_by = worker;

    return query
    with came as materialized (
      select r.* from json_to_recordset(results) as r(
        tenant_id uuid, environment text, endpoint_id uuid, id uuid, number integer, due bigint,
        state text, step integer, due_at timestamptz, settled_at timestamptz, payload text,
        is_made boolean, at timestamptz, cause text, status integer, fault text, detail text,
        latency_ms real, dns_ms real, connect_ms real, tls_ms real, first_byte_ms real,
        address text, url text, request_headers jsonb, response_headers jsonb,
        response_body text, response_bytes integer, response_cut boolean
      ) join webhook_lanes l on l.tenant_id = r.tenant_id and l.endpoint_id = r.endpoint_id
      ${isLeftOut ? 'join webhook_deliveries d on d.tenant_id = r.tenant_id and d.id = r.id' : ''}
      where l.leased_by = worker
    ), kept as (
      insert into webhook_attempts as a (tenant_id, environment, delivery_id, number, endpoint_id,
        at, cause, status, fault, detail, latency_ms, dns_ms, connect_ms, tls_ms, first_byte_ms,
        address, url, request_headers, response_headers, response_body, response_bytes,
        response_cut)
      select tenant_id, environment, id, number, endpoint_id, at, cause, status, fault, detail,
        latency_ms, dns_ms, connect_ms, tls_ms, first_byte_ms, address, url, request_headers,
        response_headers, response_body, response_bytes, response_cut
      from came where is_made
      on conflict do nothing
      returning a.tenant_id, a.endpoint_id, a.at, a.status, a.fault, a.latency_ms, a.cause
    ), moved as (
      update webhook_deliveries d set
        attempts = greatest(d.attempts, c.number),
        payload = coalesce(c.payload, d.payload),
        last_status = case when c.is_made then c.status else d.last_status end,
        last_fault = case when c.is_made then c.fault else d.last_fault end,
        last_latency_ms = case when c.is_made then c.latency_ms else d.last_latency_ms end,
        -- What somebody has decided of it meanwhile stays so, but for one that has arrived after all.
        state = case when app.micros(d.due_at) = c.due then c.state
          when d.state = 'cancelled' and c.state = 'delivered' then c.state else d.state end,
        step = case when app.micros(d.due_at) = c.due then c.step else d.step end,
        cause = case when app.micros(d.due_at) = c.due then 'schedule' else d.cause end,
        due_at = case when app.micros(d.due_at) = c.due then c.due_at else d.due_at end,
        settled_at = case when app.micros(d.due_at) = c.due then c.settled_at else d.settled_at end
      from came c
      where d.tenant_id = c.tenant_id and d.id = c.id
      returning d.tenant_id, d.endpoint_id, d.id, coalesce(c.at, c.settled_at) as at,
        nullif(new.state, old.state) as became, d.is_test
    ), counting as (
      select k.tenant_id, k.endpoint_id, date_trunc('minute', k.at) as minute, 1 as attempts,
        (k.fault is null)::integer as succeeded, null as became,
        case when k.status is not null then
          least(31, greatest(0, ceil(2 * ln(greatest(k.latency_ms, 1)::float8) / ln(2::float8))))
        end::integer as step
      from kept k ${isLeftOut ? "where k.cause <> 'test'" : ''}
      union all
      select m.tenant_id, m.endpoint_id, date_trunc('minute', m.at), 0, 0, m.became, null
      from moved m where m.became in ('delivered', 'failed') ${isLeftOut ? 'and not m.is_test' : ''}
    ), counted as (
      insert into webhook_counts as k (tenant_id, environment, endpoint_id, app_id, minute,
        attempts, succeeded, delivered, failed, skipped, latencies)
      select c.tenant_id, e.environment, c.endpoint_id, e.app_id, c.minute, sum(c.attempts),
        sum(c.succeeded), count(*) filter (where c.became = 'delivered'),
        count(*) filter (where c.became = 'failed'), 0, array[${counted}]::integer[]
      from counting c
      join webhook_endpoints e on e.tenant_id = c.tenant_id and e.id = c.endpoint_id
      -- What goes to a test inbox is among no figures.
      where e.kind = 'http'
      group by c.tenant_id, e.environment, c.endpoint_id, e.app_id, c.minute
      order by c.endpoint_id, c.minute
      on conflict (tenant_id, endpoint_id, minute) do update set
        attempts = k.attempts + excluded.attempts,
        succeeded = k.succeeded + excluded.succeeded,
        delivered = k.delivered + excluded.delivered,
        failed = k.failed + excluded.failed,
        latencies = array[${summed}]
    )
    select m.id from moved m;
  end $$;
`

export async function down(db: Knex): Promise<void> {
  await db.raw(settling(false))
  await db.raw(planning)
}
