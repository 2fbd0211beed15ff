import type { Knex } from 'knex'

/**
 * A text that most entries hold is found in the newest of them: the planner, which may not look at
 * statistics behind row-level security, would gather all of them by the index first. And a span of time
 * is read along the time.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    drop index audit_entries_at;
    create index audit_entries_at on audit_entries (tenant_id, at desc, sequence desc);

    create or replace function app.search_audit(
      words text, filter jsonb, beyond bigint, newest_first boolean, bound integer
    ) returns setof bigint
    language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    declare
      pattern text := '%' || replace(replace(replace(
        lower(words), '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%';
      apps uuid[] := case when jsonb_typeof(filter -> 'appIds') = 'array' then
        array(select id::uuid from jsonb_array_elements_text(filter -> 'appIds') id) end;
      before text := case when newest_first then '<' else '>' end;
      way text := case when newest_first then 'desc' else 'asc' end;
      narrowed text := format(
        'from audit_entries
         where tenant_id = $1 and (environment = any ($3)
             or environment is null and $3 @> ''{sandbox,production}'')
           and ($4 is null or sequence %1$s $4)
           and ($5 is null or action = $5) and ($6 is null or area = $6)
           and ($7 is null or actor_kind = $7) and ($8 is null or actor_id = $8)
           and ($9 is null or target = $9) and ($10 is null or ip = $10)
           and ($11 is null or at >= $11) and ($12 is null or at < $12)
           and ($13 is null or app_id = any ($13))
           and ($5 is not null or $6 is not null or action not like ''audit.%%'')', before);
      -- The nearest ones are looked through one by one, all others by the index of texts.
      near constant integer := 10000;
      edge bigint;
      found integer;
    begin
      return query execute format(
        'select sequence from (
           select sequence, before, after %s order by sequence %2$s limit %3$s
         ) nearest
         where app.audit_text(before, after) like $2 order by sequence %2$s limit $14',
        narrowed, way, near
      ) using app.tenant(), pattern, app.environments(), beyond,
        filter ->> 'action', filter ->> 'area', filter ->> 'actorKind', filter ->> 'actorId',
        filter ->> 'target', filter ->> 'ip',
        (filter ->> 'from')::timestamptz, (filter ->> 'to')::timestamptz, apps, bound;
      get diagnostics found = row_count;
      if found >= bound then return; end if;

      execute format(
        'select sequence %s and $2 is not null and $14 is not null
         order by sequence %s offset %s limit 1', narrowed, way, near - 1
      ) into edge using app.tenant(), pattern, app.environments(), beyond,
        filter ->> 'action', filter ->> 'area', filter ->> 'actorKind', filter ->> 'actorId',
        filter ->> 'target', filter ->> 'ip',
        (filter ->> 'from')::timestamptz, (filter ->> 'to')::timestamptz, apps, bound;
      if edge is null then return; end if;

      return query execute format(
        'select sequence %s and app.audit_text(before, after) like $2
         order by sequence %s limit $14', narrowed, way
      ) using app.tenant(), pattern, app.environments(), edge,
        filter ->> 'action', filter ->> 'area', filter ->> 'actorKind', filter ->> 'actorId',
        filter ->> 'target', filter ->> 'ip',
        (filter ->> 'from')::timestamptz, (filter ->> 'to')::timestamptz, apps, bound - found;
    end $$;
  `)
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    drop index audit_entries_at;
    create index audit_entries_at on audit_entries (tenant_id, at);
  `)
}
