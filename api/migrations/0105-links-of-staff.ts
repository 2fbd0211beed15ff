import type { Knex } from 'knex'

/**
 * Whoever comes to the staff sets their password by a link that works once, so that nobody else ever knows
 * it. It is for those alone who are members of no tenant: the others have a password, and a way to a new
 * one. Staff are somebody: no sign-up with their address sets a password of theirs.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table directory.staff_links (
      hash bytea primary key,
      staff_id uuid not null references directory.staff (id),
      expires_at timestamptz not null
    );
    create index on directory.staff_links (staff_id);
  `)
  await db.raw(links)
  await db.raw(isSomebody(true))
  await db.raw(`
    revoke execute on all functions in schema directory from public;
    grant execute on function ${doors.join(', ')} to sonaqor_app;
  `)
}

const definer = 'security definer set search_path = pg_catalog, public, pg_temp'

const links = `
  -- Whom a link may be sent to, and it is sent: those before it are void. Nothing for whoever is a
  -- member of a tenant, or may do nothing any more.
  create function directory.put_staff_link(
    session uuid, staff uuid, given bytea, expires timestamptz, at timestamptz
  ) returns table (email text, name text, locale text)
  language plpgsql ${definer} as $$
  #variable_conflict use_column
  begin
    if not exists (select from directory.staff_in(session, at) i
      where i.role = 'security' and i.second_factor_at is not null) then return; end if;
    if not exists (select from directory.staff f where f.id = staff and f.state = 'active'
      and not exists (select from directory.memberships m where m.person_id = f.person_id))
    then return; end if;
    delete from directory.staff_links l where l.staff_id = staff;
    insert into directory.staff_links (hash, staff_id, expires_at) values (given, staff, expires);
    return query select p.email, p.name, p.locale
      from directory.staff f join directory.people p on p.id = f.person_id where f.id = staff;
  end $$;

  -- Whose password a link that is still good would set, and what they are known by.
  create function directory.staff_link_opens(given bytea, at timestamptz)
  returns table (person_id uuid, words text[])
  language sql stable ${definer} as $$
    select p.id, array[p.email, p.name]
    from directory.staff_links l
    join directory.staff f on f.id = l.staff_id join directory.people p on p.id = f.person_id
    where l.hash = given and l.expires_at > at and f.state = 'active'
      and not exists (select from directory.memberships m where m.person_id = p.id)
  $$;

  -- Of many who bring it at once one sets the password; what the old one had opened is over.
  create function directory.use_staff_link(given bytea, password text, act uuid, from_ip text, at timestamptz)
  returns boolean
  language plpgsql ${definer} as $$
  declare
    person uuid := (select o.person_id from directory.staff_link_opens(given, at) o);
    staff uuid;
  begin
    if person is null then return false; end if;
    delete from directory.staff_links l where l.hash = given returning l.staff_id into staff;
    if staff is null then return false; end if;
    perform directory.put_password(person, password, at);
    insert into directory.staff_acts (id, staff_id, action, target, detail, ip, at)
    values (act, staff, 'staff.password-set', null, '{}', from_ip, at);
    return true;
  end $$;
`

/** Whoever belongs somewhere, or has a second factor to prove who they are by. */
const isSomebody = (withStaff: boolean) => `
  create or replace function directory.is_somebody(person uuid) returns boolean
  language sql stable as $$
    select exists (select from directory.memberships m where m.person_id = person)
      or exists (select from directory.totp_factors f
        where f.person_id = person and f.confirmed_at is not null)
      or exists (select from directory.passkeys k where k.person_id = person)
      ${withStaff ? 'or exists (select from directory.staff f where f.person_id = person)' : ''}
  $$;
`

/** With their arguments, as granting and dropping name them. */
const doors = [
  'put_staff_link(uuid, uuid, bytea, timestamptz, timestamptz)',
  'staff_link_opens(bytea, timestamptz)',
  'use_staff_link(bytea, text, uuid, text, timestamptz)',
].map((door) => `directory.${door}`)

export async function down(db: Knex): Promise<void> {
  await db.raw(isSomebody(false))
  await db.raw(`drop function ${doors.join(', ')}`)
  await db.raw('drop table directory.staff_links')
}
