import type { Knex } from 'knex'

/**
 * An embed session carries what its reader is locked to, which the database itself enforces; it says
 * where it was entered and when it was seen last; and where a page was refused, its app remembers.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    alter table embed_sessions
      -- Null where the session sees all that its scopes open.
      add column filters jsonb check (jsonb_typeof(filters) = 'object'),
      add column entered_at timestamptz,
      add column entered_origin text,
      add column last_seen_at timestamptz,
      -- By the page itself, as somebody signed out of it.
      add column ended_at timestamptz;
    create index embed_sessions_user on embed_sessions (tenant_id, app_id, user_ref) where user_ref is not null;

    create table embed_refusals (
      tenant_id uuid not null,
      environment text not null check (environment in ('sandbox', 'production')),
      app_id uuid not null,
      origin text not null,
      reason text not null check (reason in ('origin', 'used', 'late', 'ended')),
      times integer not null,
      first_at timestamptz not null,
      last_at timestamptz not null,
      primary key (tenant_id, app_id, origin, reason),
      foreign key (tenant_id, environment, app_id) references apps (tenant_id, environment, id)
    );
    create index on embed_refusals (tenant_id, app_id, last_at);
    alter table embed_refusals enable row level security;
    alter table embed_refusals force row level security;
    create policy own_environments on embed_refusals using (
      tenant_id = (select app.tenant()) and environment = any ((select app.environments())::text[])
    );
    grant select on embed_refusals to sonaqor_app;
  `)
  await db.raw(noting)
  await db.raw('drop function directory.open_embed_session(uuid, text, uuid, timestamptz)')
  await db.raw(opening(', lock text', lock, 'and s.ended_at is null'))
}

/* Settles in the same statement that finds the session what is seen until the end of the transaction. */
const lock = `, set_config('app.lock', coalesce(s.filters::text, ''), true)`

/**
 * Whoever holds no secret of ours leaves nothing: it names no app. Of those that are known, it is the
 * database that says what was wrong with them.
 */
const noting = `
  create function directory.note_embed_refusal(given bytea, page text, at timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    known directory.embed_secrets;
    door uuid;
    why text;
  begin
    select * into known from directory.embed_secrets d where d.hash = given;
    if not found then return; end if;
    perform app.enter(known.tenant_id, array[known.environment]);
    select s.app_id,
           case when s.revoked_at is not null or s.ended_at is not null or s.expires_at <= at
                  or k.revoked_at is not null or k.expires_at <= at or a.deleted_at is not null
                then 'ended'
                when known.used_at is not null then 'used'
                when known.expires_at <= at then 'late'
                else 'origin' end
      into door, why
      from embed_sessions s
      join api_keys k on k.tenant_id = s.tenant_id and k.id = s.key_id
      join apps a on a.tenant_id = s.tenant_id and a.id = s.app_id
      where s.tenant_id = known.tenant_id and s.id = known.session_id;
    if not found then return; end if;
    insert into embed_refusals as r
      (tenant_id, environment, app_id, origin, reason, times, first_at, last_at)
    values (known.tenant_id, known.environment, door, left(page, 255), why, 1, at, at)
    on conflict (tenant_id, app_id, origin, reason)
      do update set times = r.times + 1, last_at = greatest(r.last_at, excluded.last_at);
    -- Any page may try as any origin: an app remembers the newest fifty.
    delete from embed_refusals r
    where r.tenant_id = known.tenant_id and r.app_id = door and (r.origin, r.reason) in (
      select o.origin, o.reason from embed_refusals o
      where o.tenant_id = known.tenant_id and o.app_id = door
      order by o.last_at desc, o.origin, o.reason offset 50
    );
  end $$;
  revoke execute on function directory.note_embed_refusal(bytea, text, timestamptz) from public;
  grant execute on function directory.note_embed_refusal(bytea, text, timestamptz) to sonaqor_app;
`

/* As in 0060, which asked for an app that is not deleted. */
const opening = (column: string, value: string, condition: string) => `
  create function directory.open_embed_session(
    tenant uuid, env text, session uuid, at timestamptz
  ) returns table (
    app_id uuid, app_name text, embed_id uuid, tenant_name text, key_id uuid, key_label text,
    scopes text[], origins text[], views text[], user_ref text, user_name text,
    expires_at timestamptz${column}
  )
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    perform app.enter(tenant, array[env]);
    return query
      select s.app_id, a.name, a.embed_id, t.name, s.key_id, k.label,
             array(select unnest(s.scopes) intersect select unnest(k.scopes)),
             array(select unnest(s.origins) intersect select unnest(a.origins)),
             s.views, s.user_ref, s.user_name, s.expires_at${value}
      from embed_sessions s
      join api_keys k on k.tenant_id = s.tenant_id and k.id = s.key_id
      join apps a on a.tenant_id = s.tenant_id and a.id = s.app_id
      join tenants t on t.id = s.tenant_id
      where s.tenant_id = tenant and s.environment = env and s.id = session
        and s.revoked_at is null and s.expires_at > at
        and k.revoked_at is null and (k.expires_at is null or k.expires_at > at)
        and a.deleted_at is null ${condition};
    if not found then
      perform app.enter(null, '{}');
    end if;
  end $$;
  revoke execute on function directory.open_embed_session(uuid, text, uuid, timestamptz)
    from public;
  grant execute on function directory.open_embed_session(uuid, text, uuid, timestamptz)
    to sonaqor_app;
`

export async function down(db: Knex): Promise<void> {
  await db.raw('drop function directory.open_embed_session(uuid, text, uuid, timestamptz)')
  await db.raw(opening('', '', ''))
  await db.raw(`
    drop function directory.note_embed_refusal(bytea, text, timestamptz);
    drop table embed_refusals;
    drop index embed_sessions_user;
    alter table embed_sessions drop column filters, drop column entered_at,
      drop column entered_origin, drop column last_seen_at, drop column ended_at;
  `)
}
