import type { Knex } from 'knex'

/** Embed sessions, the one-time secrets that open them in a page, and who may frame our own frame. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table embed_sessions (
      tenant_id uuid not null,
      environment text not null check (environment in ('sandbox', 'production')),
      id uuid not null,
      app_id uuid not null,
      key_id uuid not null,
      views text[] not null,
      scopes text[] not null,
      origins text[] not null,
      user_ref text,
      user_name text,
      opened_at timestamptz not null,
      expires_at timestamptz not null,
      revoked_at timestamptz,
      primary key (tenant_id, id),
      foreign key (tenant_id, environment, app_id) references apps (tenant_id, environment, id),
      foreign key (tenant_id, environment, key_id) references api_keys (tenant_id, environment, id),
      check ((user_ref is null) = (user_name is null))
    );
    create index on embed_sessions (tenant_id, expires_at);
    alter table embed_sessions enable row level security;
    alter table embed_sessions force row level security;
    create policy own_environments on embed_sessions using (
      tenant_id = (select app.tenant()) and environment = any ((select app.environments())::text[])
    );
    grant select, insert, update on embed_sessions to sonaqor_app;

    create table directory.embed_secrets (
      hash bytea primary key,
      tenant_id uuid not null,
      environment text not null,
      session_id uuid not null,
      origins text[] not null,
      expires_at timestamptz not null,
      used_at timestamptz
    );
    create index on directory.embed_secrets (expires_at);

    create table directory.frames (
      embed_id uuid primary key,
      tenant_id uuid not null,
      app_id uuid not null,
      origins text[] not null,
      unique (tenant_id, app_id)
    );
  `)
  await db.raw(sessions)
  await db.raw(frames)
}

const sessions = `
  create function directory.put_embed_secret(
    given bytea, env text, session uuid, pages text[], expires timestamptz
  ) returns void
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    insert into directory.embed_secrets (hash, tenant_id, environment, session_id, origins, expires_at)
    values (given, app.tenant(), env, session, pages, expires)
  $$;

  -- One statement decides and consumes, so that of two pages with one secret a single one gets in.
  -- A live secret in the hands of another page is told apart, and stays as it is.
  create function directory.take_embed_secret(given bytea, page text, at timestamptz)
  returns table (tenant_id uuid, environment text, session_id uuid, taken boolean)
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    return query
      update directory.embed_secrets s set used_at = at
      where s.hash = given and s.used_at is null and s.expires_at > at and page = any (s.origins)
      returning s.tenant_id, s.environment, s.session_id, true;
    if not found then
      return query
        select s.tenant_id, s.environment, s.session_id, false
        from directory.embed_secrets s
        where s.hash = given and s.used_at is null and s.expires_at > at;
    end if;
  end $$;

  -- Enters the tenant and environment of a live session and says what it may do at this moment: what
  -- its key or its app has lost, the session has lost.
  create function directory.open_embed_session(
    tenant uuid, env text, session uuid, at timestamptz
  ) returns table (
    app_id uuid, app_name text, embed_id uuid, tenant_name text, key_id uuid, key_label text,
    scopes text[], origins text[], views text[], user_ref text, user_name text,
    expires_at timestamptz
  )
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    perform app.enter(tenant, array[env]);
    return query
      select s.app_id, a.name, a.embed_id, t.name, s.key_id, k.label,
             array(select unnest(s.scopes) intersect select unnest(k.scopes)),
             array(select unnest(s.origins) intersect select unnest(a.origins)),
             s.views, s.user_ref, s.user_name, s.expires_at
      from embed_sessions s
      join api_keys k on k.tenant_id = s.tenant_id and k.id = s.key_id
      join apps a on a.tenant_id = s.tenant_id and a.id = s.app_id
      join tenants t on t.id = s.tenant_id
      where s.tenant_id = tenant and s.environment = env and s.id = session
        and s.revoked_at is null and s.expires_at > at
        and k.revoked_at is null and (k.expires_at is null or k.expires_at > at);
    if not found then
      perform app.enter(null, '{}');
    end if;
  end $$;

  -- Sessions live for an hour at most; what is long over serves nobody.
  create function directory.forget_embed_sessions(before timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    tenant uuid;
  begin
    delete from directory.embed_secrets where expires_at < before;
    for tenant in select id from tenants loop
      perform app.enter(tenant, '{sandbox,production}');
      delete from embed_sessions where tenant_id = tenant and expires_at < before;
    end loop;
    perform app.enter(null, '{}');
  end $$;

  revoke execute on all functions in schema directory from public;
  grant execute on function
    directory.put_embed_secret(bytea, text, uuid, text[], timestamptz),
    directory.take_embed_secret(bytea, text, timestamptz),
    directory.open_embed_session(uuid, text, uuid, timestamptz),
    directory.forget_embed_sessions(timestamptz)
  to sonaqor_app;
`

/* The frame's address names an app by its public embed id before any token is known. */
const frames = `
  create function directory.follow_app() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    insert into directory.frames (embed_id, tenant_id, app_id, origins)
    values (new.embed_id, new.tenant_id, new.id, new.origins)
    on conflict (tenant_id, app_id) do update
      set embed_id = excluded.embed_id, origins = excluded.origins;
    return null;
  end $$;
  create trigger follow_app after insert or update of embed_id, origins on apps
    for each row execute function directory.follow_app();

  -- The registered origins of an app, which are public in the frame's own policy; null is unknown.
  create function directory.frame_ancestors(embed uuid) returns text[]
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select origins from directory.frames where embed_id = embed
  $$;

  revoke execute on all functions in schema directory from public;
  grant execute on function directory.frame_ancestors(uuid) to sonaqor_app;
`

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    drop trigger follow_app on apps;
    drop function directory.follow_app, directory.frame_ancestors, directory.put_embed_secret,
      directory.take_embed_secret, directory.open_embed_session, directory.forget_embed_sessions;
    drop table directory.frames, directory.embed_secrets, embed_sessions;
  `)
}
