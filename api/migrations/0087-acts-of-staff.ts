import type { Knex } from 'knex'

/**
 * What staff may do: security leads look after the staff, and whose role allows it finds tenants, suspends
 * them and puts them on a plan. Each door asks for an open session that has shown a second factor, and for
 * the role where it changes anything.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(people)
  await db.raw(tenants)
  await db.raw(`
    revoke execute on all functions in schema directory from public;
    grant execute on function ${doors.join(', ')} to sonaqor_app;
  `)
}

const definer = 'security definer set search_path = pg_catalog, public, pg_temp'

/** One of the staff, as the security leads see them. */
const colleague = `
  id uuid, name text, email text, role text, state text, made_at timestamptz,
  second_factor boolean, last_seen_at timestamptz, revision integer
`

const people = `
  create or replace function directory.staff_people(session uuid, at timestamptz)
  returns table (${colleague})
  language sql stable ${definer} as $$
    select f.id, p.name, p.email, f.role, f.state, f.made_at,
      exists (select from directory.totp_factors t
        where t.person_id = p.id and t.confirmed_at is not null)
        or exists (select from directory.passkeys k where k.person_id = p.id),
      f.last_seen_at, f.revision
    from directory.staff f join directory.people p on p.id = f.person_id
    where exists (select from directory.staff_in(session, $2) i
      where i.role = 'security' and i.second_factor_at is not null)
    order by p.name, f.id
  $$;

  -- Nothing where somebody of that e-mail is staff already; who is a person already keeps their password.
  create or replace function directory.add_staff(
    session uuid, staff uuid, person uuid, given_name text, given_email text, password text,
    wanted_role text, at timestamptz
  ) returns table (is_new_person boolean)
  language plpgsql ${definer} as $$
  declare
    known uuid;
  begin
    if not exists (select from directory.staff_in(session, at) i
      where i.role = 'security' and i.second_factor_at is not null) then return; end if;
    insert into directory.people (id, email, name, password_hash, created_at)
    values (person, lower(given_email), given_name, password, at)
    on conflict (email) do nothing;
    select p.id into known from directory.people p where p.email = lower(given_email);
    insert into directory.staff (id, person_id, role, made_at)
    values (staff, known, wanted_role, at) on conflict (person_id) do nothing;
    if not found then return; end if;
    return query select known = person;
  end $$;

  -- One after the other, so that of two security leads who suspend each other one stays.
  create or replace function directory.lock_staff(session uuid, staff uuid, at timestamptz)
  returns table (role text, state text, revision integer, other_leads integer)
  language plpgsql ${definer} as $$
  #variable_conflict use_column
  begin
    if not exists (select from directory.staff_in(session, at) i
      where i.role = 'security' and i.second_factor_at is not null) then return; end if;
    perform pg_advisory_xact_lock(hashtextextended('staff', 0));
    return query
      select f.role, f.state, f.revision, (
        select count(*)::integer from directory.staff o
        where o.role = 'security' and o.state = 'active' and o.id <> staff)
      from directory.staff f where f.id = staff;
  end $$;

  -- Sessions of theirs are over: what they may do has changed.
  create or replace function directory.change_staff(
    session uuid, staff uuid, wanted_role text, wanted_state text, at timestamptz
  ) returns void
  language plpgsql ${definer} as $$
  begin
    if not exists (select from directory.staff_in(session, at) i
      where i.role = 'security' and i.second_factor_at is not null) then return; end if;
    update directory.staff f set role = wanted_role, state = wanted_state, revision = f.revision + 1
    where f.id = staff;
    update directory.staff_sessions s set ended_at = at, ended_because = 'changed'
    where s.staff_id = staff and s.ended_at is null;
  end $$;
`

const tenants = `
  -- What Sonaqor knows of tenants: nothing of what is in them.
  create or replace function directory.staff_tenants(session uuid, search text, one uuid, at timestamptz)
  returns table (
    id uuid, name text, plan text, demo boolean, founded_at timestamptz, members integer,
    suspended_at timestamptz, suspended_because text
  ) language sql stable ${definer} as $$
    select t.id, t.name, t.plan, t.demo, t.founded_at,
      (select count(*)::integer from directory.memberships m where m.tenant_id = t.id),
      t.suspended_at, t.suspended_because
    from tenants t
    where exists (select from directory.staff_in(session, $4) i
        where i.second_factor_at is not null)
      and (one is null or t.id = one)
      and (search is null or t.id::text = lower(search)
        or position(lower(search) in lower(t.name)) > 0)
  $$;

  -- Says whether it was otherwise. Whoever belongs to others as well enters one of those from now on.
  create or replace function directory.suspend_tenant(
    session uuid, tenant uuid, because text, at timestamptz
  ) returns boolean
  language plpgsql ${definer} as $$
  begin
    if not exists (select from directory.staff_in(session, at) i
      where i.role in ('operations', 'security') and i.second_factor_at is not null)
    then return false; end if;
    update tenants t
    set suspended_because = because, revision = t.revision + 1,
      suspended_at = case when because is null then null else at end
    where t.id = tenant and (t.suspended_at is null) = (because is not null);
    if not found then return false; end if;
    update directory.memberships m set entered_at = null
    where m.tenant_id = tenant and because is not null;
    return true;
  end $$;

  create or replace function directory.put_plan(session uuid, tenant uuid, wanted text, at timestamptz)
  returns void
  language sql ${definer} as $$
    update tenants t set plan = wanted, revision = t.revision + 1
    where t.id = tenant and exists (select from directory.staff_in(session, $4) i
      where i.role in ('operations', 'security') and i.second_factor_at is not null)
  $$;

  create or replace function directory.module_tokens(session uuid, at timestamptz)
  returns table (id uuid, module text, made_at timestamptz, revoked_at timestamptz)
  language sql stable ${definer} as $$
    select k.id, k.module, k.made_at, k.revoked_at from directory.module_tokens k
    where exists (select from directory.staff_in(session, $2) i
      where i.role in ('operations', 'security') and i.second_factor_at is not null)
    order by k.module, k.made_at
  $$;
`

/** With their arguments, as granting and dropping name them. */
const doors = [
  'add_staff(uuid, uuid, uuid, text, text, text, text, timestamptz)',
  'change_staff(uuid, uuid, text, text, timestamptz)',
  'lock_staff(uuid, uuid, timestamptz)',
  'module_tokens(uuid, timestamptz)',
  'put_plan(uuid, uuid, text, timestamptz)',
  'staff_people(uuid, timestamptz)',
  'staff_tenants(uuid, text, uuid, timestamptz)',
  'suspend_tenant(uuid, uuid, text, timestamptz)',
].map((door) => `directory.${door}`)

export async function down(db: Knex): Promise<void> {
  await db.raw(`drop function ${doors.join(', ')}`)
}
