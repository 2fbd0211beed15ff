import type { Knex } from 'knex'

/**
 * A new password, and a second factor less, end the sessions that somebody has as one of the staff, as
 * they end those in their tenants. The doors themselves do it, so that nobody who goes through can forget.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    -- What they were opened with is not theirs any more, or no longer alone.
    create function directory.end_staff_sessions_of(person uuid, at timestamptz) returns void
    language sql as $$
      update directory.staff_sessions s set ended_at = at, ended_because = 'changed'
      from directory.staff f
      where f.id = s.staff_id and f.person_id = person and s.ended_at is null
    $$;
    revoke execute on function directory.end_staff_sessions_of(uuid, timestamptz) from public;
  `)
  await db.raw(doors(true))
}

const definer = 'security definer set search_path = pg_catalog, public, pg_temp'

/** As they stand from here on, or as they stood before. */
const doors = (ends: boolean) => `
  -- With a new password nothing is left that the old one had begun: no sign-in that waits for a second
  -- factor, no link, and no count of wrong guesses${ends ? '; and no session of staff' : ''}.
  create or replace function directory.put_password(person uuid, given text, at timestamptz)
  returns void
  language sql as $$
    update directory.people p set password_hash = given, password_changed_at = at
    where p.id = person;
    delete from directory.sign_in_tickets t where t.person_id = person;
    update directory.mail_links l set used_at = at where l.person_id = person and l.used_at is null;
    delete from directory.sign_in_counters c using directory.people p
    where p.id = person and c.subject = directory.sign_in_subject(p.email, null);
    ${ends ? 'select directory.end_staff_sessions_of(person, at);' : ''}
  $$;

  create or replace function directory.remove_totp(session uuid, at timestamptz) returns boolean
  language plpgsql ${definer} as $$
  declare
    person uuid := directory.person_of(session, null, at);
  begin
    delete from directory.totp_factors f where f.person_id = person and f.confirmed_at is not null;
    if not found then return false; end if;
    ${ends ? endsTheirs : ''}
    return true;
  end $$;

  create or replace function directory.remove_passkey(session uuid, given_id text, at timestamptz)
  returns boolean
  language plpgsql ${definer} as $$
  declare
    person uuid := directory.person_of(session, null, at);
  begin
    delete from directory.passkeys k where k.id = given_id and k.person_id = person;
    if not found then return false; end if;
    ${ends ? endsTheirs : ''}
    return true;
  end $$;
`

const endsTheirs = 'perform directory.end_staff_sessions_of(person, at);'

export async function down(db: Knex): Promise<void> {
  await db.raw(doors(false))
  await db.raw('drop function directory.end_staff_sessions_of(uuid, timestamptz)')
}
