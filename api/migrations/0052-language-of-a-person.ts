import type { Knex } from 'knex'

/** Each person's language, and where the members of the entered tenant are written to. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    alter table directory.people add locale text check (locale in ('en', 'de'));

    -- Those of the named who are active members here; of anybody else it says nothing.
    create function directory.addressees_here(wanted uuid[]) returns table (
      member_id uuid, name text, email text, locale text
    )
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
      select m.id, p.name, p.email, p.locale
      from members m join directory.people p on p.id = m.person_id
      where m.tenant_id = app.tenant() and m.id = any (wanted) and m.state = 'active'
    $$;
    revoke execute on function directory.addressees_here(uuid[]) from public;
    grant execute on function directory.addressees_here(uuid[]) to sonaqor_app;
  `)
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    drop function directory.addressees_here(uuid[]);
    alter table directory.people drop locale;
  `)
}
