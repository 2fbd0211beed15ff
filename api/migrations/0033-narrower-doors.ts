import type { Knex } from 'knex'

/**
 * Doors that took the word of whoever knocked. Whose tenants are told follows from an open session of
 * the entered tenant, and no longer from any person's id; what a secret opens is read from the session
 * itself; and what is forgotten is never younger than its own life, whatever moment is named.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    drop function directory.tenants_of(uuid);
    create function directory.tenants_of_session(session uuid) returns table (id uuid, name text)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
      select t.id, t.name
      from sessions s
      join members m on m.tenant_id = s.tenant_id and m.id = s.member_id
      join directory.memberships o on o.person_id = m.person_id
      join tenants t on t.id = o.tenant_id
      where s.tenant_id = app.tenant() and s.id = session and s.ended_at is null
      order by t.name, t.id
    $$;

    -- A secret lives for a minute: a page that holds one meanwhile asks for another.
    delete from directory.embed_secrets;
    alter table directory.embed_secrets add foreign key (tenant_id, session_id)
      references embed_sessions (tenant_id, id) on delete cascade;
    create index on directory.embed_secrets (tenant_id, session_id);

    drop function directory.put_embed_secret(bytea, text, uuid, text[], timestamptz);
    create function directory.put_embed_secret(given bytea, session uuid, expires timestamptz)
    returns void
    language sql security definer set search_path = pg_catalog, public, pg_temp as $$
      insert into directory.embed_secrets
        (hash, tenant_id, environment, session_id, origins, expires_at)
      select given, s.tenant_id, s.environment, s.id, s.origins, least(expires, s.expires_at)
      from embed_sessions s
      where s.tenant_id = app.tenant() and s.environment = any (app.environments())
        and s.id = session and s.revoked_at is null
    $$;

    create or replace function directory.forget_sign_ins(before timestamptz) returns void
    language sql security definer set search_path = pg_catalog, public, pg_temp as $$
      delete from directory.refresh_tokens where expires_at < least(before, now());
      delete from directory.sign_in_counters
      where counted_at < least(before, now() - interval '15 minutes');
    $$;

    create or replace function directory.forget_embed_sessions(before timestamptz) returns void
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
    declare
      tenant uuid;
      over timestamptz := least(before, now());
    begin
      delete from directory.embed_secrets where expires_at < over;
      for tenant in select id from tenants loop
        perform app.enter(tenant, '{sandbox,production}');
        delete from embed_sessions where tenant_id = tenant and expires_at < over;
      end loop;
      perform app.enter(null, '{}');
    end $$;

    create or replace function app.purge_log_reads(before timestamptz) returns void
    language sql security definer set search_path = pg_catalog, public, pg_temp as $$
      delete from log_reads where audited_at < least(before, now() - interval '5 minutes')
    $$;

    create or replace function app.purge_idempotent_answers(before timestamptz) returns integer
    language sql security definer set search_path = pg_catalog, public, pg_temp as $$
      with gone as (
        delete from idempotent_answers where at < least(before, now() - interval '24 hours')
        returning 1
      )
      select count(*) from gone
    $$;

    revoke execute on all functions in schema directory from public;
    grant execute on function
      directory.tenants_of_session(uuid),
      directory.put_embed_secret(bytea, uuid, timestamptz)
    to sonaqor_app;
  `)
}

/** The doors as they stood before: nothing is kept in them, so nothing is lost. */
export async function down(db: Knex): Promise<void> {
  await db.raw(`
    drop function directory.tenants_of_session(uuid);
    create function directory.tenants_of(person uuid) returns table (id uuid, name text)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
      select t.id, t.name
      from directory.memberships m join tenants t on t.id = m.tenant_id
      where m.person_id = person
      order by t.name, t.id
    $$;

    drop function directory.put_embed_secret(bytea, uuid, timestamptz);
    create function directory.put_embed_secret(
      given bytea, env text, session uuid, pages text[], expires timestamptz
    ) returns void
    language sql security definer set search_path = pg_catalog, public, pg_temp as $$
      insert into directory.embed_secrets
        (hash, tenant_id, environment, session_id, origins, expires_at)
      values (given, app.tenant(), env, session, pages, expires)
    $$;

    revoke execute on all functions in schema directory from public;
    grant execute on function
      directory.tenants_of(uuid),
      directory.put_embed_secret(bytea, text, uuid, text[], timestamptz)
    to sonaqor_app;
  `)
}
