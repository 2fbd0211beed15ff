import type { Knex } from 'knex'

/**
 * A text that may stand anywhere in a path is found by its trigrams, on days that are over alone: where
 * lines are still written, that index would cost more than all others together.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    -- Gives one day that is over its trigrams; answers whether there was one. Of several that ask at once
    -- one does it. The owner alone reads a day by itself, and so the door below, which names the tenant.
    create function app.close_log_day() returns boolean
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
      execute format(
        'create index %I on public.%I using gin (tenant_id, lower(path) gin_trgm_ops)
         with (fastupdate = off)', part || '_words', part);
      execute format(
        'create policy searching on public.%I for select to current_user using (true)', part);
      execute format('analyze public.%I', part);
      return true;
    end $$;

    -- The ids of the lines whose path holds a text, from one id on and before another. The
    -- tenant and its environments are those of the transaction, and never an argument; the caller reads
    -- the lines of these ids by itself, under the policies of the table. Where there are more of them
    -- than bound, it is refused with LG001: they are soon met by whoever walks along all lines.
    create function app.search_log_paths(words text, first_id uuid, last_id uuid, bound integer)
    returns setof uuid
    language plpgsql stable rows 50 security definer
    set search_path = pg_catalog, public, pg_temp as $$
    declare
      part record;
      ids uuid[];
      found integer := 0;
      tenant uuid := app.tenant();
      environments text[] := app.environments();
      pattern text := '%' || replace(replace(replace(
        lower(words), '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%';
    begin
      for part in
        select c.relname as name, to_regclass(format('public.%I', c.relname || '_words')) is not null
            as closed, app.first_id_of(day) as first, app.first_id_of(day + 1) as behind
        from pg_inherits i join pg_class c on c.oid = i.inhrelid,
          lateral to_date(right(c.relname, 8), 'YYYYMMDD') as day
        where i.inhparent = 'public.log_entries'::regclass and c.relname ~ '^log_entries_\\d{8}$'
          and app.first_id_of(day) < last_id and app.first_id_of(day + 1) > first_id
        order by c.relname desc
      loop
        execute format(
          'select array(select id from public.%I
             where tenant_id = $1 and environment = any ($2) and lower(path) like $3
               and id >= $4 and id < $5 limit $6)', case when part.closed then part.name else 'log_entries' end)
          into ids
          using tenant, environments, pattern, greatest(part.first, first_id),
            least(part.behind, last_id), bound - found + 1;
        found := found + cardinality(ids);
        if found > bound then
          raise exception 'more lines hold it' using errcode = 'LG001';
        end if;
        return query select unnest(ids);
      end loop;
    end $$;
    revoke execute on function app.close_log_day, app.search_log_paths from public;
    grant execute on function app.close_log_day, app.search_log_paths to sonaqor_app;
  `)
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    drop function app.search_log_paths, app.close_log_day;
    do $$
    declare
      part text;
    begin
      for part in
        select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
        where i.inhparent = 'public.log_entries'::regclass
          and to_regclass(format('public.%I', c.relname || '_words')) is not null
      loop
        execute format('drop index public.%I', part || '_words');
        execute format('drop policy searching on public.%I', part);
      end loop;
    end $$;
  `)
}
