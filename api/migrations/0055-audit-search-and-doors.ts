import type { Knex } from 'knex'

/**
 * The chain is written through one door alone, which the app may call and whose tables it may only
 * read: it can add to a chain, and neither move its head nor put an entry anywhere else. Beside it
 * stands what a search narrows by, as columns of their own, for an index is used under row-level
 * security by plain comparisons only.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create extension if not exists pg_trgm;
    create extension if not exists btree_gin;

    revoke insert on audit_entries from sonaqor_app;
    revoke insert, update on audit_heads from sonaqor_app;
    alter function app.append_audit(jsonb, text, text, text)
      security definer set search_path = pg_catalog, public, pg_temp;

    alter table audit_entries
      add column actor_kind text generated always as (actor ->> 'kind') stored,
      add column actor_id text generated always as (actor ->> 'id') stored,
      add column area text generated always as (split_part(action, '.', 1)) stored;
    -- The same as the unique constraint, which is walked from its end as well.
    drop index audit_entries_newest;
    create index audit_entries_action on audit_entries (tenant_id, action, sequence desc);
    create index audit_entries_area on audit_entries (tenant_id, area, sequence desc);
    create index audit_entries_actor on audit_entries (tenant_id, actor_id, sequence desc);
    create index audit_entries_actor_kind on audit_entries (tenant_id, actor_kind, sequence desc);
    create index audit_entries_ip on audit_entries (tenant_id, ip, sequence desc);
    create index audit_entries_at on audit_entries (tenant_id, at);

    create function app.audit_text(before jsonb, after jsonb) returns text
    language sql immutable parallel safe as $$
      select lower(coalesce(before::text, '') || ' ' || coalesce(after::text, ''))
    $$;
    create index audit_entries_text on audit_entries
      using gin (tenant_id, app.audit_text(before, after) gin_trgm_ops);

    -- The owner alone, and so the door below, which names the tenant itself.
    create policy searching on audit_entries for select to current_user using (true);

    -- The places of one page of the entries that hold a text in what they say of before and after.
    -- The tenant and its environments are those of the transaction, and never an argument; the
    -- caller reads the entries of these places by itself, under the policies of the table. What was
    -- looked for is found by looking for it only where the searches themselves are asked for.
    create function app.search_audit(
      words text, filter jsonb, beyond bigint, newest_first boolean, bound integer
    ) returns setof bigint
    language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    declare
      pattern text := '%' || replace(replace(replace(
        lower(words), '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%';
      environments text[] := app.environments();
    begin
      return query execute format(
        'select sequence from audit_entries
         where tenant_id = $1 and app.audit_text(before, after) like $2
           and (environment = any ($3) or environment is null and $3 @> ''{sandbox,production}'')
           and ($4 is null or sequence %1$s $4)
           and ($5 is null or action = $5) and ($6 is null or area = $6)
           and ($7 is null or actor_kind = $7) and ($8 is null or actor_id = $8)
           and ($9 is null or target = $9) and ($10 is null or ip = $10)
           and ($11 is null or at >= $11) and ($12 is null or at < $12)
           and ($13 is null or app_id = any ($13))
           and ($5 is not null or $6 is not null or action not like ''audit.%%'')
         order by sequence %2$s limit $14',
        case when newest_first then '<' else '>' end,
        case when newest_first then 'desc' else 'asc' end
      ) using app.tenant(), pattern, environments, beyond,
        filter ->> 'action', filter ->> 'area', filter ->> 'actorKind', filter ->> 'actorId',
        filter ->> 'target', filter ->> 'ip',
        (filter ->> 'from')::timestamptz, (filter ->> 'to')::timestamptz,
        case when jsonb_typeof(filter -> 'appIds') = 'array' then
          array(select id::uuid from jsonb_array_elements_text(filter -> 'appIds') id) end,
        bound;
    end $$;
    revoke execute on function app.search_audit(text, jsonb, bigint, boolean, integer) from public;
    grant execute on function app.search_audit(text, jsonb, bigint, boolean, integer) to sonaqor_app;
  `)
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    drop function app.search_audit(text, jsonb, bigint, boolean, integer);
    drop policy searching on audit_entries;
    drop index audit_entries_text;
    drop function app.audit_text(jsonb, jsonb);
    drop index audit_entries_action, audit_entries_area, audit_entries_actor,
      audit_entries_actor_kind, audit_entries_ip, audit_entries_at;
    alter table audit_entries drop column actor_kind, drop column actor_id, drop column area;
    create index audit_entries_newest on audit_entries (tenant_id, sequence desc);
    alter function app.append_audit(jsonb, text, text, text) security invoker reset search_path;
    grant insert on audit_entries to sonaqor_app;
    grant insert, update on audit_heads to sonaqor_app;
  `)
}
