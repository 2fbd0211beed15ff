import type { Knex } from 'knex'

/**
 * Each index that a line is written into costs about a tenth of writing it. Two of them only help where a
 * day is walked along far, and are made when it is over, as its trigrams are: whoever looks for one
 * environment or one group of statuses alone is led by what was counted.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    drop index log_entries_tenant_id_environment_id_idx, log_entries_tenant_id_status_group_id_idx;
    ${closing(`
      execute format('create index if not exists %I on public.%I (tenant_id, environment, id)',
        part || '_environment', part);
      execute format('create index if not exists %I on public.%I (tenant_id, status_group, id)',
        part || '_status', part);
    `)}
  `)
  // The days that were closed before had both from the table.
  await db.raw(`
    do $$
    declare
      part text;
    begin
      for part in
        select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
        where i.inhparent = 'public.log_entries'::regclass
          and to_regclass(format('public.%I', c.relname || '_words')) is not null
      loop
        execute format('create index on public.%I (tenant_id, environment, id)', part);
        execute format('create index on public.%I (tenant_id, status_group, id)', part);
      end loop;
    end $$;
  `)
}

/** As in 0155, with what else a day that is over is sorted by. */
const closing = (further: string) => `
  create or replace function app.close_log_day() returns boolean
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    part text;
  begin
    if not pg_try_advisory_xact_lock(hashtext('app.close_log_day')) then
      return false;
    end if;
    select c.relname into part
    from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'public.log_entries'::regclass and c.relname ~ '^log_entries_\\d{8}$'
      and to_date(right(c.relname, 8), 'YYYYMMDD') < (now() - interval '15 minutes')::date
      and to_regclass(format('public.%I', c.relname || '_words')) is null
    order by 1 desc limit 1;
    if part is null then
      return false;
    end if;
    ${further}
    execute format(
      'create index %I on public.%I using gin (tenant_id, lower(path) gin_trgm_ops)
       with (fastupdate = off)', part || '_words', part);
    execute format(
      'create policy searching on public.%I for select to current_user using (true)', part);
    execute format('analyze public.%I', part);
    return true;
  end $$;`

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    ${closing('')}
    do $$
    declare
      part text;
    begin
      for part in
        select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
        where i.inhparent = 'public.log_entries'::regclass
      loop
        execute format('drop index if exists public.%I, public.%I',
          part || '_environment', part || '_status');
      end loop;
    end $$;
    create index on log_entries (tenant_id, environment, id);
    create index on log_entries (tenant_id, status_group, id);
  `)
}
