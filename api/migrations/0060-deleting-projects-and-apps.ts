import type { Knex } from 'knex'

/**
 * What is deleted stays for seven days, hidden, with everything that hangs on it. Then it is purged: its
 * settings and the hashes of its keys go, and its row stays with its name, for requests, customers and
 * transactions name it for as long as they are kept.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    alter table projects add column deleted_at timestamptz, add column purged_at timestamptz;
    alter table apps
      add column deleted_at timestamptz,
      add column deleted_with_project boolean not null default false,
      add column purged_at timestamptz,
      -- From where its keys are taken; 0061 has them held to it.
      add column ip_allowlist cidr[] not null default '{}' check (cardinality(ip_allowlist) <= 100);
    drop index projects_name, apps_name;
    create unique index projects_name on projects (tenant_id, lower(name)) where deleted_at is null;
    create unique index apps_name on apps (tenant_id, project_id, environment, lower(name))
      where deleted_at is null;
    create index projects_deleted on projects (tenant_id) where deleted_at is not null;
    create index apps_deleted on apps (tenant_id) where deleted_at is not null;

    -- An app goes with its project and comes back with it, unless it had been deleted before. It has no
    -- rights but the caller's, and row-level security holds for it.
    create function app.follow_project() returns trigger
    language plpgsql set search_path = pg_catalog, public, pg_temp as $$
    begin
      update apps a
      set deleted_at = new.deleted_at, deleted_with_project = new.deleted_at is not null,
          revision = a.revision + 1
      where a.tenant_id = new.tenant_id and a.project_id = new.id and a.purged_at is null
        and case when new.deleted_at is null then a.deleted_with_project else a.deleted_at is null end;
      return null;
    end $$;
    create trigger follow_project after update of deleted_at on projects
      for each row when (old.deleted_at is distinct from new.deleted_at)
      execute function app.follow_project();
  `)
  await db.raw(
    followApp('deleted_at, ', `case when new.deleted_at is null then new.origins else '{}' end`),
  )
  await db.raw(openEmbedSession('and a.deleted_at is null'))
  await db.raw(`
    -- Purges what was deleted in the entered tenant, never before its seven days are over, whatever
    -- moment is named. A key whose hash is gone was never known.
    create function directory.purge_deleted(before timestamptz)
    returns table (kind text, id uuid, environment text)
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
    declare
      over timestamptz := least(before, now() - interval '7 days');
    begin
      return query
        with gone as (
          update apps a
          set purged_at = now(), origins = '{}', ip_allowlist = '{}', revision = a.revision + 1
          where a.tenant_id = app.tenant() and a.deleted_at < over and a.purged_at is null
          returning a.tenant_id, a.id, a.environment
        ), ended as (
          update api_keys k set revoked_at = now(), revision = k.revision + 1
          from gone g
          where k.tenant_id = g.tenant_id and k.app_id = g.id and k.revoked_at is null
        ), forgotten as (
          delete from directory.api_keys d
          using gone g join api_keys k on k.tenant_id = g.tenant_id and k.app_id = g.id
          where d.tenant_id = k.tenant_id and d.environment = k.environment and d.key_id = k.id
        )
        select 'app', g.id, g.environment from gone g;
      return query
        update projects p
        set purged_at = now(), description = null, revision = p.revision + 1
        where p.tenant_id = app.tenant() and p.deleted_at < over and p.purged_at is null
        returning 'project', p.id, null::text;
    end $$;
    revoke execute on function directory.purge_deleted(timestamptz) from public;
    grant execute on function directory.purge_deleted(timestamptz) to sonaqor_app;
  `)
}

/* What was deleted is framed by nobody: its public embed id goes on being known, and lets nobody in. */
const followApp = (column: string, origins: string) => `
  create or replace function directory.follow_app() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    insert into directory.frames (embed_id, tenant_id, app_id, origins)
    values (new.embed_id, new.tenant_id, new.id, ${origins})
    on conflict (tenant_id, app_id) do update
      set embed_id = excluded.embed_id, origins = excluded.origins;
    return null;
  end $$;
  drop trigger follow_app on apps;
  create trigger follow_app after insert or update of ${column}embed_id, origins on apps
    for each row execute function directory.follow_app();
`

/** As in 0030, with one condition more. */
const openEmbedSession = (condition: string) => `
  create or replace function directory.open_embed_session(
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
        and k.revoked_at is null and (k.expires_at is null or k.expires_at > at) ${condition};
    if not found then
      perform app.enter(null, '{}');
    end if;
  end $$;
`

/** Names that were freed by deleting may be taken by now: what was deleted goes by another one then. */
export async function down(db: Knex): Promise<void> {
  await db.raw(openEmbedSession(''))
  await db.raw(followApp('', 'new.origins'))
  await db.raw(`
    drop function directory.purge_deleted;
    drop trigger follow_project on projects;
    drop function app.follow_project;
    drop index projects_name, apps_name;
    do $$
    declare
      tenant uuid;
    begin
      for tenant in select id from tenants loop
        perform app.enter(tenant, '{sandbox,production}');
        update projects set name = left(name, 43) || ' ' || id where deleted_at is not null;
        update apps set name = left(name, 43) || ' ' || id where deleted_at is not null;
      end loop;
      perform app.enter(null, '{}');
    end $$;
    alter table projects drop column deleted_at, drop column purged_at;
    alter table apps drop column deleted_at, drop column deleted_with_project,
      drop column purged_at, drop column ip_allowlist;
    create unique index projects_name on projects (tenant_id, lower(name));
    create unique index apps_name on apps (tenant_id, project_id, environment, lower(name));
  `)
}
