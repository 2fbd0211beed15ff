import type { Knex } from 'knex'

/**
 * An entry is found by what people can read of it: who, what, to whom, and the values of before and after;
 * the names of fields are no words of anybody. Its moment is stored as it is hashed, in whole
 * milliseconds, so that no part of it can be another unseen. And a review says who was suspended, and is
 * kept with our signature.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    -- The table is written anew, past its policies; what was written was in whole milliseconds before.
    alter table audit_entries
      alter column at type timestamptz(3) using date_trunc('milliseconds', at);

    drop index audit_entries_text;
    -- Values as JSON has them, with their signs escaped, and nothing of what they are called.
    create function app.audit_words(action text, target text, actor jsonb, before jsonb, after jsonb)
    returns text language sql immutable parallel safe as $$
      select lower(action || ' ' || coalesce(target, '') || ' ' || (actor -> 'name')::text
        || ' ' || coalesce(jsonb_path_query_array(before, ${values})::text, '')
        || ' ' || coalesce(jsonb_path_query_array(after, ${values})::text, ''))
    $$;
    create index audit_entries_words on audit_entries
      using gin (tenant_id, app.audit_words(action, target, actor, before, after) gin_trgm_ops)
      with (gin_pending_list_limit = 256);

    alter table access_review_items add column suspended boolean not null default false;
    alter table access_reviews add column file_signature text;
  `)
  await db.raw(
    search(`(app.audit_words(action, target, actor, before, after) like $2
      or action = any ($15) or target = any ($16))`),
  )
  await db.raw('drop function app.audit_text(jsonb, jsonb)')
}

const values = `'strict $.** \\? (@.type() == "string" || @.type() == "number")'`

/** As in 0057, with what is found; $15 are actions and $16 targets that are called by the words. */
const search = (found: string) => `
  create or replace function app.search_audit(
    words text, filter jsonb, beyond bigint, newest_first boolean, bound integer
  ) returns setof bigint
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    pattern text := '%' || replace(replace(replace(
      lower(words), '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%';
    apps uuid[] := case when jsonb_typeof(filter -> 'appIds') = 'array' then
      array(select id::uuid from jsonb_array_elements_text(filter -> 'appIds') id) end;
    actions text[] := array(select jsonb_array_elements_text(filter -> 'called' -> 'actions'));
    targets text[] := array(select jsonb_array_elements_text(filter -> 'called' -> 'targets'));
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
    holds constant text := '${found}';
    -- The nearest ones are looked through one by one, all others by the indexes.
    near constant integer := 10000;
    edge bigint;
    found integer;
  begin
    return query execute format(
      'select sequence from (select * %s order by sequence %2$s limit %3$s) nearest
       where %4$s order by sequence %2$s limit $14', narrowed, way, near, holds
    ) using app.tenant(), pattern, app.environments(), beyond,
      filter ->> 'action', filter ->> 'area', filter ->> 'actorKind', filter ->> 'actorId',
      filter ->> 'target', filter ->> 'ip',
      (filter ->> 'from')::timestamptz, (filter ->> 'to')::timestamptz, apps, bound, actions, targets;
    get diagnostics found = row_count;
    if found >= bound then return; end if;

    execute format(
      'select sequence %s and $2 is not null and $14 is not null
         and $15 is not null and $16 is not null
       order by sequence %s offset %s limit 1', narrowed, way, near - 1
    ) into edge using app.tenant(), pattern, app.environments(), beyond,
      filter ->> 'action', filter ->> 'area', filter ->> 'actorKind', filter ->> 'actorId',
      filter ->> 'target', filter ->> 'ip',
      (filter ->> 'from')::timestamptz, (filter ->> 'to')::timestamptz, apps, bound, actions, targets;
    if edge is null then return; end if;

    return query execute format(
      'select sequence %s and %s order by sequence %s limit $14', narrowed, holds, way
    ) using app.tenant(), pattern, app.environments(), edge,
      filter ->> 'action', filter ->> 'area', filter ->> 'actorKind', filter ->> 'actorId',
      filter ->> 'target', filter ->> 'ip',
      (filter ->> 'from')::timestamptz, (filter ->> 'to')::timestamptz, apps, bound - found,
      actions, targets;
  end $$;
`

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    alter table access_reviews drop column file_signature;
    alter table access_review_items drop column suspended;
    drop index audit_entries_words;
    create function app.audit_text(before jsonb, after jsonb) returns text
    language sql immutable parallel safe as $$
      select lower(coalesce(before::text, '') || ' ' || coalesce(after::text, ''))
    $$;
    create index audit_entries_text on audit_entries
      using gin (tenant_id, app.audit_text(before, after) gin_trgm_ops)
      with (gin_pending_list_limit = 256);
  `)
  await db.raw(
    search('app.audit_text(before, after) like $2 and $15 is not null and $16 is not null'),
  )
  await db.raw(`
    drop function app.audit_words(text, text, jsonb, jsonb, jsonb);
    alter table audit_entries alter column at type timestamptz;
  `)
}
