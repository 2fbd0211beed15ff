import type { Knex } from 'knex'

/**
 * A browser bears a name that we gave it, and no name that somebody put there: it is given a fresh one by
 * the first sign-in of each person, and whenever it is to be trusted. Whom a provider vouches for has shown
 * no more than the provider's word, which makes no browser one of theirs.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    drop function ${doors.old};
    ${admit}
    ${enterBySso(true)}
    create index sessions_of_a_browser on sessions (tenant_id, member_id, device_hash);
    ${reasons("'sso-required', 'provider', 'other-device'")}
    revoke execute on function ${doors.new} from public;
    grant execute on function ${doors.new} to sonaqor_app;
  `)
}

const definer = 'security definer set search_path = pg_catalog, public, pg_temp'

const doors = {
  old: 'directory.admit(text, bytea, bytea, uuid, text, timestamptz)',
  new: 'directory.admit(text, bytea, bytea, bytea, boolean, uuid, text, timestamptz)',
}

const reasons = (more: string) => `
    alter table sessions
      drop constraint sessions_ended_because_check,
      add constraint sessions_ended_because_check check (ended_because in (
        'signed-out', 'replaced', 'reused', 'ended', 'password-changed', 'suspended', 'removed',
        ${more}));
`

const admit = `
    -- A browser that the person has used before keeps its name, unless it is to be trusted from now on;
    -- any other is given the fresh one, whatever it brought.
    create function directory.admit(
      given_email text, counted bytea, brought bytea, fresh bytea, renews boolean, wanted uuid,
      proved text, at timestamptz
    ) returns table (
      tenant_id uuid, member_id uuid, person_id uuid, name text, role text, compliance boolean,
      authorisation_version integer, second_factor_at timestamptz, second_factor_required boolean,
      failed_attempts integer, is_new_browser boolean, device bytea
    ) language plpgsql ${definer} as $$
    #variable_conflict use_column
    declare
      admitted uuid;
      tenant uuid;
      failed integer;
      has_others boolean;
      named bytea;
    begin
      -- Whoever changes the password meanwhile waits for this, or this for them.
      select p.id into admitted from directory.people p
      where p.email = lower(given_email) and (proved is null or p.password_hash = proved)
      for share;
      delete from directory.sign_in_counters c
      where c.subject = directory.sign_in_subject(given_email, counted)
      returning c.attempts - 1 into failed;
      update directory.memberships m set entered_at = at
      where m.person_id = admitted and m.tenant_id = (
        select w.tenant_id from directory.memberships w
        where w.person_id = admitted and (wanted is null or w.tenant_id = wanted)
          and not directory.asks_for_sso(admitted, w.tenant_id)
        order by w.entered_at desc nulls last, w.tenant_id
        limit 1)
      returning m.tenant_id into tenant;
      if tenant is null then return; end if;
      has_others := exists (select from directory.devices d where d.person_id = admitted);
      update directory.devices d set last_seen_at = at,
        hash = case when renews then fresh else d.hash end
      where d.person_id = admitted and d.hash = brought
      returning d.hash into named;
      if named is null then
        insert into directory.devices (person_id, hash, last_seen_at) values (admitted, fresh, at)
        on conflict (person_id, hash) do update set last_seen_at = at;
      end if;
      perform set_config('app.tenant_id', tenant::text, true);
      return query
        select m.tenant_id, m.id, m.person_id, p.name, m.role, m.compliance,
          m.authorisation_version, null::timestamptz, t.second_factor_required,
          coalesce(failed, 0), named is null and has_others, coalesce(named, fresh)
        from members m join directory.people p on p.id = m.person_id
        join tenants t on t.id = m.tenant_id
        where m.tenant_id = tenant and m.person_id = admitted;
    end $$;
`

const admitBefore = `
    create function directory.admit(
      given_email text, known_device bytea, device bytea, wanted uuid,
      proved text, at timestamptz
    ) returns table (
      tenant_id uuid, member_id uuid, person_id uuid, name text, role text, compliance boolean,
      authorisation_version integer, second_factor_at timestamptz, second_factor_required boolean,
      failed_attempts integer, is_new_browser boolean
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
      where p.email = lower(given_email) and (proved is null or p.password_hash = proved)
      for share;
      delete from directory.sign_in_counters c
      where c.subject = directory.sign_in_subject(given_email, known_device)
      returning c.attempts - 1 into failed;
      update directory.memberships m set entered_at = at
      where m.person_id = admitted and m.tenant_id = (
        select w.tenant_id from directory.memberships w
        where w.person_id = admitted and (wanted is null or w.tenant_id = wanted)
          and not directory.asks_for_sso(admitted, w.tenant_id)
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
          coalesce(failed, 0), is_new and has_others
        from members m join directory.people p on p.id = m.person_id
        join tenants t on t.id = m.tenant_id
        where m.tenant_id = tenant and m.person_id = admitted;
    end $$;
`

/** Whether somebody has come from this browser before: into this tenant, or anywhere and by anything. */
const seenHere = `has_others := exists (select from sessions s
      where s.tenant_id = tenant and s.member_id = member);
    is_new_browser := not exists (select from sessions s
      where s.tenant_id = tenant and s.member_id = member and s.device_hash = device);`
const knownAnywhere = `has_others := exists (select from directory.devices d where d.person_id = person);
    insert into directory.devices as d (person_id, hash, last_seen_at)
    values (person, device, at)
    on conflict (person_id, hash) do update set last_seen_at = at
    returning old.hash is null into is_new_browser;`

const enterBySso = (isNew: boolean) => `
  create or replace function directory.enter_by_sso(
    tenant uuid, given_issuer text, given_subject text, given_email text, given_name text,
    new_role text, no_password text, new_person uuid, new_member uuid, device bytea, at timestamptz
  ) returns table (
    fault text, is_new boolean, tenant_id uuid, member_id uuid, person_id uuid, name text, role text,
    compliance boolean, authorisation_version integer, second_factor_at timestamptz,
    second_factor_required boolean, failed_attempts integer, is_new_browser boolean
  ) language plpgsql ${definer} as $$
  #variable_conflict use_column
  declare
    member uuid;
    person uuid;
    made boolean := false;
    state text;
    has_others boolean;
    is_new_browser boolean;
    why text;
  begin
    perform set_config('app.tenant_id', tenant::text, true);
    perform pg_advisory_xact_lock(hashtextextended(tenant::text || given_issuer || given_subject, 0));
    if not exists (
      select from directory.sso_domains d
      where d.domain = directory.domain_of(given_email) and d.tenant_id = tenant and d.is_enabled
    ) then why := 'other-domain'; end if;

    if why is null then
      select l.member_id into member from sso_links l
      where l.tenant_id = tenant and l.issuer = given_issuer and l.subject = given_subject;
      if member is null then
        select p.id into person from directory.people p where p.email = lower(given_email);
        select m.id into member from members m where m.tenant_id = tenant and m.person_id = person;
        if member is null and new_role is null then
          why := 'no-member';
        elsif member is null then
          if person is null then
            insert into directory.people as p (id, email, name, password_hash, created_at)
            values (new_person, lower(given_email), given_name, no_password, at)
            on conflict (email) do update set email = p.email returning p.id into person;
          end if;
          insert into members as m (tenant_id, id, person_id, role, joined_at)
          values (tenant, new_member, person, new_role, at)
          on conflict (tenant_id, person_id) do update set role = m.role
          returning m.id into member;
          made := member = new_member;
        end if;
      end if;
    end if;

    if why is null then
      select m.state, m.person_id into state, person from members m
      where m.tenant_id = tenant and m.id = member;
      if state <> 'active' then why := 'kept-out'; end if;
    end if;
    if why is null then
      insert into sso_links (tenant_id, issuer, subject, member_id, linked_at)
      values (tenant, given_issuer, given_subject, member, at)
      on conflict do nothing;
      if not exists (
        select from sso_links l where l.tenant_id = tenant and l.issuer = given_issuer
          and l.subject = given_subject and l.member_id = member
      ) then why := 'other-account'; end if;
    end if;
    if why is not null then
      return query select why, false, null::uuid, null::uuid, null::uuid, null::text, null::text,
        false, 0, null::timestamptz, false, 0, false;
      return;
    end if;

    update directory.memberships m set entered_at = at
    where m.person_id = person and m.tenant_id = tenant;
    ${isNew ? seenHere : knownAnywhere}
    return query
      select null::text, made, m.tenant_id, m.id, m.person_id, p.name, m.role, m.compliance,
        m.authorisation_version, null::timestamptz, t.second_factor_required, 0,
        is_new_browser and has_others
      from members m join directory.people p on p.id = m.person_id
      join tenants t on t.id = m.tenant_id
      where m.tenant_id = tenant and m.id = member;
  end $$;
`

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    drop index sessions_of_a_browser;
    drop function ${doors.new};
    ${admitBefore}
    ${enterBySso(false)}
    update sessions set ended_because = 'reused' where ended_because = 'other-device';
    ${reasons("'sso-required', 'provider'")}
    revoke execute on function ${doors.old} from public;
    grant execute on function ${doors.old} to sonaqor_app;
  `)
}
