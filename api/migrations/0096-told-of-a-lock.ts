import type { Knex } from 'knex'

const definer = 'security definer set search_path = pg_catalog, public, pg_temp'

/**
 * Whom a lock keeps out, so that they can be told of it. What is asked of whom nobody knows takes the
 * same way, and ends with nobody.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    -- For how long an address is kept out from a device, and whose it is.
    create function directory.sign_in_lock(given_email text, device bytea, at timestamptz)
    returns table (person_id uuid, blocked_seconds integer)
    language sql stable ${definer} as $$
      select p.id, coalesce(ceil(extract(epoch from c.blocked_until - at)), 0)::integer
      from (select 1) always
      left join directory.people p on p.email = lower(given_email)
      left join directory.sign_in_counters c
        on c.subject = directory.sign_in_subject(given_email, device) and c.blocked_until > at
    $$;

    -- The same of the second factor of a session, or of a sign-in that waits for one.
    create function directory.factor_lock(session uuid, ticket bytea, at timestamptz)
    returns table (person_id uuid, blocked_seconds integer)
    language sql stable ${definer} as $$
      select person, coalesce(ceil(extract(epoch from c.blocked_until - at)), 0)::integer
      from directory.person_of(session, ticket, at) person
      left join directory.sign_in_counters c
        on c.subject = sha256(convert_to('second factor ' || person::text, 'UTF8'))
        and c.blocked_until > at
    $$;

    -- In which tenants a person is a member, the one that they came into last before all others.
    create function directory.places_of_person(person uuid)
    returns table (tenant_id uuid, member_id uuid)
    language sql stable ${definer} as $$
      select m.tenant_id, m.member_id from directory.memberships m
      where m.person_id = person
      order by m.entered_at desc nulls last, m.tenant_id
    $$;

    revoke execute on function ${doors.join(', ')} from public;
    grant execute on function ${doors.join(', ')} to sonaqor_app;
  `)
}

const doors = [
  'directory.sign_in_lock(text, bytea, timestamptz)',
  'directory.factor_lock(uuid, bytea, timestamptz)',
  'directory.places_of_person(uuid)',
]

export async function down(db: Knex): Promise<void> {
  await db.raw(`drop function ${doors.join(', ')}`)
}
