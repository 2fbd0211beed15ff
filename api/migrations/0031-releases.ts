import type { Knex } from 'knex'

/**
 * Releases of modules. They belong to no tenant: module teams publish them, every host reads them.
 * A release is never changed and never deleted; it is published or withdrawn.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table releases (
      id uuid primary key,
      module text not null,
      version text not null,
      manifest jsonb not null,
      views text[] not null,
      state text not null default 'published' check (state in ('published', 'withdrawn')),
      published_at timestamptz not null,
      place bigint generated always as identity,
      unique (module, version)
    );
    create index on releases (module, place desc) where state = 'published';
    grant select, insert on releases to sonaqor_app;
    grant update (state) on releases to sonaqor_app;

    create table release_files (
      release_id uuid not null references releases (id),
      path text not null,
      integrity text not null,
      encoding text not null check (encoding in ('identity', 'gzip', 'br')),
      file_id uuid not null,
      primary key (release_id, path, encoding)
    );
    grant select, insert on release_files to sonaqor_app;

    create table release_acts (
      release_id uuid not null references releases (id),
      id uuid not null,
      act text not null check (act in ('published', 'withdrawn', 'restored')),
      done_by text not null,
      done_at timestamptz not null,
      primary key (release_id, id)
    );
    grant select, insert on release_acts to sonaqor_app;

    create table directory.module_tokens (
      hash bytea primary key check (length(hash) = 32),
      id uuid not null unique,
      module text not null,
      made_at timestamptz not null,
      revoked_at timestamptz
    );

    create function directory.open_module_token(given bytea) returns table (id uuid, module text)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
      select t.id, t.module from directory.module_tokens t
      where t.hash = given and t.revoked_at is null
    $$;
    revoke execute on all functions in schema directory from public;
    grant execute on function directory.open_module_token(bytea) to sonaqor_app;
  `)
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    drop function directory.open_module_token;
    drop table directory.module_tokens, release_acts, release_files, releases;
  `)
}
