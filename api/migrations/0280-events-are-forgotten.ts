import type { Knex } from 'knex'

/**
 * What happened was kept for good, with all that was told of it. It goes as the lines of the log do: by the
 * plan of its tenant, a lot at a time, and never what somebody has still to read, or a delivery is made of.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create function app.forget_events(before uuid, bound integer) returns integer
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
    declare
      forgotten integer;
      read_to bigint := (select min(position) from event_readers);
    begin
      if exists (select from event_reader_delays where tenant_id = app.tenant()) then
        return 0;
      end if;
      delete from events e
      where e.tenant_id = app.tenant() and e.id = any (array(
        select o.id from events o
        where o.tenant_id = app.tenant() and o.position <= read_to
          and o.id < least(before, app.first_id_of(current_date - 30))
          and not exists (
            select from webhook_deliveries d
            where d.tenant_id = o.tenant_id and d.event_id = o.id
          )
        order by o.id limit bound
      ));
      get diagnostics forgotten = row_count;
      return forgotten;
    end $$;
    revoke execute on function app.forget_events from public;
    grant execute on function app.forget_events to sonaqor_app;
  `)
}

export async function down(db: Knex): Promise<void> {
  await db.raw('drop function app.forget_events')
}
