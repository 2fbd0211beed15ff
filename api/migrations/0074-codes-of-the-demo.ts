import type { Knex } from 'knex'

/** What the codes of the demo's people are counted from: of nobody who belongs to a tenant that is real. */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create function directory.demo_totps() returns table (person_id uuid, email text, sealed bytea)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
      select f.person_id, p.email, f.sealed
      from directory.totp_factors f join directory.people p on p.id = f.person_id
      where f.confirmed_at is not null and exists (
          select from directory.memberships m where m.person_id = f.person_id)
        and not exists (
          select from directory.memberships m join tenants t on t.id = m.tenant_id
          where m.person_id = f.person_id and not t.demo)
    $$;
    revoke execute on function directory.demo_totps() from public;
    grant execute on function directory.demo_totps() to sonaqor_app;
  `)
}

export async function down(db: Knex): Promise<void> {
  await db.raw('drop function directory.demo_totps()')
}
