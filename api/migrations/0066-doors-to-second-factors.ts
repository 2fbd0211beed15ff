import type { Knex } from 'knex'

/**
 * The doors to what people have set up as second factors. Each takes whoever it is for as an open
 * session of the tenant that was entered, or as the ticket of a sign-in whose password was right.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(factors)
  await db.raw(grants)
}

const definer = 'security definer set search_path = pg_catalog, public, pg_temp'

const factors = `
  create function directory.factors_of(session uuid, ticket bytea, at timestamptz)
  returns table (totp_since timestamptz, passkeys jsonb, recovery_codes_left integer)
  language sql stable ${definer} as $$
    select
      (select f.confirmed_at from directory.totp_factors f where f.person_id = w.person),
      coalesce((select jsonb_agg(jsonb_build_object('id', k.id, 'name', k.name,
          'madeAt', k.made_at, 'usedAt', k.used_at, 'transports', k.transports) order by k.made_at)
        from directory.passkeys k where k.person_id = w.person), '[]'),
      (select count(*)::integer from directory.recovery_codes c
        where c.person_id = w.person and c.used_at is null)
    from (select directory.person_of(session, ticket, at) as person) w
    where w.person is not null
  $$;

  -- What is begun takes the place of what was begun before, and of nothing that is in use.
  create function directory.begin_totp(session uuid, given bytea, at timestamptz) returns boolean
  language plpgsql ${definer} as $$
  begin
    insert into directory.totp_factors as f (person_id, sealed, begun_at)
    select directory.person_of(session, null, at), given, at
    on conflict (person_id) do update set sealed = given, begun_at = at
    where f.confirmed_at is null;
    return found;
  end $$;

  create function directory.totp_of(session uuid, ticket bytea, at timestamptz)
  returns table (person_id uuid, sealed bytea, confirmed boolean, last_step bigint)
  language sql stable ${definer} as $$
    select f.person_id, f.sealed, f.confirmed_at is not null, f.last_step
    from directory.totp_factors f where f.person_id = directory.person_of(session, ticket, at)
  $$;

  -- Each step is used once, in order: compare and set.
  create function directory.use_totp_step(
    session uuid, ticket bytea, step bigint, at timestamptz
  ) returns boolean
  language plpgsql ${definer} as $$
  begin
    update directory.totp_factors f
    set last_step = step, confirmed_at = coalesce(f.confirmed_at, at)
    where f.person_id = directory.person_of(session, ticket, at) and f.last_step < step;
    return found;
  end $$;

  create function directory.remove_totp(session uuid, at timestamptz) returns boolean
  language plpgsql ${definer} as $$
  begin
    delete from directory.totp_factors f
    where f.person_id = directory.person_of(session, null, at) and f.confirmed_at is not null;
    return found;
  end $$;

  create function directory.stale_totp(newest integer, bound integer)
  returns table (person_id uuid, sealed bytea)
  language sql stable ${definer} as $$
    select f.person_id, f.sealed from directory.totp_factors f
    where substring(f.sealed from 2 for 4) <> int4send(newest) limit bound
  $$;

  create function directory.reseal_totp(person uuid, old bytea, given bytea) returns void
  language sql ${definer} as $$
    update directory.totp_factors f set sealed = given where f.person_id = person and f.sealed = old
  $$;

  create function directory.put_recovery_codes(session uuid, hashes bytea[], at timestamptz)
  returns void
  language sql ${definer} as $$
    delete from directory.recovery_codes c where c.person_id = directory.person_of(session, null, at);
    insert into directory.recovery_codes (hash, person_id)
    select h, directory.person_of(session, null, at) from unnest(hashes) h;
  $$;

  create function directory.use_recovery_code(
    session uuid, ticket bytea, given bytea, at timestamptz
  ) returns boolean
  language plpgsql ${definer} as $$
  begin
    update directory.recovery_codes c set used_at = at
    where c.hash = given and c.used_at is null
      and c.person_id = directory.person_of(session, ticket, at);
    return found;
  end $$;

  create function directory.put_challenge(given bytea, expires timestamptz) returns void
  language sql ${definer} as $$
    insert into directory.passkey_challenges (hash, expires_at) values (given, expires)
  $$;

  create function directory.take_challenge(given bytea, at timestamptz) returns boolean
  language plpgsql ${definer} as $$
  begin
    delete from directory.passkey_challenges c where c.hash = given and c.expires_at > at;
    return found;
  end $$;

  create function directory.put_passkey(
    session uuid, given_id text, key bytea, count bigint, ways text[], given_name text, at timestamptz
  ) returns boolean
  language plpgsql ${definer} as $$
  begin
    insert into directory.passkeys (id, person_id, public_key, counter, transports, name, made_at)
    select given_id, directory.person_of(session, null, at), key, count, ways, given_name, at
    on conflict do nothing;
    return found;
  end $$;

  -- By its id alone, for whoever signs in with nothing else: the signature says the rest.
  create function directory.passkey(given_id text)
  returns table (person_id uuid, email text, public_key bytea, counter bigint, transports text[])
  language sql stable ${definer} as $$
    select k.person_id, p.email, k.public_key, k.counter, k.transports
    from directory.passkeys k join directory.people p on p.id = k.person_id where k.id = given_id
  $$;

  -- A counter that does not grow is a copy of the authenticator; those that count nothing stay at 0.
  create function directory.use_passkey(given_id text, count bigint, at timestamptz) returns boolean
  language plpgsql ${definer} as $$
  begin
    update directory.passkeys k set counter = count, used_at = at
    where k.id = given_id and (k.counter < count or k.counter = 0 and count = 0);
    return found;
  end $$;

  create function directory.rename_passkey(
    session uuid, given_id text, given_name text, at timestamptz
  ) returns boolean
  language plpgsql ${definer} as $$
  begin
    update directory.passkeys k set name = given_name
    where k.id = given_id and k.person_id = directory.person_of(session, null, at);
    return found;
  end $$;

  create function directory.remove_passkey(session uuid, given_id text, at timestamptz)
  returns boolean
  language plpgsql ${definer} as $$
  begin
    delete from directory.passkeys k
    where k.id = given_id and k.person_id = directory.person_of(session, null, at);
    return found;
  end $$;
`

/** With their arguments, as granting and dropping name them. */
const doors = [
  'begin_totp(uuid, bytea, timestamptz)',
  'factors_of(uuid, bytea, timestamptz)',
  'passkey(text)',
  'put_challenge(bytea, timestamptz)',
  'put_passkey(uuid, text, bytea, bigint, text[], text, timestamptz)',
  'put_recovery_codes(uuid, bytea[], timestamptz)',
  'remove_passkey(uuid, text, timestamptz)',
  'remove_totp(uuid, timestamptz)',
  'rename_passkey(uuid, text, text, timestamptz)',
  'reseal_totp(uuid, bytea, bytea)',
  'stale_totp(integer, integer)',
  'take_challenge(bytea, timestamptz)',
  'totp_of(uuid, bytea, timestamptz)',
  'use_passkey(text, bigint, timestamptz)',
  'use_recovery_code(uuid, bytea, bytea, timestamptz)',
  'use_totp_step(uuid, bytea, bigint, timestamptz)',
].map((door) => `directory.${door}`)

const grants = `
  revoke execute on function ${doors.join(', ')} from public;
  grant execute on function ${doors.join(', ')} to sonaqor_app;
`

export async function down(db: Knex): Promise<void> {
  await db.raw(`drop function ${doors.join(', ')}`)
}
