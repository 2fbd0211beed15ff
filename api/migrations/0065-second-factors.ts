import type { Knex } from 'knex'

/**
 * The second factors of people: what a TOTP is counted from, passkeys, recovery codes. They belong to
 * the person and to no tenant, so they stand in the directory. Each door takes whoever it is for as an
 * open session of the tenant that was entered, or as the ticket of a sign-in whose password was right.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(tables)
  await db.raw(whose)
  await db.raw(tickets)
  await db.raw(grants)
}

const tables = `
  create table directory.totp_factors (
    person_id uuid primary key references directory.people (id),
    sealed bytea not null,
    begun_at timestamptz not null,
    confirmed_at timestamptz,
    last_step bigint not null default 0
  );
  create table directory.passkeys (
    id text primary key,
    person_id uuid not null references directory.people (id),
    public_key bytea not null,
    counter bigint not null,
    transports text[] not null,
    name text not null,
    made_at timestamptz not null,
    used_at timestamptz
  );
  create index on directory.passkeys (person_id);
  create table directory.recovery_codes (
    hash bytea primary key,
    person_id uuid not null references directory.people (id),
    used_at timestamptz
  );
  create index on directory.recovery_codes (person_id);

  -- A sign-in whose password was right and which waits for the second factor.
  create table directory.sign_in_tickets (
    hash bytea primary key,
    person_id uuid not null references directory.people (id),
    counted bytea,
    wanted uuid,
    tries integer not null default 0,
    expires_at timestamptz not null
  );
  create index on directory.sign_in_tickets (expires_at);

  -- What a passkey was asked to sign; each is answered once.
  create table directory.passkey_challenges (
    hash bytea primary key,
    expires_at timestamptz not null
  );
  create index on directory.passkey_challenges (expires_at);

  alter table directory.devices add trusted_until timestamptz;
  alter table directory.devices add trusted_at timestamptz;
`

const definer = 'security definer set search_path = pg_catalog, public, pg_temp'

const whose = `
  create function directory.person_of(session uuid, ticket bytea, at timestamptz) returns uuid
  language sql stable ${definer} as $$
    select m.person_id
    from sessions s join members m on m.tenant_id = s.tenant_id and m.id = s.member_id
    where s.tenant_id = app.tenant() and s.id = session and s.ended_at is null and s.ends_at > at
    union all
    select t.person_id from directory.sign_in_tickets t where t.hash = ticket and t.expires_at > at
    limit 1
  $$;
`

const tickets = `
  -- Which second factors the person of an e-mail has, once the password was right; none where the
  -- browser is one that the person trusts. Where there are some, the ticket is put down with them.
  create function directory.ask_second_factor(
    given_email text, counted_device bytea, wanted_tenant uuid, given bytea, expires timestamptz,
    at timestamptz
  ) returns table (method text)
  language plpgsql ${definer} as $$
  declare
    person uuid := (select p.id from directory.people p where p.email = lower(given_email));
  begin
    if exists (
      select from directory.devices d
      where d.person_id = person and d.hash = counted_device and d.trusted_until > at
    ) then return; end if;
    return query
      select 'totp' from directory.totp_factors f
      where f.person_id = person and f.confirmed_at is not null
      union all
      select 'passkey' where exists (select from directory.passkeys k where k.person_id = person);
    if not found then return; end if;
    insert into directory.sign_in_tickets (hash, person_id, counted, wanted, expires_at)
    values (given, person, counted_device, wanted_tenant, expires);
    return query
      select 'recovery-code' where exists (
        select from directory.recovery_codes c where c.person_id = person and c.used_at is null);
  end $$;

  -- One more try of a ticket, counted before anything is looked at; nothing where it has none left.
  create function directory.try_ticket(given bytea, bound integer, at timestamptz)
  returns boolean
  language plpgsql ${definer} as $$
  begin
    update directory.sign_in_tickets t set tries = t.tries + 1
    where t.hash = given and t.expires_at > at and t.tries < bound;
    return found;
  end $$;

  -- The sign-in goes on: of many that bring the ticket, one takes it.
  create function directory.take_ticket(given bytea, at timestamptz)
  returns table (email text, counted bytea, wanted uuid)
  language sql ${definer} as $$
    with taken as (
      delete from directory.sign_in_tickets t where t.hash = given and t.expires_at > at returning *
    )
    select p.email, taken.counted, taken.wanted
    from taken join directory.people p on p.id = taken.person_id
  $$;

  -- Counts a guess at the second factor of a person, before it is looked at; false while it is blocked.
  create function directory.count_factor(
    session uuid, ticket bytea, delays_seconds integer[], forget_after interval, at timestamptz
  ) returns boolean
  language plpgsql ${definer} as $$
  declare
    counted bytea := sha256(convert_to(
      'second factor ' || directory.person_of(session, ticket, at)::text, 'UTF8'));
    longest integer := array_length(delays_seconds, 1);
  begin
    if counted is null then return false; end if;
    insert into directory.sign_in_counters as c (subject, attempts, counted_at, blocked_until)
    values (counted, 1, at, at + make_interval(secs => nullif(delays_seconds[1], 0)))
    on conflict (subject) do update set
      attempts = case when c.counted_at + forget_after <= at then 1 else c.attempts + 1 end,
      counted_at = at,
      blocked_until = at + make_interval(secs => nullif(delays_seconds[
        case when c.counted_at + forget_after <= at then 1 else least(c.attempts + 1, longest) end
      ], 0))
    where c.blocked_until is null or c.blocked_until <= at;
    return found;
  end $$;

  create function directory.forget_factor_guesses(session uuid, ticket bytea, at timestamptz)
  returns void
  language sql ${definer} as $$
    delete from directory.sign_in_counters c
    where c.subject = sha256(convert_to(
      'second factor ' || directory.person_of(session, ticket, at)::text, 'UTF8'))
  $$;

  -- The browser is trusted to have shown a second factor, until then.
  create function directory.trust_device(session uuid, device bytea, until timestamptz, at timestamptz)
  returns void
  language sql ${definer} as $$
    update directory.devices d set trusted_until = until, trusted_at = at
    where d.person_id = directory.person_of(session, null, at) and d.hash = device
  $$;

  create function directory.device_trusted_at(session uuid, device bytea, at timestamptz)
  returns timestamptz
  language sql stable ${definer} as $$
    select d.trusted_at from directory.devices d
    where d.person_id = directory.person_of(session, null, at) and d.hash = device
      and d.trusted_until > at
  $$;

  create function directory.distrust_devices(session uuid, at timestamptz) returns void
  language sql ${definer} as $$
    update directory.devices d set trusted_until = null, trusted_at = null
    where d.person_id = directory.person_of(session, null, at)
  $$;

  create function directory.forget_second_factors(before timestamptz) returns void
  language sql ${definer} as $$
    delete from directory.sign_in_tickets where expires_at < before;
    delete from directory.passkey_challenges where expires_at < before;
    delete from directory.totp_factors where confirmed_at is null and begun_at < before;
  $$;
`

/** With their arguments, as granting and dropping name them. */
const doors = [
  'ask_second_factor(text, bytea, uuid, bytea, timestamptz, timestamptz)',
  'count_factor(uuid, bytea, integer[], interval, timestamptz)',
  'device_trusted_at(uuid, bytea, timestamptz)',
  'distrust_devices(uuid, timestamptz)',
  'forget_factor_guesses(uuid, bytea, timestamptz)',
  'forget_second_factors(timestamptz)',
  'take_ticket(bytea, timestamptz)',
  'trust_device(uuid, bytea, timestamptz, timestamptz)',
  'try_ticket(bytea, integer, timestamptz)',
].map((door) => `directory.${door}`)

const grants = `
  revoke execute on all functions in schema directory from public;
  grant execute on function ${doors.join(', ')} to sonaqor_app;
`

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    drop function ${doors.join(', ')}, directory.person_of(uuid, bytea, timestamptz);
    alter table directory.devices drop trusted_until, drop trusted_at;
    drop table directory.passkey_challenges, directory.sign_in_tickets, directory.recovery_codes,
      directory.passkeys, directory.totp_factors;
  `)
}
