import type { Knex } from 'knex'

/**
 * Links that are sent by mail: to set a new password, to found a tenant, to confirm an address. Whoever
 * asks for one leaves the same row in the same time, whether or not anybody is known by the address; a
 * job looks behind it. A link is stored as a hash, and used by one conditional update.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table directory.mail_links (
      id uuid primary key,
      kind text not null check (kind in ('reset', 'sign-up', 'email')),
      email text not null check (email = lower(email)),
      name text,
      tenant_name text,
      locale text check (locale in ('en', 'de')),
      person_id uuid references directory.people (id),
      asked_at timestamptz not null,
      asked_ip text,
      sent_at timestamptz,
      hash bytea unique,
      expires_at timestamptz,
      used_at timestamptz
    );
    create index on directory.mail_links (asked_at);
    create index on directory.mail_links (email, kind, sent_at);
    create index on directory.mail_links (person_id) where used_at is null;

    alter table directory.people add password_changed_at timestamptz;
  `)
  await db.raw(asking)
  await db.raw(using)
  await db.raw(ownAccount)
  await db.raw(`
    revoke execute on all functions in schema directory from public;
    grant execute on function ${doors.join(', ')} to sonaqor_app;
  `)
}

const definer = 'security definer set search_path = pg_catalog, public, pg_temp'

const asking = `
  create function directory.ask_for_link(
    link uuid, wanted_kind text, given_email text, given_name text, given_tenant text,
    given_locale text, session uuid, ip text, at timestamptz
  ) returns void
  language sql ${definer} as $$
    insert into directory.mail_links
      (id, kind, email, name, tenant_name, locale, person_id, asked_at, asked_ip)
    values (link, wanted_kind, lower(given_email), given_name, given_tenant, given_locale,
      directory.person_of(session, null, at), at, ip)
  $$;

  -- What is to be written to whom, if anything: the link, or word that the address is known already.
  -- No more than so many of a kind are sent to one address within an hour.
  create function directory.make_link(
    link uuid, given bytea, expires timestamptz, bound integer, at timestamptz
  ) returns table (kind text, email text, name text, locale text, is_known boolean, person_id uuid)
  language plpgsql ${definer} as $$
  #variable_conflict use_column
  declare
    asked directory.mail_links;
    known directory.people;
    asker directory.people;
  begin
    select * into asked from directory.mail_links l where l.id = link and l.sent_at is null;
    if not found then return; end if;
    perform pg_advisory_xact_lock(hashtextextended('mail link ' || asked.email, 0));
    if bound <= (
      select count(*) from directory.mail_links l
      where l.email = asked.email and l.kind = asked.kind and l.sent_at > at - interval '1 hour'
    ) then return; end if;
    select * into known from directory.people p
    where p.email = asked.email and directory.is_somebody(p.id);
    if asked.kind = 'reset' then
      if not exists (select from directory.memberships m where m.person_id = known.id) then
        return;
      end if;
      update directory.mail_links l
      set sent_at = at, hash = given, expires_at = expires, person_id = known.id where l.id = link;
      return query select asked.kind, known.email, known.name, known.locale, false, known.id;
    elsif known.id is not null then
      update directory.mail_links l set sent_at = at where l.id = link;
      return query select asked.kind, known.email, known.name, known.locale, true, known.id;
    else
      update directory.mail_links l set sent_at = at, hash = given, expires_at = expires
      where l.id = link;
      select * into asker from directory.people p where p.id = asked.person_id;
      return query select asked.kind, asked.email, coalesce(asker.name, asked.name),
        coalesce(asker.locale, asked.locale), false, asked.person_id;
    end if;
  end $$;

  -- Whoever belongs somewhere, or has a second factor to prove who they are by.
  create function directory.is_somebody(person uuid) returns boolean
  language sql stable as $$
    select exists (select from directory.memberships m where m.person_id = person)
      or exists (select from directory.totp_factors f
        where f.person_id = person and f.confirmed_at is not null)
      or exists (select from directory.passkeys k where k.person_id = person)
  $$;

  -- In which tenants a person is a member, for word of what was asked for them.
  create function directory.places_of_link(link uuid) returns table (tenant_id uuid, member_id uuid)
  language sql stable ${definer} as $$
    select m.tenant_id, m.member_id
    from directory.mail_links l join directory.memberships m on m.person_id = l.person_id
    where l.id = link and l.hash is not null
    order by m.tenant_id
  $$;

  create function directory.forget_mail_links(before timestamptz) returns void
  language sql ${definer} as $$
    delete from directory.mail_links where asked_at < least(before, now() - interval '1 hour')
  $$;
`

const using = `
  -- What a link that is still good would open; the words are those that its person is known by.
  create function directory.link_opens(given bytea, wanted_kind text, at timestamptz)
  returns table (email text, words text[])
  language sql stable ${definer} as $$
    select l.email, array_remove(array[l.email, l.name, l.tenant_name, p.name] || array(
        select t.name from directory.memberships m join tenants t on t.id = m.tenant_id
        where m.person_id = l.person_id
      ), null)
    from directory.mail_links l left join directory.people p on p.id = l.person_id
    where l.hash = given and l.kind = wanted_kind and l.used_at is null and l.expires_at > at
  $$;

  -- With a new password nothing is left that the old one had begun: no sign-in that waits for a second
  -- factor, no link, and no count of wrong guesses.
  create function directory.put_password(person uuid, given text, at timestamptz) returns void
  language sql as $$
    update directory.people p set password_hash = given, password_changed_at = at
    where p.id = person;
    delete from directory.sign_in_tickets t where t.person_id = person;
    update directory.mail_links l set used_at = at where l.person_id = person and l.used_at is null;
    delete from directory.sign_in_counters c using directory.people p
    where p.id = person and c.subject = directory.sign_in_subject(p.email, null);
  $$;

  -- A row for each tenant of the person, or for each session that is open there.
  create function directory.reset_password(given bytea, password text, at timestamptz)
  returns table (
    tenant_id uuid, member_id uuid, person_id uuid, name text, role text, compliance boolean,
    authorisation_version integer, second_factor_at timestamptz, second_factor_required boolean,
    entered_at timestamptz, session_id uuid
  ) language plpgsql ${definer} as $$
  #variable_conflict use_column
  declare
    person uuid;
    here text := current_setting('app.tenant_id', true);
    place record;
  begin
    update directory.mail_links l set used_at = at
    where l.hash = given and l.kind = 'reset' and l.used_at is null and l.expires_at > at
    returning l.person_id into person;
    if person is null then return; end if;
    perform directory.put_password(person, password, at);
    update directory.devices d set trusted_until = null, trusted_at = null
    where d.person_id = person;
    for place in
      select o.tenant_id, o.member_id, o.entered_at from directory.memberships o
      where o.person_id = person order by o.tenant_id
    loop
      perform set_config('app.tenant_id', place.tenant_id::text, true);
      return query
        select m.tenant_id, m.id, m.person_id, p.name, m.role, m.compliance,
          m.authorisation_version, s.second_factor_at, t.second_factor_required,
          place.entered_at, s.id
        from members m
        join directory.people p on p.id = m.person_id
        join tenants t on t.id = m.tenant_id
        left join sessions s on s.tenant_id = m.tenant_id and s.member_id = m.id
          and s.ended_at is null and s.ends_at > at
        where m.tenant_id = place.tenant_id and m.id = place.member_id;
    end loop;
    perform set_config('app.tenant_id', coalesce(here, ''), true);
  end $$;

  -- The address is theirs from now on; what was asked for by the old one is void.
  create function directory.confirm_email(given bytea, at timestamptz)
  returns table (
    tenant_id uuid, member_id uuid, old_email text, new_email text, name text, locale text
  ) language plpgsql ${definer} as $$
  #variable_conflict use_column
  declare
    person uuid;
    fresh text;
    old directory.people;
  begin
    update directory.mail_links l set used_at = at
    where l.hash = given and l.kind = 'email' and l.used_at is null and l.expires_at > at
    returning l.person_id, l.email into person, fresh;
    if person is null then return; end if;
    select * into old from directory.people p where p.id = person for update;
    update directory.people p set email = fresh where p.id = person;
    update directory.mail_links l set used_at = at where l.person_id = person and l.used_at is null;
    return query
      select m.tenant_id, m.member_id, old.email, fresh, old.name, old.locale
      from directory.memberships m where m.person_id = person order by m.tenant_id;
  end $$;
`

const ownAccount = `
  create function directory.own_account(session uuid, at timestamptz) returns table (
    name text, email text, locale text, password_changed_at timestamptz, new_email text
  )
  language sql stable ${definer} as $$
    select p.name, p.email, p.locale, p.password_changed_at, (
      select l.email from directory.mail_links l
      where l.person_id = p.id and l.kind = 'email' and l.used_at is null
        and coalesce(l.expires_at, l.asked_at + interval '30 minutes') > at
      order by l.asked_at desc limit 1)
    from directory.people p where p.id = directory.person_of(session, null, at)
  $$;

  create function directory.update_account(
    session uuid, given_name text, given_locale text, at timestamptz
  ) returns void
  language sql ${definer} as $$
    update directory.people p
    set name = coalesce(given_name, p.name), locale = coalesce(given_locale, p.locale)
    where p.id = directory.person_of(session, null, at)
  $$;

  create function directory.change_password(session uuid, password text, at timestamptz)
  returns void
  language sql ${definer} as $$
    select directory.put_password(directory.person_of(session, null, at), password, at)
  $$;

  -- The password was right: the guesses before it are forgotten.
  create function directory.forget_password_guesses(session uuid, device bytea, at timestamptz)
  returns void
  language sql ${definer} as $$
    delete from directory.sign_in_counters c using directory.people p
    where p.id = directory.person_of(session, null, at)
      and c.subject = directory.sign_in_subject(p.email, device)
  $$;
`

/** With their arguments, as granting and dropping name them. */
const doors = [
  'ask_for_link(uuid, text, text, text, text, text, uuid, text, timestamptz)',
  'change_password(uuid, text, timestamptz)',
  'confirm_email(bytea, timestamptz)',
  'forget_mail_links(timestamptz)',
  'forget_password_guesses(uuid, bytea, timestamptz)',
  'link_opens(bytea, text, timestamptz)',
  'make_link(uuid, bytea, timestamptz, integer, timestamptz)',
  'own_account(uuid, timestamptz)',
  'places_of_link(uuid)',
  'reset_password(bytea, text, timestamptz)',
  'update_account(uuid, text, text, timestamptz)',
].map((door) => `directory.${door}`)

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    drop function ${doors.join(', ')}, directory.is_somebody(uuid),
      directory.put_password(uuid, text, timestamptz);
    alter table directory.people drop password_changed_at;
    drop table directory.mail_links;
  `)
}
