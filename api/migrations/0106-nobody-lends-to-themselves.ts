import type { Knex } from 'knex'

/**
 * A look is what a tenant lends to Sonaqor, and so nobody lends one to themselves: whoever of the staff is
 * a member there as well enters none that they have allowed or opened.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    alter table support_accesses add decided_by_person uuid;

    -- Whether the one who asks is of the staff that the look is for.
    create function directory.is_staff_person(staff uuid, person uuid) returns boolean
    language sql stable ${definer} as $$
      select exists (select from directory.staff f where f.id = staff and f.person_id = person)
    $$;
    revoke execute on function ${door} from public;
    grant execute on function ${door} to sonaqor_app;
  `)
  await db.raw(openLook('and a.decided_by_person is distinct from person'))
}

const definer = 'security definer set search_path = pg_catalog, public, pg_temp'
const door = 'directory.is_staff_person(uuid, uuid)'

/**
 * Enters the tenant that lets this session of staff look, with what it shows; nothing where the look is
 * over, ended, or was never allowed.
 */
const openLook = (further: string) => `
  create or replace function directory.open_look(
    tenant uuid, look uuid, session uuid, at timestamptz
  ) returns table (
    staff_id uuid, name text, look_id uuid, reason text, scopes text[], environments text[],
    until timestamptz
  ) language plpgsql ${definer} as $$
  #variable_conflict use_column
  declare
    staff uuid;
    person uuid;
    staff_name text;
    given support_accesses;
  begin
    select i.staff_id, i.person_id, i.name into staff, person, staff_name
    from directory.staff_in(session, at) i where i.second_factor_at is not null;
    if staff is null then return; end if;
    perform set_config('app.tenant_id', tenant::text, true);
    select * into given from support_accesses a
    where a.tenant_id = tenant and a.id = look and a.state = 'approved' and a.ended_at is null
      and a.until > at and (a.staff_id is null or a.staff_id = staff)
      ${further};
    if not found then
      perform set_config('app.tenant_id', '', true);
      return;
    end if;
    perform set_config('app.environments', array_to_string(given.environments, ','), true);
    return query select staff, staff_name, given.id, given.reason, given.scopes,
      given.environments, given.until;
  end $$;
`

export async function down(db: Knex): Promise<void> {
  await db.raw(openLook(''))
  await db.raw(`
    drop function ${door};
    alter table support_accesses drop decided_by_person;
  `)
}
