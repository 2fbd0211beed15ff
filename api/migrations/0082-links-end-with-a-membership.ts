import type { Knex } from 'knex'

/**
 * Whoever is removed is known by no subject of a provider any more: once they are let in anew, the account
 * that they have by then is the one that leads to them.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create function directory.end_sso_links() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
    begin
      delete from sso_links l where l.tenant_id = new.tenant_id and l.member_id = new.id;
      return null;
    end $$;
    create trigger end_sso_links after update of state on members
      for each row when (new.state = 'removed') execute function directory.end_sso_links();
    revoke execute on function directory.end_sso_links() from public;
  `)
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    drop trigger end_sso_links on members;
    drop function directory.end_sso_links();
  `)
}
