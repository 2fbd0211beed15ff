import type { Knex } from 'knex'

/** A session says how often its key may ask, for what the pages of a key ask counts as asked by the key. */
export async function up(db: Knex): Promise<void> {
  await db.raw(opening(', requests_per_minute integer', ', k.requests_per_minute'))
}

/* As in 0120, with more at the end. */
const opening = (column: string, value: string) => `
  drop function directory.open_embed_session(uuid, text, uuid, timestamptz);
  create function directory.open_embed_session(
    tenant uuid, env text, session uuid, at timestamptz
  ) returns table (
    app_id uuid, app_name text, embed_id uuid, tenant_name text, key_id uuid, key_label text,
    scopes text[], origins text[], views text[], user_ref text, user_name text,
    expires_at timestamptz, lock text${column}
  )
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    perform app.enter(tenant, array[env]);
    return query
      select s.app_id, a.name, a.embed_id, t.name, s.key_id, k.label,
             array(select unnest(s.scopes) intersect select unnest(k.scopes)),
             array(select unnest(s.origins) intersect select unnest(a.origins)),
             s.views, s.user_ref, s.user_name,
             least(s.expires_at, k.expires_at,
               case when s.secret_number < k.secret_number then k.old_ends_at end),
             set_config('app.lock', coalesce(s.filters::text, ''), true)${value}
      from embed_sessions s
      join api_keys k on k.tenant_id = s.tenant_id and k.id = s.key_id
      join apps a on a.tenant_id = s.tenant_id and a.id = s.app_id
      join tenants t on t.id = s.tenant_id
      where s.tenant_id = tenant and s.environment = env and s.id = session
        and s.revoked_at is null and s.expires_at > at
        and k.revoked_at is null and (k.expires_at is null or k.expires_at > at)
        and a.deleted_at is null and s.ended_at is null
        and (s.secret_number = k.secret_number
          or s.secret_number = k.secret_number - 1 and k.old_ends_at > at);
    if not found then
      perform app.enter(null, '{}');
    end if;
  end $$;
  revoke execute on function directory.open_embed_session(uuid, text, uuid, timestamptz) from public;
  grant execute on function directory.open_embed_session(uuid, text, uuid, timestamptz) to sonaqor_app;
`

export async function down(db: Knex): Promise<void> {
  await db.raw(opening('', ''))
}
