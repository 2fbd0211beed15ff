import type { Knex } from 'knex'

/**
 * A session says that it ends when its key does, where that is sooner, so that neither a token nor an open
 * socket outlives the key. And refusals of one app are noted one after the other: two that make room at once
 * would wait for each other.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(opening('least(s.expires_at, k.expires_at)'))
  await db.raw(noting('perform pg_advisory_xact_lock(hashtextextended(door::text, 118));'))
}

/* As in 0110, but for when the session ends. */
const opening = (endsAt: string) => `
  create or replace function directory.open_embed_session(
    tenant uuid, env text, session uuid, at timestamptz
  ) returns table (
    app_id uuid, app_name text, embed_id uuid, tenant_name text, key_id uuid, key_label text,
    scopes text[], origins text[], views text[], user_ref text, user_name text,
    expires_at timestamptz, lock text
  )
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    perform app.enter(tenant, array[env]);
    return query
      select s.app_id, a.name, a.embed_id, t.name, s.key_id, k.label,
             array(select unnest(s.scopes) intersect select unnest(k.scopes)),
             array(select unnest(s.origins) intersect select unnest(a.origins)),
             s.views, s.user_ref, s.user_name, ${endsAt},
             set_config('app.lock', coalesce(s.filters::text, ''), true)
      from embed_sessions s
      join api_keys k on k.tenant_id = s.tenant_id and k.id = s.key_id
      join apps a on a.tenant_id = s.tenant_id and a.id = s.app_id
      join tenants t on t.id = s.tenant_id
      where s.tenant_id = tenant and s.environment = env and s.id = session
        and s.revoked_at is null and s.expires_at > at
        and k.revoked_at is null and (k.expires_at is null or k.expires_at > at)
        and a.deleted_at is null and s.ended_at is null;
    if not found then
      perform app.enter(null, '{}');
    end if;
  end $$;
`

/* As in 0118, but for what comes first. */
const noting = (first: string) => `
  create or replace function directory.note_embed_refusal(given bytea, page text, at timestamptz)
  returns void
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    known directory.embed_secrets;
    door uuid;
  begin
    select * into known from directory.embed_secrets d where d.hash = given;
    if not found then return; end if;
    perform app.enter(known.tenant_id, array[known.environment]);
    update embed_sessions s set refusals = s.refusals + 1
      where s.tenant_id = known.tenant_id and s.id = known.session_id and s.refusals < 5
      returning s.app_id into door;
    if found then
      ${first}
      perform directory.note_any_embed_refusal(given, page, at);
    end if;
  end $$;
`

export async function down(db: Knex): Promise<void> {
  await db.raw(opening('s.expires_at'))
  await db.raw(noting(''))
}
