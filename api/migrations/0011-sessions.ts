import type { Knex } from 'knex'
import { tenantTable } from '../src/core/database/tenant-table.ts'

/**
 * Sessions of members, and what a sign-in needs before any tenant is known: how often an e-mail was
 * guessed at, which devices a person has used, and which session a refresh token belongs to.
 */
export async function up(db: Knex): Promise<void> {
  await tenantTable(db, 'sessions', {
    environment: 'none',
    columns: `
      member_id uuid not null,
      device_hash bytea not null,
      started_at timestamptz not null,
      ends_at timestamptz not null,
      ended_at timestamptz,
      ended_because text check (ended_because in ('signed-out', 'replaced', 'reused')),
      foreign key (tenant_id, member_id) references members (tenant_id, id),
      check ((ended_at is null) = (ended_because is null))
    `,
    grants: ['select', 'insert', 'update'],
  })
  await db.raw(`
    create index on sessions (tenant_id, member_id) where ended_at is null;

    create table directory.refresh_tokens (
      hash bytea primary key,
      tenant_id uuid not null,
      session_id uuid not null,
      expires_at timestamptz not null,
      used_at timestamptz,
      foreign key (tenant_id, session_id) references sessions (tenant_id, id) on delete cascade
    );
    create index on directory.refresh_tokens (tenant_id, session_id);
    create index on directory.refresh_tokens (expires_at);

    create table directory.devices (
      person_id uuid not null references directory.people (id),
      hash bytea not null,
      last_seen_at timestamptz not null,
      primary key (person_id, hash)
    );

    create table directory.sign_in_counters (
      subject bytea primary key,
      attempts integer not null,
      counted_at timestamptz not null,
      blocked_until timestamptz
    );
    create index on directory.sign_in_counters (counted_at);
  `)
  await db.raw(signIn)
  await db.raw(refresh)
}

/*
 * An attempt is counted and judged by one statement under the row's lock, before any password is
 * looked at: parallel guesses queue up here and find the counter as the one before left it. While
 * the counter blocks, nothing is counted and no hash is handed out. A device that the person has
 * signed in from has a counter of its own, so that a stranger's guesses cannot lock its owner out.
 */
const signIn = `
  create function directory.sign_in_subject(given_email text, device bytea) returns bytea
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select sha256(convert_to(lower(given_email), 'UTF8') || coalesce((
      select d.hash from directory.devices d join directory.people p on p.id = d.person_id
      where p.email = lower(given_email) and d.hash = device
    ), ''::bytea))
  $$;

  create function directory.count_sign_in(
    given_email text, device bytea, delays_seconds integer[], forget_after interval, at timestamptz
  ) returns table (blocked_seconds integer, person_id uuid, password_hash text)
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    counted bytea := directory.sign_in_subject(given_email, device);
    longest integer := array_length(delays_seconds, 1);
  begin
    insert into directory.sign_in_counters as c (subject, attempts, counted_at, blocked_until)
    values (counted, 1, at, at + make_interval(secs => nullif(delays_seconds[1], 0)))
    on conflict (subject) do update set
      attempts = case when c.counted_at + forget_after <= at then 1 else c.attempts + 1 end,
      counted_at = at,
      blocked_until = at + make_interval(secs => nullif(delays_seconds[
        case when c.counted_at + forget_after <= at then 1 else least(c.attempts + 1, longest) end
      ], 0))
    where c.blocked_until is null or c.blocked_until <= at;
    if found then
      return query select 0, p.id, p.password_hash
        from (select 1) always left join directory.people p on p.email = lower(given_email);
    else
      return query select ceil(extract(epoch from c.blocked_until - at))::integer, null::uuid, null::text
        from directory.sign_in_counters c where c.subject = counted;
    end if;
  end $$;

  -- The password was right: the attempts are forgotten, the device is known from now on, and the
  -- tenant is the wanted one, or else the one that was entered last.
  create function directory.admit(
    given_email text, known_device bytea, device bytea, wanted uuid, at timestamptz
  ) returns table (
    tenant_id uuid, member_id uuid, person_id uuid, name text, role text,
    authorisation_version integer, failed_attempts integer
  ) language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  #variable_conflict use_column
  declare
    admitted uuid := (select p.id from directory.people p where p.email = lower(given_email));
    tenant uuid;
    failed integer;
  begin
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
    insert into directory.devices (person_id, hash, last_seen_at) values (admitted, device, at)
    on conflict (person_id, hash) do update set last_seen_at = at;
    perform set_config('app.tenant_id', tenant::text, true);
    return query
      select m.tenant_id, m.id, m.person_id, p.name, m.role, m.authorisation_version,
        coalesce(failed, 0)
      from members m join directory.people p on p.id = m.person_id
      where m.tenant_id = tenant and m.person_id = admitted;
  end $$;

  revoke execute on all functions in schema directory from public;
  grant execute on function
    directory.count_sign_in(text, bytea, integer[], interval, timestamptz),
    directory.admit(text, bytea, bytea, uuid, timestamptz)
  to sonaqor_app;
`

const refresh = `
  -- Enters the tenant of an open session and says whose it is, all in the one round trip that
  -- begins the request's transaction.
  create function directory.open_session(
    tenant uuid, session uuid, version integer, at timestamptz
  ) returns table (
    tenant_id uuid, member_id uuid, person_id uuid, name text, role text,
    authorisation_version integer
  ) language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  #variable_conflict use_column
  begin
    perform set_config('app.tenant_id', tenant::text, true),
            set_config('app.environments', 'sandbox,production', true);
    return query
      select m.tenant_id, m.id, m.person_id, p.name, m.role, m.authorisation_version
      from sessions s
      join members m on m.tenant_id = s.tenant_id and m.id = s.member_id
      join directory.people p on p.id = m.person_id
      where s.tenant_id = tenant and s.id = session
        and s.ended_at is null and s.ends_at > at
        and m.state = 'active' and m.authorisation_version = version;
    if not found then
      perform set_config('app.tenant_id', '', true), set_config('app.environments', '', true);
    end if;
  end $$;

  -- Enters the tenant that a refresh token belongs to, says all that decides about it, and keeps
  -- others off the token until the transaction ends.
  create function directory.lock_refresh_token(given bytea) returns table (
    session_id uuid, expires_at timestamptz, used_at timestamptz,
    device_hash bytea, ends_at timestamptz, ended_at timestamptz, is_active boolean,
    tenant_id uuid, member_id uuid, person_id uuid, name text, role text,
    authorisation_version integer
  ) language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  #variable_conflict use_column
  declare
    token directory.refresh_tokens;
  begin
    select * into token from directory.refresh_tokens t where t.hash = given for update;
    if not found then return; end if;
    perform set_config('app.tenant_id', token.tenant_id::text, true);
    return query
      select s.id, token.expires_at, token.used_at,
        s.device_hash, s.ends_at, s.ended_at, m.state = 'active',
        m.tenant_id, m.id, m.person_id, p.name, m.role, m.authorisation_version
      from sessions s
      join members m on m.tenant_id = s.tenant_id and m.id = s.member_id
      join directory.people p on p.id = m.person_id
      where s.tenant_id = token.tenant_id and s.id = token.session_id;
  end $$;

  -- Marks the old token, if there is one, as used, and puts its successor in its place.
  create function directory.put_refresh_token(
    session uuid, given bytea, successor bytea, expires timestamptz, at timestamptz
  ) returns void
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    update directory.refresh_tokens set used_at = at
    where hash = given and tenant_id = app.tenant() and session_id = session;
    insert into directory.refresh_tokens (hash, tenant_id, session_id, expires_at)
    values (successor, app.tenant(), session, expires);
  $$;

  -- What was over before then serves nobody: tokens of ended sessions, and failures long forgotten.
  create function directory.forget_sign_ins(before timestamptz) returns void
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    delete from directory.refresh_tokens where expires_at < before;
    delete from directory.sign_in_counters where counted_at < before;
  $$;

  revoke execute on all functions in schema directory from public;
  grant execute on function
    directory.forget_sign_ins(timestamptz),
    directory.open_session(uuid, uuid, integer, timestamptz),
    directory.lock_refresh_token(bytea),
    directory.put_refresh_token(uuid, bytea, bytea, timestamptz, timestamptz)
  to sonaqor_app;
`

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    drop function directory.forget_sign_ins, directory.open_session, directory.lock_refresh_token,
      directory.put_refresh_token, directory.count_sign_in, directory.admit,
      directory.sign_in_subject;
    drop table directory.sign_in_counters, directory.devices, directory.refresh_tokens, sessions;
  `)
}
