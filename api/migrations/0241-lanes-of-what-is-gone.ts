import type { Knex } from 'knex'

/**
 * With an app its endpoints are gone, until it is restored: nothing is sent to them meanwhile, and no worker
 * holds on to their lanes. And a pause is of the endpoint as it was when an attempt failed: what an address
 * has asked for is nothing to the one that came in its place.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw('create policy engine on apps for select to current_user using (true)')
  await db.raw(taking)
  await db.raw(givingBack)
  await db.raw(pausing)
  await db.raw(planning)
}

/** Made anew, a function has none of the settings that it had. */
const planning = ['take_webhooks', 'give_back_webhook_lanes']
  .flatMap((door) =>
    ['enable_seqscan', 'enable_hashjoin', 'enable_mergejoin', 'jit'].map(
      (setting) => `alter function app.${door} set ${setting} = off`,
    ),
  )
  .join(';\n')

const taking = `
  create or replace function app.take_webhooks(
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
`

const givingBack = `
  -- What waits for an endpoint of a deleted app is looked for once a minute: that can be restored.
  create or replace function app.give_back_webhook_lanes(worker uuid, idle uuid[])
  returns setof uuid
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    held record;
  begin
    for held in
      select l.tenant_id, l.endpoint_id from webhook_lanes l
      where l.leased_by = worker and l.endpoint_id = any (idle) for update skip locked
    loop
      update webhook_lanes l set leased_by = null, leased_until = null, due_at = (
        select greatest(next.due_at, l.not_before, next.looked_at) from (
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
`

const pausing = `
  drop function app.pause_webhook_lane;
  create function app.pause_webhook_lane(
    worker uuid, endpoint uuid, seen integer, until timestamptz, pauses integer
  ) returns void
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    update webhook_lanes l set not_before = until, pauses = pause_webhook_lane.pauses
    where l.leased_by = worker and l.endpoint_id = endpoint and exists (
      select from webhook_endpoints e
      where e.tenant_id = l.tenant_id and e.id = l.endpoint_id and e.revision = seen
    )
  $$;
  revoke execute on function app.pause_webhook_lane from public;
  grant execute on function app.pause_webhook_lane to sonaqor_app;
`

/** The doors themselves go with the migration that made them. */
export async function down(db: Knex): Promise<void> {
  await db.raw('drop policy engine on apps')
}
