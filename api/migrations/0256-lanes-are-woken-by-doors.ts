import type { Knex } from 'knex'
import { tenantTable } from '../src/core/database/tenant-table.ts'
import * as shared from './0247-lanes-are-shared-out.ts'

/**
 * Whoever put something into a lane, or changed how its endpoint is delivered to, wrote the lane itself and
 * held it until their transaction was over: members waited for workers, workers for members, and where each
 * had what the other wanted one of them was refused. Now they ask for it in a row of their own, and the lane
 * is written by doors alone, each of which is over with its one statement.
 */
export async function up(db: Knex): Promise<void> {
  await tenantTable(db, 'webhook_wakes', {
    environment: 'required',
    key: ['endpoint_id', 'id'],
    columns: `
      endpoint_id uuid not null,
      id uuid not null default uuidv7(),
      due_at timestamptz not null,
      -- Somebody has seen to it, or asks for it by hand: that it was to be left alone holds no more.
      is_afresh boolean not null default false,
      foreign key (tenant_id, environment, endpoint_id)
        references webhook_endpoints (tenant_id, environment, id) on delete cascade
    `,
    grants: ['insert'],
  })
  await db.raw(
    'create policy engine on webhook_wakes to current_user using (true) with check (true)',
  )
  // Its rows are gone within a moment, and looked for at each turn: what is dead of it must not pile up.
  await db.raw(`alter table webhook_wakes
    set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000)`)
  await db.raw(waking)
  await db.raw(taking)
  await db.raw(keeping)
  await db.raw(planning)
}

/** As in 0202; what a door calls is planned by its settings. */
const planning = ['take_webhooks', 'give_back_webhook_lanes']
  .flatMap((door) =>
    ['enable_seqscan', 'enable_hashjoin', 'enable_mergejoin', 'jit'].map(
      (setting) => `alter function app.${door} set ${setting} = off`,
    ),
  )
  .join(';\n')

/** So many at most were under way when a pause began, and were told to come back when it ends. */
const toldToWait = 100

/**
 * Writes down in lanes what was asked of them. One that somebody else is just writing is left for the next
 * time, and what is asked of it stays: whoever writes it waits for nobody, and nobody for them.
 */
const waking = `
  create function app.wake_webhook_lanes(moment timestamptz) returns void
  language plpgsql set search_path = pg_catalog, public, pg_temp as $$
  begin
    insert into webhook_lanes (tenant_id, environment, endpoint_id)
    select distinct w.tenant_id, w.environment, w.endpoint_id from webhook_wakes w
    where not exists (
      select from webhook_lanes l
      where l.tenant_id = w.tenant_id and l.endpoint_id = w.endpoint_id
    )
    order by w.tenant_id, w.endpoint_id
    on conflict do nothing;

    with free as materialized (
      select l.tenant_id, l.endpoint_id, l.not_before
      from (select distinct w.tenant_id, w.endpoint_id from webhook_wakes w) w
      join webhook_lanes l on l.tenant_id = w.tenant_id and l.endpoint_id = w.endpoint_id
      for no key update of l skip locked
    ), heard as (
      delete from webhook_wakes w using free f
      where w.tenant_id = f.tenant_id and w.endpoint_id = f.endpoint_id
      returning w.tenant_id, w.endpoint_id, w.due_at, w.is_afresh, f.not_before
    ), asked as materialized (
      select h.tenant_id, h.endpoint_id, min(h.due_at) as due_at, bool_or(h.is_afresh) as is_afresh,
        h.not_before as paused_until,
        case when not bool_or(h.is_afresh) then h.not_before end as not_before
      from heard h group by h.tenant_id, h.endpoint_id, h.not_before
    ), told as materialized (
      select d.tenant_id, d.id from asked a cross join lateral (
        select o.tenant_id, o.id from webhook_deliveries o
        where a.is_afresh and o.tenant_id = a.tenant_id and o.endpoint_id = a.endpoint_id
          and o.state = 'retrying' and o.due_at > moment
          and o.due_at between a.paused_until - interval '1 minute' and a.paused_until
        order by o.due_at, o.id limit ${toldToWait} for no key update of o skip locked
      ) d
    ), moved as (
      update webhook_deliveries d set due_at = moment from told t
      where d.tenant_id = t.tenant_id and d.id = t.id
    )
    update webhook_lanes l set
      not_before = a.not_before,
      pauses = case when a.is_afresh then 0 else l.pauses end,
      due_at = greatest(least(l.due_at, a.due_at), a.not_before)
    from asked a
    where l.tenant_id = a.tenant_id and l.endpoint_id = a.endpoint_id
      and (a.is_afresh or l.due_at is null or l.due_at > greatest(a.due_at, a.not_before));
  end $$;
  revoke execute on function app.wake_webhook_lanes from public;
`

const taking = `
  -- As in 0247; what was asked of lanes is done first, whoever has them.
  create or replace function app.take_webhooks(
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
    if exists (select from webhook_wakes) then
      perform app.wake_webhook_lanes(moment);
    end if;
    if places > 0 then
      with due as materialized (
        select l.tenant_id, l.endpoint_id, l.due_at from webhook_lanes l
        where l.due_at <= moment and l.leased_by is null and l.tenant_id <> all (crowded)
        order by l.due_at limit places for no key update skip locked
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
`

const keeping = `
  -- As in 0247.
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
      ) for no key update skip locked
    )
    update webhook_lanes l set leased_by = null, leased_until = null
    from missed m where l.tenant_id = m.tenant_id and l.endpoint_id = m.endpoint_id;
  end $$;

  -- As in 0247.
  create or replace function app.give_back_webhook_lanes(worker uuid, idle uuid[], rests timestamptz[])
  returns setof uuid
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    held record;
  begin
    for held in
      select l.tenant_id, l.endpoint_id, greatest(l.not_before, given.rest) as not_before
      from unnest(idle, rests) as given(endpoint_id, rest)
      join webhook_lanes l on l.leased_by = worker and l.endpoint_id = given.endpoint_id
      for no key update of l skip locked
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
`

export async function down(db: Knex): Promise<void> {
  await db.raw('drop function app.wake_webhook_lanes')
  await shared.down(db)
  await shared.up(db)
  await db.raw('drop table webhook_wakes')
}
