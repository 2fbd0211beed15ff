import type { Knex } from 'knex'
import { tenantTable } from '../src/core/database/tenant-table.ts'

/**
 * What somebody has chosen of the dashboard. How it looks is theirs in every tenant, so it stands with
 * the person; where they look is a matter of one tenant. A choice that was never made is null.
 */
export async function up(db: Knex): Promise<void> {
  await tenantTable(db, 'member_preferences', {
    environment: 'none',
    key: ['member_id'],
    // A project is not held on to: one that is purged is looked at by nobody any more.
    columns: `
      member_id uuid not null,
      looks_at text check (looks_at in ('sandbox', 'production')),
      project_id uuid,
      foreign key (tenant_id, member_id) references members (tenant_id, id) on delete cascade
    `,
    grants: ['select', 'insert', 'update', 'delete'],
  })
  await db.raw(`
    create table directory.preferences (
      person_id uuid primary key references directory.people (id) on delete cascade,
      theme text check (theme in ('light', 'dark', 'auto')),
      language text check (language in ('en', 'de', 'auto')),
      single_keys boolean
    );

    create function directory.own_preferences(session uuid, at timestamptz)
    returns table (theme text, language text, single_keys boolean)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
      select c.theme, c.language, c.single_keys from directory.preferences c
      where c.person_id = directory.person_of(session, null, at)
    $$;

    -- What is null is left as it was.
    create function directory.put_preferences(
      session uuid, chosen_theme text, chosen_language text, chosen_keys boolean, at timestamptz
    ) returns void
    language sql security definer set search_path = pg_catalog, public, pg_temp as $$
      insert into directory.preferences as c (person_id, theme, language, single_keys)
      select p.id, chosen_theme, chosen_language, chosen_keys from directory.people p
      where p.id = directory.person_of(session, null, at)
      on conflict (person_id) do update set
        theme = coalesce(excluded.theme, c.theme),
        language = coalesce(excluded.language, c.language),
        single_keys = coalesce(excluded.single_keys, c.single_keys)
    $$;

    revoke execute on function ${doors.join(', ')} from public;
    grant execute on function ${doors.join(', ')} to sonaqor_app;
  `)
}

const doors = [
  'directory.own_preferences(uuid, timestamptz)',
  'directory.put_preferences(uuid, text, text, boolean, timestamptz)',
]

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    drop function ${doors.join(', ')};
    drop table directory.preferences, member_preferences;
  `)
}
