import type { Knex } from 'knex'

/** A client secret lets in the page that it was made for, or, without a page named, a frame of our own. */
export async function up(db: Knex): Promise<void> {
  await db.raw(taking('page is null or page = any (s.origins)'))
}

export async function down(db: Knex): Promise<void> {
  await db.raw(taking('page = any (s.origins)'))
}

const taking = (admitted: string) => `
  create or replace function directory.take_embed_secret(given bytea, page text, at timestamptz)
  returns table (tenant_id uuid, environment text, session_id uuid, taken boolean)
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    return query
      update directory.embed_secrets s set used_at = at
      where s.hash = given and s.used_at is null and s.expires_at > at and (${admitted})
      returning s.tenant_id, s.environment, s.session_id, true;
    if not found then
      return query
        select s.tenant_id, s.environment, s.session_id, false
        from directory.embed_secrets s
        where s.hash = given and s.used_at is null and s.expires_at > at;
    end if;
  end $$;
`
