import type { Knex } from 'knex'
import { tenantTable } from '../src/core/database/tenant-table.ts'

/**
 * Events are written without a number, in the transaction of what they tell. A sequencer numbers
 * the committed ones: a number taken inside a transaction would be passed by readers while that
 * transaction is still open, and what it tells would be lost to them.
 */
export async function up(db: Knex): Promise<void> {
  await tenantTable(db, 'events', {
    environment: 'optional',
    columns: `
      app_id uuid,
      type text not null,
      ref jsonb not null,
      data jsonb not null,
      at timestamptz not null,
      sequence bigint,
      position bigint,
      check ((sequence is null) = (position is null))
    `,
    grants: ['select', 'insert'],
  })
  await tenantTable(db, 'event_heads', {
    environment: 'none',
    key: [],
    columns: 'sequence bigint not null',
    grants: ['select'],
  })
  await db.raw(`
    create index events_unnumbered on events (id) where sequence is null;
    create unique index events_sequence on events (tenant_id, sequence) where sequence is not null;
    create unique index events_position on events (position) where position is not null;

    -- The functions below run as the owner, who is bound by the forced policies like everybody.
    create policy numbering on events to current_user using (true) with check (true);
    create policy numbering on event_heads to current_user using (true) with check (true);

    create table event_position (
      only_row boolean primary key default true check (only_row),
      position bigint not null
    );
    insert into event_position (position) values (0);

    create table event_readers (
      name text primary key,
      position bigint not null
    );
    grant select, insert, update on event_readers to sonaqor_app;
  `)
  await db.raw(functions)
}

const functions = `
  -- Numbers what has been committed since: per tenant without a gap, and over all tenants in one
  -- line. Its first statement locks that line, so two at once only wait for each other.
  create function app.number_events(batch integer) returns integer
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    start bigint;
    numbered integer;
  begin
    select position into start from event_position for update;
    with fresh as materialized (
      select f.tenant_id, f.id,
             row_number() over (partition by f.tenant_id order by f.id) as place,
             row_number() over (order by f.id) as overall
      from (select tenant_id, id from events where sequence is null order by id limit batch) f
    ), counted as (
      select tenant_id, count(*) as many from fresh group by tenant_id
    ), heads as (
      insert into event_heads as h (tenant_id, sequence)
      select tenant_id, many from counted order by tenant_id
      on conflict (tenant_id) do update set sequence = h.sequence + excluded.sequence
      returning tenant_id, sequence
    ), done as (
      update events e
      set sequence = h.sequence - c.many + f.place, position = start + f.overall
      from fresh f join counted c using (tenant_id) join heads h using (tenant_id)
      where e.tenant_id = f.tenant_id and e.id = f.id
      returning 1
    )
    select count(*) into numbered from done;
    update event_position set position = start + numbered where numbered > 0;
    return numbered;
  end $$;

  create function app.event_position() returns bigint
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select position from event_position
  $$;

  -- What every process reads to tell its open sockets. Snapshots stay behind: sockets carry ids.
  create function app.events_after(start bigint, batch integer) returns table (
    "position" bigint, tenant_id uuid, environment text, app_id uuid, id uuid, sequence bigint,
    type text, ref jsonb, at timestamptz
  )
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select e.position, e.tenant_id, e.environment, e.app_id, e.id, e.sequence, e.type, e.ref, e.at
    from events e where e.position > start order by e.position limit batch
  $$;

  revoke execute on function app.number_events(integer), app.event_position(),
    app.events_after(bigint, integer) from public;
  grant execute on function app.number_events(integer), app.event_position(),
    app.events_after(bigint, integer) to sonaqor_app, sonaqor_worker;
`

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    drop function app.number_events(integer), app.event_position(), app.events_after(bigint, integer);
    drop table event_readers, event_position, event_heads, events;
  `)
}
