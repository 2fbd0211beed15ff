import type { Knex } from 'knex'
import { tenantTable } from '../src/core/database/tenant-table.ts'

/**
 * What was imported is often older than the plan keeps anything. Whoever runs the house says until when it
 * is kept all the same, day by day; of those days nothing else is kept longer for it.
 */
export async function up(db: Knex): Promise<void> {
  await tenantTable(db, 'log_days_kept', {
    environment: 'none',
    key: ['day'],
    columns: `
      day date not null,
      until timestamptz not null
    `,
    grants: ['select', 'insert', 'update', 'delete'],
  })
  await db.raw(`
    -- The owner alone, and so the door below, which has to know of all tenants what they keep of a day.
    create policy dropping on log_days_kept for select to current_user using (true);
    ${forgetting(notImported)}
    ${dropping(notKept)}
  `)
}

const notImported = `
  and not (l.key_prefix = 'sq_imported' and exists (
    select 1 from log_days_kept kept
    where kept.tenant_id = app.tenant() and kept.until > now()
      and l.id >= app.first_id_of(kept.day) and l.id < app.first_id_of(kept.day + 1)
  ))`

const notKept = `
  continue when exists (select 1 from log_days_kept kept where kept.day = day_of and kept.until > now());`

/** As in 0131, with what is left alone. */
const forgetting = (except: string) => `
  create or replace function app.forget_log_entries(before uuid, bound integer) returns integer
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    forgotten integer;
  begin
    delete from log_entries l
    where l.tenant_id = app.tenant() and l.id = any (array(
      select l.id from log_entries l
      where l.tenant_id = app.tenant() and l.id < least(before, app.first_id_of(current_date - 30))
        ${except}
      order by l.id limit bound
    )) and l.id < least(before, app.first_id_of(current_date - 30));
    get diagnostics forgotten = row_count;
    return forgotten;
  end $$;`

/** As in 0131, with what is left alone. */
const dropping = (except: string) => `
  create or replace function app.drop_log_partitions(sooner date, later date) returns integer
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    part text;
    day_of date;
    dropped integer := 0;
  begin
    perform pg_advisory_xact_lock(hashtext('app.make_log_partitions'));
    set local lock_timeout = '200ms';
    for part in
      select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
      where i.inhparent = 'public.log_entries'::regclass and c.relname ~ '^log_entries_\\d{8}$'
      order by 1
    loop
      day_of := to_date(right(part, 8), 'YYYYMMDD');
      continue when day_of >= least(sooner, current_date - 30);
      continue when day_of >= least(later, current_date - 365)
        and pg_relation_size(format('public.%I', part)) > 0;
      ${except}
      begin
        execute format('lock table public.%I in access exclusive mode', part);
        -- Somebody may have written into it meanwhile.
        continue when day_of >= least(later, current_date - 365)
          and pg_relation_size(format('public.%I', part)) > 0;
        execute format('drop table public.%I', part);
        dropped := dropped + 1;
      exception when lock_not_available then
        return dropped;
      end;
    end loop;
    return dropped;
  end $$;`

export async function down(db: Knex): Promise<void> {
  await db.raw(`${forgetting('')} ${dropping('')} drop table log_days_kept`)
}
