import type { Knex } from 'knex'

/**
 * Sign-in says whether the browser was never seen before, and lets nobody in by a password that was
 * changed since it was looked at. One network that guesses at many addresses is slowed, by a counter of
 * its own beside those of the addresses.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    drop function directory.admit(text, bytea, bytea, uuid, timestamptz);
    ${admit(true)}

    -- Counts an attempt from a network, before anything is looked at: past so many each one delays the
    -- next by 1, 2, 4, … up to 32 seconds. A browser that the person has used before is not counted.
    create function directory.count_network(
      network text, given_email text, device bytea, free integer, forget_after interval,
      at timestamptz
    ) returns integer
    language plpgsql ${definer} as $$
    declare
      counted bytea := sha256(convert_to('network ' || network, 'UTF8'));
      blocked integer;
    begin
      if exists (
        select from directory.devices d join directory.people p on p.id = d.person_id
        where p.email = lower(given_email) and d.hash = device
      ) then return 0; end if;
      insert into directory.sign_in_counters as c (subject, attempts, counted_at)
      values (counted, 1, at)
      on conflict (subject) do update set
        attempts = case when c.counted_at + forget_after <= at then 1 else c.attempts + 1 end,
        counted_at = at,
        blocked_until = case when c.counted_at + forget_after > at and c.attempts >= free
          then at + make_interval(secs => 2 ^ least(c.attempts - free, 5)) end
      where c.blocked_until is null or c.blocked_until <= at;
      if found then return 0; end if;
      select ceil(extract(epoch from c.blocked_until - at))::integer into blocked
      from directory.sign_in_counters c where c.subject = counted;
      return greatest(blocked, 1);
    end $$;

    -- The attempt was no guess: it is taken back, and those of others from there stay.
    create function directory.uncount_network(network text) returns void
    language sql ${definer} as $$
      update directory.sign_in_counters c set attempts = c.attempts - 1
      where c.subject = sha256(convert_to('network ' || network, 'UTF8')) and c.attempts > 0
    $$;

    revoke execute on all functions in schema directory from public;
    grant execute on function ${doors.join(', ')} to sonaqor_app;
  `)
}

const definer = 'security definer set search_path = pg_catalog, public, pg_temp'

/** As it stands from here on, or as it stood before. */
function admit(isNew: boolean): string {
  return `
    create function directory.admit(
      given_email text, known_device bytea, device bytea, wanted uuid,
      ${isNew ? 'proved text, ' : ''}at timestamptz
    ) returns table (
      tenant_id uuid, member_id uuid, person_id uuid, name text, role text, compliance boolean,
      authorisation_version integer, second_factor_at timestamptz, second_factor_required boolean,
      failed_attempts integer${isNew ? ', is_new_browser boolean' : ''}
    ) language plpgsql ${definer} as $$
    #variable_conflict use_column
    declare
      admitted uuid;
      tenant uuid;
      failed integer;
      has_others boolean;
      is_new boolean;
    begin
      -- Whoever changes the password meanwhile waits for this, or this for them.
      select p.id into admitted from directory.people p
      where p.email = lower(given_email)${isNew ? ' and (proved is null or p.password_hash = proved)\n      for share' : ''};
      delete from directory.sign_in_counters c
      where c.subject = directory.sign_in_subject(given_email, known_device)
      returning c.attempts - 1 into failed;
      update directory.memberships m set entered_at = at
      where m.person_id = admitted and m.tenant_id = (
        select w.tenant_id from directory.memberships w
        where w.person_id = admitted and (wanted is null or w.tenant_id = wanted)
        order by w.entered_at desc nulls last, w.tenant_id
        limit 1)
      returning m.tenant_id into tenant;
      if tenant is null then return; end if;
      has_others := exists (select from directory.devices d where d.person_id = admitted);
      insert into directory.devices as d (person_id, hash, last_seen_at)
      values (admitted, device, at)
      on conflict (person_id, hash) do update set last_seen_at = at
      returning old.hash is null into is_new;
      perform set_config('app.tenant_id', tenant::text, true);
      return query
        select m.tenant_id, m.id, m.person_id, p.name, m.role, m.compliance,
          m.authorisation_version, null::timestamptz, t.second_factor_required,
          coalesce(failed, 0)${isNew ? ', is_new and has_others' : ''}
        from members m join directory.people p on p.id = m.person_id
        join tenants t on t.id = m.tenant_id
        where m.tenant_id = tenant and m.person_id = admitted;
    end $$;
  `
}

const doors = [
  'directory.admit(text, bytea, bytea, uuid, text, timestamptz)',
  'directory.count_network(text, text, bytea, integer, interval, timestamptz)',
  'directory.uncount_network(text)',
]

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    drop function ${doors.join(', ')};
    ${admit(false)}
    revoke execute on function directory.admit(text, bytea, bytea, uuid, timestamptz) from public;
    grant execute on function directory.admit(text, bytea, bytea, uuid, timestamptz)
    to sonaqor_app;
  `)
}
