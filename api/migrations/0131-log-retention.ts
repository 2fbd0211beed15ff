import type { Knex } from 'knex'

/**
 * Lines are forgotten as the plan of their tenant has it: in lots, where others of the same day are kept
 * longer, and by the day as a whole once nobody keeps anything of it. The app's login may do neither by
 * itself, and none of it sooner than the shortest plan says, whatever is asked for.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    -- Whose they are is told by the setting, and never by an argument.
    create function app.forget_log_entries(before uuid, bound integer) returns integer
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
    declare
      forgotten integer;
    begin
      delete from log_entries l
      where l.tenant_id = app.tenant() and l.id = any (array(
        select id from log_entries
        where tenant_id = app.tenant() and id < least(before, app.first_id_of(current_date - 30))
        order by id limit bound
      )) and l.id < least(before, app.first_id_of(current_date - 30));
      get diagnostics forgotten = row_count;
      return forgotten;
    end $$;

    -- A day goes when every plan has forgotten it, or when nothing lies in it any more; whether anything
    -- does is told by its size, for behind its policies its owner sees no line either. Whoever reads or
    -- writes is not kept waiting: what is in use goes another day.
    create function app.drop_log_partitions(sooner date, later date) returns integer
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
    declare
      part text;
      day date;
      dropped integer := 0;
    begin
      perform pg_advisory_xact_lock(hashtext('app.make_log_partitions'));
      set local lock_timeout = '200ms';
      for part in
        select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
        where i.inhparent = 'public.log_entries'::regclass and c.relname ~ '^log_entries_\\d{8}$'
        order by 1
      loop
        day := to_date(right(part, 8), 'YYYYMMDD');
        continue when day >= least(sooner, current_date - 30);
        continue when day >= least(later, current_date - 365)
          and pg_relation_size(format('public.%I', part)) > 0;
        begin
          execute format('lock table public.%I in access exclusive mode', part);
          -- Somebody may have written into it meanwhile.
          continue when day >= least(later, current_date - 365)
            and pg_relation_size(format('public.%I', part)) > 0;
          execute format('drop table public.%I', part);
          dropped := dropped + 1;
        exception when lock_not_available then
          return dropped;
        end;
      end loop;
      return dropped;
    end $$;
    revoke execute on function app.forget_log_entries, app.drop_log_partitions from public;
    grant execute on function app.forget_log_entries, app.drop_log_partitions to sonaqor_app;
  `)
}

export async function down(db: Knex): Promise<void> {
  await db.raw('drop function app.drop_log_partitions, app.forget_log_entries')
}
