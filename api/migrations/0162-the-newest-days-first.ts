import type { Knex } from 'knex'

/**
 * The same door as in 0155, which may be told how many lines are enough: days are looked at from the newest
 * on, and behind a day with which there are enough none is looked at any more.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    drop function app.search_log_paths;
    ${search({
      told: ', enough integer default 2147483647',
      further: 'exit when found >= enough;',
    })}
  `)
}

interface Search {
  readonly told: string
  readonly further: string
}

const search = ({ told, further }: Search) => `
    create function app.search_log_paths(
      words text, first_id uuid, last_id uuid, bound integer${told}
    ) returns setof uuid
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
        ${further}
      end loop;
    end $$;
    revoke execute on function app.search_log_paths from public;
    grant execute on function app.search_log_paths to sonaqor_app;`

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    drop function app.search_log_paths;
    ${search({ told: '', further: '' })}
  `)
}
