import type { Knex } from 'knex'

/**
 * Sonaqor's own staff. They are people of the directory like all others, with the second factors of
 * people, and members of no tenant by it: they have sessions of their own, which stand in none. Each door
 * takes whoever is behind it as an open session of staff. A tenant knows whether Sonaqor has suspended it.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(tables)
  await db.raw(sessions)
  await db.raw(personOf(true))
  await db.raw(`
    revoke execute on all functions in schema directory from public;
    grant execute on function ${doors.join(', ')} to sonaqor_app;
  `)
}

const definer = 'security definer set search_path = pg_catalog, public, pg_temp'

const tables = `
  create table directory.staff (
    id uuid primary key,
    person_id uuid not null unique references directory.people (id),
    role text not null check (role in ('support', 'operations', 'security')),
    state text not null default 'active' check (state in ('active', 'suspended')),
    made_at timestamptz not null,
    last_seen_at timestamptz,
    revision integer not null default 1
  );
  create table directory.staff_sessions (
    id uuid primary key,
    staff_id uuid not null references directory.staff (id),
    token bytea not null unique,
    token_before bytea unique,
    renewed_at timestamptz not null,
    started_at timestamptz not null,
    ends_at timestamptz not null,
    idle_ends_at timestamptz not null,
    second_factor_at timestamptz,
    ended_at timestamptz,
    ended_because text
      check (ended_because in ('signed-out', 'replaced', 'reused', 'changed')),
    ip text,
    user_agent text,
    check ((ended_at is null) = (ended_because is null))
  );
  create index on directory.staff_sessions (staff_id) where ended_at is null;

  -- What staff did, where it belongs to no tenant; what they did to one stands in its audit log as well.
  create table directory.staff_acts (
    id uuid primary key,
    staff_id uuid not null references directory.staff (id),
    action text not null,
    target text,
    detail jsonb not null,
    ip text,
    at timestamptz not null
  );
  create index on directory.staff_acts (at desc, id desc);

  alter table tenants
    add suspended_at timestamptz,
    add suspended_because text,
    add constraint tenants_suspended_check
      check ((suspended_at is null) = (suspended_because is null));
`

/** As the doors tell of a session of staff that is open. */
const atWork = `
  staff_id uuid, session_id uuid, person_id uuid, name text, email text, role text,
  second_factor_at timestamptz
`

const sessions = `
  create function directory.staff_in(session uuid, at timestamptz) returns table (${atWork})
  language sql stable as $$
    select f.id, s.id, p.id, p.name, p.email, f.role, s.second_factor_at
    from directory.staff_sessions s
    join directory.staff f on f.id = s.staff_id
    join directory.people p on p.id = f.person_id
    where s.id = session and s.ended_at is null and s.ends_at > at and s.idle_ends_at > at
      and f.state = 'active'
  $$;

  create function directory.open_staff_session(session uuid, at timestamptz)
  returns table (${atWork})
  language sql stable ${definer} as $$
    select * from directory.staff_in(session, at)
  $$;

  -- Who they are is proved. Whoever has a second factor and has not shown it does not come in.
  create function directory.admit_staff(
    given_email text, proved text, session uuid, given bytea, ends timestamptz,
    idle_ends timestamptz, factor_at timestamptz, from_ip text, agent text, at timestamptz
  ) returns table (${atWork})
  language plpgsql ${definer} as $$
  #variable_conflict use_column
  declare
    staff uuid := (
      select f.id from directory.staff f join directory.people p on p.id = f.person_id
      where p.email = lower(given_email) and f.state = 'active'
        and (proved is null or p.password_hash = proved)
        and (factor_at is not null or not exists (
          select from directory.totp_factors t
          where t.person_id = p.id and t.confirmed_at is not null))
        and (factor_at is not null or not exists (
          select from directory.passkeys k where k.person_id = p.id)));
  begin
    if staff is null then return; end if;
    delete from directory.sign_in_counters c
    where c.subject = directory.sign_in_subject(given_email, null);
    insert into directory.staff_sessions (id, staff_id, token, renewed_at, started_at, ends_at,
      idle_ends_at, second_factor_at, ip, user_agent)
    values (session, staff, given, at, at, ends, idle_ends, factor_at, from_ip, agent);
    update directory.staff f set last_seen_at = at where f.id = staff;
    return query select * from directory.staff_in(session, at);
  end $$;

  -- Changes the token of a session for its successor. Two tabs that wake together bring the same one
  -- and get the same successor; whoever brings a spent one later ends the session.
  create function directory.renew_staff_session(
    given bytea, successor bytea, idle_ends timestamptz, at timestamptz
  ) returns table (${atWork}, ends_at timestamptz, idle_ends_at timestamptz)
  language plpgsql ${definer} as $$
  #variable_conflict use_column
  declare
    held directory.staff_sessions;
  begin
    select * into held from directory.staff_sessions s
    where s.token = given or s.token_before = given for update;
    if not found or held.ended_at is not null or held.ends_at <= at or held.idle_ends_at <= at then
      return;
    end if;
    if held.token = given then
      update directory.staff_sessions s
      set token = successor, token_before = given, renewed_at = at,
        idle_ends_at = least(idle_ends, s.ends_at)
      where s.id = held.id;
    elsif held.renewed_at + interval '5 seconds' < at then
      update directory.staff_sessions s set ended_at = at, ended_because = 'reused'
      where s.id = held.id;
      return;
    end if;
    return query
      select i.*, s.ends_at, s.idle_ends_at
      from directory.staff_in(held.id, at) i join directory.staff_sessions s on s.id = i.session_id;
  end $$;

  create function directory.end_staff_session(given bytea, because text, at timestamptz)
  returns void
  language sql ${definer} as $$
    update directory.staff_sessions s set ended_at = at, ended_because = because
    where (s.token = given or s.token_before = given) and s.ended_at is null
  $$;

  create function directory.show_staff_factor(session uuid, at timestamptz) returns void
  language sql ${definer} as $$
    update directory.staff_sessions s set second_factor_at = at
    where s.id = session and s.ended_at is null
  $$;

  create function directory.note_staff_act(
    session uuid, act uuid, done text, done_to text, facts jsonb, from_ip text, at timestamptz
  ) returns void
  language sql ${definer} as $$
    insert into directory.staff_acts (id, staff_id, action, target, detail, ip, at)
    select act, i.staff_id, done, done_to, facts, from_ip, at from directory.staff_in(session, at) i
  $$;

  create function directory.staff_acts_of(session uuid, bound integer, at timestamptz)
  returns table (id uuid, done_by text, action text, target text, detail jsonb, done_at timestamptz)
  language sql stable ${definer} as $$
    select a.id, p.name, a.action, a.target, a.detail, a.at
    from directory.staff_acts a
    join directory.staff f on f.id = a.staff_id join directory.people p on p.id = f.person_id
    where exists (select from directory.staff_in(session, $3) i where i.role = 'security')
    order by a.at desc, a.id desc limit bound
  $$;
`

/** Whose a session or a ticket is; a session of staff is a person's as well. */
function personOf(withStaff: boolean): string {
  const ofStaff = `
      union all
      select i.person_id from directory.staff_in(session, at) i`
  return `
    create or replace function directory.person_of(session uuid, ticket bytea, at timestamptz)
    returns uuid
    language sql stable ${definer} as $$
      select m.person_id
      from sessions s join members m on m.tenant_id = s.tenant_id and m.id = s.member_id
      where s.tenant_id = app.tenant() and s.id = session and s.ended_at is null and s.ends_at > at
      union all
      select t.person_id from directory.sign_in_tickets t where t.hash = ticket and t.expires_at > at
      ${withStaff ? ofStaff : ''}
      limit 1
    $$;
  `
}

/** With their arguments, as granting and dropping name them. */
const doors = [
  'admit_staff(text, text, uuid, bytea, timestamptz, timestamptz, timestamptz, text, text, timestamptz)',
  'end_staff_session(bytea, text, timestamptz)',
  'note_staff_act(uuid, uuid, text, text, jsonb, text, timestamptz)',
  'open_staff_session(uuid, timestamptz)',
  'renew_staff_session(bytea, bytea, timestamptz, timestamptz)',
  'show_staff_factor(uuid, timestamptz)',
  'staff_acts_of(uuid, integer, timestamptz)',
].map((door) => `directory.${door}`)

export async function down(db: Knex): Promise<void> {
  await db.raw(personOf(false))
  await db.raw(`
    drop function ${doors.join(', ')}, directory.staff_in(uuid, timestamptz);
    alter table tenants drop constraint tenants_suspended_check,
      drop suspended_at, drop suspended_because;
    drop table directory.staff_acts, directory.staff_sessions, directory.staff;
  `)
}
