import type { Knex } from 'knex'

/**
 * The way in by a provider, and what it closes: where a tenant requires it, people of its domains come
 * in by nothing else, whatever they know.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    ${entering}
    ${keepsOut}
    ${tenantsOfSession(true)}
    drop function directory.admit(text, bytea, bytea, uuid, text, timestamptz);
    ${admit(true)}
    revoke execute on all functions in schema directory from public;
    grant execute on function ${doors.join(', ')} to sonaqor_app;
  `)
}

const definer = 'security definer set search_path = pg_catalog, public, pg_temp'

/*
 * A provider speaks for the verified domains of its tenant and for no other address. Whom it knows by a
 * subject stays who they are; an address leads to a member once. One at a time comes in with a subject.
 */
const entering = `
  create function directory.enter_by_sso(
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
    has_others := exists (select from directory.devices d where d.person_id = person);
    insert into directory.devices as d (person_id, hash, last_seen_at)
    values (person, device, at)
    on conflict (person_id, hash) do update set last_seen_at = at
    returning old.hash is null into is_new_browser;
    return query
      select null::text, made, m.tenant_id, m.id, m.person_id, p.name, m.role, m.compliance,
        m.authorisation_version, null::timestamptz, t.second_factor_required, 0,
        is_new_browser and has_others
      from members m join directory.people p on p.id = m.person_id
      join tenants t on t.id = m.tenant_id
      where m.tenant_id = tenant and m.id = member;
  end $$;
`

/**
 * Whoever came in by a provider is vouched for in its own tenant alone, and switches to no other; nor does
 * anybody switch to where a provider is asked for.
 */
const tenantsOfSession = (isNew: boolean) => `
  create or replace function directory.tenants_of_session(session uuid)
  returns table (id uuid, name text)
  language sql ${isNew ? 'volatile' : 'stable'} ${definer} as $$
    select t.id, t.name
    from sessions s
    join members m on m.tenant_id = s.tenant_id and m.id = s.member_id
    join directory.memberships o on o.person_id = m.person_id
    join tenants t on t.id = o.tenant_id
    where s.tenant_id = app.tenant() and s.id = session and s.ended_at is null
      ${isNew ? 'and (o.tenant_id = s.tenant_id or not (s.by_sso or directory.asks_for_sso(m.person_id, o.tenant_id)))' : ''}
    order by t.name, t.id
  $$;
`

const keepsOut = `
  -- Whether somebody with this address has no way into the wanted tenant, or any, but by a provider.
  create function directory.keeps_out(given_email text, wanted uuid) returns boolean
  language plpgsql ${definer} as $$
  declare
    person uuid := (select p.id from directory.people p where p.email = lower(given_email));
  begin
    return directory.sso_required_for(given_email) and not exists (
      select from directory.memberships w
      where w.person_id = person and (wanted is null or w.tenant_id = wanted)
        and not directory.asks_for_sso(person, w.tenant_id));
  end $$;
`

/** As it stands from here on, or as it stood before. */
function admit(isNew: boolean): string {
  return `
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
        where w.person_id = admitted and (wanted is null or w.tenant_id = wanted)${isNew ? '\n          and not directory.asks_for_sso(admitted, w.tenant_id)' : ''}
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
}

const doors = [
  'directory.admit(text, bytea, bytea, uuid, text, timestamptz)',
  'directory.enter_by_sso(uuid, text, text, text, text, text, text, uuid, uuid, bytea, timestamptz)',
  'directory.keeps_out(text, uuid)',
]

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    drop function ${doors.join(', ')};
    ${tenantsOfSession(false)}
    ${admit(false)}
    revoke execute on all functions in schema directory from public;
    grant execute on function ${doors[0]} to sonaqor_app;
  `)
}
