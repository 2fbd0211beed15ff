import type { Knex } from 'knex'
import * as doors from './0202-webhook-doors.ts'
import * as wide from './0222-attempts-at-endpoints-of-all-apps.ts'
import * as gone from './0241-lanes-of-what-is-gone.ts'
import * as counting from './0246-attempts-are-counted-as-they-were-written.ts'

/**
 * A tenant has no more of a worker's lanes than it is given; a lane that may go on only later makes room for
 * another one; and a lease that is over frees its lane whoever has it, for a worker may never have heard that
 * it got one.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    drop function app.take_webhooks(uuid, timestamptz, integer, uuid[], integer[], integer, uuid[]);
    drop function app.give_back_webhook_lanes(uuid, uuid[]);
  `)
  await db.raw(taking)
  await db.raw(keeping)
  await db.raw(planning)
}

/** As in 0202. */
const planning = ['take_webhooks', 'give_back_webhook_lanes']
  .flatMap((door) =>
    ['enable_seqscan', 'enable_hashjoin', 'enable_mergejoin', 'jit'].map(
      (setting) => `alter function app.${door} set ${setting} = off`,
    ),
  )
  .join(';\n')

const taking = `
  -- As in 0241; of the lanes of one tenant this worker gets as many as it has not by then.
  create function app.take_webhooks(
    worker uuid, moment timestamptz, places integer, tenants uuid[], lanes integer[], most integer,
    roomy uuid[], rooms integer[], room integer, at_hand uuid[]
  ) returns table (lane json, deliveries json)
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    leased uuid[] := '{}';
    crowded uuid[] := array(
      select h.tenant_id from unnest(tenants, take_webhooks.lanes) as h(tenant_id, many)
      where h.many >= most
    );
  begin
    if places > 0 then
      with due as materialized (
        select l.tenant_id, l.endpoint_id, l.due_at from webhook_lanes l
        where l.due_at <= moment and l.leased_by is null and l.tenant_id <> all (crowded)
        order by l.due_at limit places for update skip locked
      ), shared as (
        select d.*, row_number() over (partition by d.tenant_id order by d.due_at) as place from due d
      ), taken as (
        update webhook_lanes l
        set leased_by = worker, leased_until = clock_timestamp() + interval '30 seconds'
        from shared d
        where l.tenant_id = d.tenant_id and l.endpoint_id = d.endpoint_id
          and d.place <= most - coalesce((
            select h.many from unnest(tenants, take_webhooks.lanes) as h(tenant_id, many)
            where h.tenant_id = d.tenant_id
          ), 0)
        returning l.endpoint_id
      )
      select coalesce(array_agg(t.endpoint_id), '{}') into leased from taken t;
    end if;
    return query
    select
      json_build_object(
        'tenantId', l.tenant_id, 'environment', l.environment, 'endpointId', l.endpoint_id,
        'appId', e.app_id, 'revision', e.revision, 'isActive', x.is_active,
        'notBefore', l.not_before, 'pauses', l.pauses
      ),
      case when x.is_active then (
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
    join webhook_endpoints e on e.tenant_id = l.tenant_id and e.id = l.endpoint_id
    join apps a on a.tenant_id = e.tenant_id and a.id = e.app_id
    cross join lateral (
      select e.state = 'active' and e.deleted_at is null and a.deleted_at is null as is_active
    ) x;
  end $$;
  revoke execute on function app.take_webhooks from public;
  grant execute on function app.take_webhooks to sonaqor_app;
`

const keeping = `
  -- As in 0202. A worker that names what it holds holds nothing else: what was leased to it by an answer
  -- that was lost is free again at once, and when its lease is over even if it names nothing.
  create or replace function app.keep_webhook_lanes(worker uuid, held uuid[]) returns setof uuid
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
      where l.leased_by is not null and (
        l.leased_until < clock_timestamp()
        or case when l.leased_by = worker then l.endpoint_id <> all (held)
          else app.webhook_worker_key(l.leased_by)::oid not in (select objid from alive) end
      ) for update skip locked
    )
    update webhook_lanes l set leased_by = null, leased_until = null
    from missed m where l.tenant_id = m.tenant_id and l.endpoint_id = m.endpoint_id;
  end $$;

  -- As in 0241; one that rests is due no sooner than that, whoever leases it next.
  create function app.give_back_webhook_lanes(worker uuid, idle uuid[], rests timestamptz[])
  returns setof uuid
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    held record;
  begin
    for held in
      select l.tenant_id, l.endpoint_id, greatest(l.not_before, given.rest) as not_before
      from unnest(idle, rests) as given(endpoint_id, rest)
      join webhook_lanes l on l.leased_by = worker and l.endpoint_id = given.endpoint_id
      for update of l skip locked
    loop
      update webhook_lanes l set leased_by = null, leased_until = null,
        not_before = held.not_before, due_at = (
        select greatest(next.due_at, held.not_before, next.looked_at) from (
          select case when e.is_ordered then (
            select d.due_at from webhook_deliveries d
            where d.tenant_id = held.tenant_id and d.endpoint_id = held.endpoint_id
              and d.due_at is not null order by d.position, d.id limit 1
          ) else (
            select min(d.due_at) from webhook_deliveries d
            where d.tenant_id = held.tenant_id and d.endpoint_id = held.endpoint_id
              and d.due_at is not null
          ) end as due_at,
          case when a.deleted_at is not null then clock_timestamp() + interval '1 minute' end as looked_at
          from webhook_endpoints e join apps a on a.tenant_id = e.tenant_id and a.id = e.app_id
          where e.tenant_id = held.tenant_id and e.id = held.endpoint_id
            and e.state = 'active' and e.deleted_at is null
        ) next where next.due_at is not null
      )
      where l.tenant_id = held.tenant_id and l.endpoint_id = held.endpoint_id;
      return next held.endpoint_id;
    end loop;
  end $$;
  revoke execute on function app.give_back_webhook_lanes from public;
  grant execute on function app.give_back_webhook_lanes to sonaqor_app;
`

export async function down(db: Knex): Promise<void> {
  await gone.down(db)
  await doors.down(db)
  await doors.up(db)
  await wide.up(db)
  await gone.up(db)
  await counting.up(db)
}
