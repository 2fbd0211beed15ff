import type { Knex } from 'knex'
import { up as asBefore } from './0280-events-are-forgotten.ts'

/**
 * How far everybody has read a tenant is said in one place, of which a reader that puts it off is a part. And
 * each lot begins where the one before it ended: until PostgreSQL has tidied up, what was forgotten is still
 * walked over.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create function app.read_by_everybody() returns bigint
    language sql stable set search_path = pg_catalog, public, pg_temp as $$
      select least(
        (select min(position) from event_readers),
        (select min(position) from event_reader_delays where tenant_id = app.tenant())
      )
    $$;

    drop function app.forget_events(uuid, integer);

    -- Answers where it ended, if there may be more. How far was read is looked up first: so all that was
    -- made of it by then is seen.
    create function app.forget_events(after uuid, before uuid, bound integer) returns uuid
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
    declare
      read_to bigint := app.read_by_everybody();
      ended uuid;
    begin
      with gone as (
        delete from events e
        where e.tenant_id = app.tenant() and e.id = any (array(
          select o.id from events o
          where o.tenant_id = app.tenant() and o.position <= read_to
            and o.id > after and o.id < least(before, app.first_id_of(current_date - 30))
            and not exists (
              select from webhook_deliveries d
              where d.tenant_id = o.tenant_id and d.event_id = o.id
            )
          order by o.id limit bound
        ))
        returning e.id
      )
      select case when count(*) = bound then (array_agg(id order by id desc))[1] end
      into ended from gone;
      return ended;
    end $$;
    revoke execute on function app.read_by_everybody, app.forget_events from public;
    grant execute on function app.read_by_everybody, app.forget_events to sonaqor_app;
  `)
}

export async function down(db: Knex): Promise<void> {
  await db.raw('drop function app.forget_events; drop function app.read_by_everybody')
  await asBefore(db)
}
