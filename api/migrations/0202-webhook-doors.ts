import type { Knex } from 'knex'

/**
 * What the workers reach the lanes of all tenants by: they lease them, read what is due, and write what
 * became of it, a whole batch at a time. None of it says whose it is but to the worker that has leased it.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    -- The doors run as the owner, who is bound by the forced policies like everybody.
    create policy engine on webhook_endpoints for select to current_user using (true);
    create policy engine on webhook_deliveries to current_user using (true) with check (true);
    create policy engine on webhook_attempts to current_user using (true) with check (true);
    create policy engine on webhook_lanes to current_user using (true) with check (true);
    create policy engine on webhook_counts to current_user using (true) with check (true);
  `)
  await db.raw(taking)
  await db.raw(settling)
  await db.raw(keeping)
  await db.raw(planning)
}

/**
 * Each connection plans these once, often while there is next to nothing in the tables, and keeps to its
 * plan while they fill: a few rows by their index is right always, and reading all of them never is.
 */
const planning = ['take_webhooks', 'settle_webhooks', 'give_back_webhook_lanes']
  .flatMap((door) =>
    ['enable_seqscan', 'enable_hashjoin', 'enable_mergejoin', 'jit'].map(
      (setting) => `alter function app.${door} set ${setting} = off`,
    ),
  )
  .join(';\n')

/** Which tenants have endpoints at all, and what a worker gets to do. */
const taking = `
  -- A moment as a number that loses nothing of it on its way through a process.
  create function app.micros(moment timestamptz) returns bigint
  language sql immutable parallel safe as $$
    select (extract(epoch from moment) * 1000000)::bigint
  $$;

  create function app.webhook_tenants(ids uuid[]) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select asked.tenant_id from unnest(ids) as asked(tenant_id)
    where exists (
      select from webhook_endpoints e
      where e.tenant_id = asked.tenant_id and e.deleted_at is null
    )
  $$;

  -- Leases lanes that are due, as many as there is place for, and reads what is due in those and in
  -- the lanes that this worker has room in. What it has at hand already it names, and gets the rest.
  create function app.take_webhooks(
    worker uuid, moment timestamptz, places integer, roomy uuid[], rooms integer[], room integer,
    at_hand uuid[]
  ) returns table (lane json, deliveries json)
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    leased uuid[] := '{}';
  begin
    if places > 0 then
      with due as (
        select l.tenant_id, l.endpoint_id from webhook_lanes l
        where l.due_at <= moment and l.leased_by is null
        order by l.due_at limit places for update skip locked
      ), taken as (
        update webhook_lanes l
        set leased_by = worker, leased_until = clock_timestamp() + interval '30 seconds'
        from due d where l.tenant_id = d.tenant_id and l.endpoint_id = d.endpoint_id
        returning l.endpoint_id
      )
      select coalesce(array_agg(t.endpoint_id), '{}') into leased from taken t;
    end if;
    return query
    select
      json_build_object(
        'tenantId', l.tenant_id, 'environment', l.environment, 'endpointId', l.endpoint_id,
        'appId', e.app_id, 'revision', e.revision, 'isActive', e.state = 'active' and e.deleted_at is null,
        'notBefore', l.not_before, 'pauses', l.pauses
      ),
      case when e.state = 'active' and e.deleted_at is null then (
        select json_agg(json_build_object(
          'id', d.id, 'eventId', d.event_id, 'type', d.event_type, 'at', d.happened_at,
          'data', v.data, 'payload', d.payload, 'attempts', d.attempts, 'step', d.step,
          'cause', d.cause, 'due', app.micros(d.due_at)
        ) order by d.place)
        from (
          (select o.*, row_number() over (order by o.due_at, o.id) as place
          from webhook_deliveries o
          where not e.is_ordered and o.tenant_id = l.tenant_id and o.endpoint_id = l.endpoint_id
            and o.due_at <= moment and o.id not in (select unnest(at_hand))
          order by o.due_at, o.id limit w.room)
          union all
          (select o.*, row_number() over (order by o.position, o.id) as place
          from webhook_deliveries o
          where e.is_ordered and o.tenant_id = l.tenant_id and o.endpoint_id = l.endpoint_id
            and o.due_at is not null and o.id not in (select unnest(at_hand))
          order by o.position, o.id limit w.room)
        ) d
        left join events v
          on d.payload is null and v.tenant_id = d.tenant_id and v.id = d.event_id
      ) end
    from (
      select unnest(leased) as endpoint_id, take_webhooks.room as room
      union all select unnest(roomy), unnest(rooms)
    ) w
    join webhook_lanes l on l.leased_by = worker and l.endpoint_id = w.endpoint_id
    join webhook_endpoints e on e.tenant_id = l.tenant_id and e.id = l.endpoint_id;
  end $$;
  revoke execute on function app.webhook_tenants, app.take_webhooks from public;
  grant execute on function app.webhook_tenants, app.take_webhooks to sonaqor_app;
`

/** What became of attempts. Whoever has lost a lane writes nothing of it any more. */
const settling = `
  create function app.settle_webhooks(worker uuid, results json, counts json, told json)
  returns setof uuid
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
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
      where l.leased_by = worker
    ), kept as (
      insert into webhook_attempts (tenant_id, environment, delivery_id, number, endpoint_id, at,
        cause, status, fault, detail, latency_ms, dns_ms, connect_ms, tls_ms, first_byte_ms,
        address, url, request_headers, response_headers, response_body, response_bytes,
        response_cut)
      select tenant_id, environment, id, number, endpoint_id, at, cause, status, fault, detail,
        latency_ms, dns_ms, connect_ms, tls_ms, first_byte_ms, address, url, request_headers,
        response_headers, response_body, response_bytes, response_cut
      from came where is_made
      on conflict do nothing
    )
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
    returning d.id;

    insert into webhook_counts as k (tenant_id, environment, endpoint_id, app_id, minute,
      attempts, succeeded, delivered, failed, skipped, latencies)
    select c.tenant_id, c.environment, c.endpoint_id, c.app_id, c.minute,
      c.attempts, c.succeeded, c.delivered, c.failed, 0, c.latencies
    from json_to_recordset(counts) as c(
      tenant_id uuid, environment text, endpoint_id uuid, app_id uuid, minute timestamptz,
      attempts integer, succeeded integer, delivered integer, failed integer, latencies integer[]
    ) join webhook_lanes l on l.tenant_id = c.tenant_id and l.endpoint_id = c.endpoint_id
    where l.leased_by = worker
    order by c.endpoint_id, c.minute
    on conflict (tenant_id, endpoint_id, minute) do update set
      attempts = k.attempts + excluded.attempts,
      succeeded = k.succeeded + excluded.succeeded,
      delivered = k.delivered + excluded.delivered,
      failed = k.failed + excluded.failed,
      latencies = (
        select array_agg(coalesce(had, 0) + coalesce(has, 0) order by n)
        from unnest(k.latencies, excluded.latencies) with ordinality u(had, has, n)
      );

    insert into events (tenant_id, environment, id, app_id, type, ref, data, at)
    select t.tenant_id, t.environment, t.id, t.app_id, 'webhooks.attempted',
      jsonb_build_object('endpointId', t.endpoint_id, 'appId', t.app_id), '{}', t.at
    from json_to_recordset(told) as t(
      tenant_id uuid, environment text, id uuid, app_id uuid, endpoint_id uuid, at timestamptz
    );
  end $$;
  revoke execute on function app.settle_webhooks from public;
  grant execute on function app.settle_webhooks to sonaqor_app;
`

/** Leases are kept while their worker lives, and missed when it does not. */
const keeping = `
  -- A worker holds a lock by its name as long as it is connected: one that was killed is missed at
  -- once, one that hangs when its leases are over. Returns what is still held.
  create function app.keep_webhook_lanes(worker uuid, held uuid[]) returns setof uuid
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    return query
    update webhook_lanes l set leased_until = clock_timestamp() + interval '30 seconds'
    where l.leased_by = worker and l.endpoint_id = any (held)
    returning l.endpoint_id;

    with alive as materialized (
      select k.objid from pg_locks k
      where k.locktype = 'advisory' and k.classid = app.webhook_workers()
        and k.database = (select oid from pg_database where datname = current_database())
    ), missed as (
      select l.tenant_id, l.endpoint_id from webhook_lanes l
      where l.leased_by <> worker and (
        l.leased_until < clock_timestamp()
        or app.webhook_worker_key(l.leased_by)::oid not in (select objid from alive)
      ) for update skip locked
    )
    update webhook_lanes l set leased_by = null, leased_until = null
    from missed m where l.tenant_id = m.tenant_id and l.endpoint_id = m.endpoint_id;
  end $$;

  create function app.webhook_workers() returns oid
  language sql immutable parallel safe as $$ select 5201008::oid $$;

  create function app.webhook_worker_key(worker uuid) returns integer
  language sql immutable parallel safe as $$ select hashtext(worker::text) & 2147483647 $$;

  -- Lanes that nothing is to be done in now. Whoever has just put something into one holds its row:
  -- what they have put there is seen once they let go of it, or the lane is given back another time.
  create function app.give_back_webhook_lanes(worker uuid, idle uuid[]) returns setof uuid
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    held record;
  begin
    for held in
      select l.tenant_id, l.endpoint_id from webhook_lanes l
      where l.leased_by = worker and l.endpoint_id = any (idle) for update skip locked
    loop
      update webhook_lanes l set leased_by = null, leased_until = null, due_at = (
        select greatest(next.due_at, l.not_before) from (
          select case when e.is_ordered then (
            select d.due_at from webhook_deliveries d
            where d.tenant_id = held.tenant_id and d.endpoint_id = held.endpoint_id
              and d.due_at is not null order by d.position, d.id limit 1
          ) else (
            select min(d.due_at) from webhook_deliveries d
            where d.tenant_id = held.tenant_id and d.endpoint_id = held.endpoint_id
              and d.due_at is not null
          ) end as due_at
          from webhook_endpoints e
          where e.tenant_id = held.tenant_id and e.id = held.endpoint_id
            and e.state = 'active' and e.deleted_at is null
        ) next where next.due_at is not null
      )
      where l.tenant_id = held.tenant_id and l.endpoint_id = held.endpoint_id;
      return next held.endpoint_id;
    end loop;
  end $$;

  create function app.pause_webhook_lane(
    worker uuid, endpoint uuid, until timestamptz, pauses integer
  ) returns void
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    update webhook_lanes l set not_before = until, pauses = pause_webhook_lane.pauses
    where l.leased_by = worker and l.endpoint_id = endpoint
  $$;

  create function app.webhook_backlog(most integer) returns bigint
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select count(*) from (select from webhook_deliveries where due_at is not null limit most) d
  $$;
  revoke execute on function app.keep_webhook_lanes, app.give_back_webhook_lanes,
    app.pause_webhook_lane, app.webhook_backlog from public;
  grant execute on function app.keep_webhook_lanes, app.give_back_webhook_lanes,
    app.pause_webhook_lane, app.webhook_backlog to sonaqor_app;
`

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    drop function app.webhook_backlog, app.pause_webhook_lane, app.give_back_webhook_lanes,
      app.keep_webhook_lanes, app.webhook_worker_key, app.webhook_workers, app.settle_webhooks,
      app.take_webhooks, app.webhook_tenants, app.micros;
    drop policy engine on webhook_endpoints;
    drop policy engine on webhook_deliveries;
    drop policy engine on webhook_attempts;
    drop policy engine on webhook_lanes;
    drop policy engine on webhook_counts;
  `)
}
