import type { Knex } from 'knex'

/**
 * Staff prove a second factor for one operation, as members do. Whoever is suspended is told so once they
 * have proved who they are, and whoever has no place at a door is asked for nothing there. What was begun
 * before there was any second factor adds none beside it. Whom a provider lets in takes up the invitation
 * that waits for them.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(proofs)
  await db.raw(standings)
  await db.raw(invitations)
  await db.raw(factors(true))
  await db.raw(patched(enterBySso))
  await db.raw(`
    revoke execute on function ${[...doors, helper].join(', ')} from public;
    grant execute on function ${doors.join(', ')} to sonaqor_app;
  `)
}

const definer = 'security definer set search_path = pg_catalog, public, pg_temp'

const proofs = `
  create table directory.staff_proofs (
    hash bytea primary key,
    session_id uuid not null references directory.staff_sessions (id),
    operation text not null,
    expires_at timestamptz not null
  );
  create index on directory.staff_proofs (session_id);

  -- For an open session; what it did not use in time goes with the next one.
  create function directory.give_staff_proof(
    session uuid, given bytea, named text, expires timestamptz, at timestamptz
  ) returns void
  language sql ${definer} as $$
    delete from directory.staff_proofs p where p.session_id = session and p.expires_at <= at;
    insert into directory.staff_proofs (hash, session_id, operation, expires_at)
    select given, i.session_id, named, expires from directory.staff_in(session, at) i
    where i.second_factor_at is not null;
  $$;

  -- Of many that bring it at once one goes on.
  create function directory.use_staff_proof(
    session uuid, given bytea, named text, at timestamptz
  ) returns boolean
  language plpgsql ${definer} as $$
  begin
    delete from directory.staff_proofs p
    where p.hash = given and p.session_id = session and p.operation = named and p.expires_at > at;
    return found;
  end $$;
`

const standings = `
  -- Whether somebody belongs to the wanted tenant, or to any, be it that they are kept out of it.
  create function directory.has_place(given_email text, wanted uuid) returns boolean
  language sql stable ${definer} as $$
    select exists (
      select from directory.people p
      where p.email = lower(given_email) and (
        exists (select from directory.memberships m
          where m.person_id = p.id and (wanted is null or m.tenant_id = wanted))
        or exists (select from directory.suspensions s
          where s.person_id = p.id and (wanted is null or s.tenant_id = wanted))))
  $$;

  -- By which tenants somebody is kept out who has proved who they are, and has no other place there.
  create function directory.kept_out_of(given_email text, wanted uuid, proved text)
  returns table (name text)
  language sql stable ${definer} as $$
    select t.name
    from directory.people p
    join directory.suspensions s on s.person_id = p.id and (wanted is null or s.tenant_id = wanted)
    join tenants t on t.id = s.tenant_id
    where p.email = lower(given_email) and (proved is null or p.password_hash = proved)
      and not exists (select from directory.memberships m
        where m.person_id = p.id and (wanted is null or m.tenant_id = wanted))
    order by t.name
  $$;

  -- As after a sign-in, what was guessed wrong before is forgotten.
  create function directory.forget_guesses_at(
    given_email text, counted bytea, wanted uuid, proved text
  ) returns void
  language sql ${definer} as $$
    delete from directory.sign_in_counters c
    where c.subject = directory.sign_in_subject(given_email, counted)
      and exists (select from directory.kept_out_of(given_email, wanted, proved))
  $$;

  create function directory.is_staff(given_email text) returns boolean
  language sql stable ${definer} as $$
    select exists (select from directory.staff f join directory.people p on p.id = f.person_id
      where p.email = lower(given_email))
  $$;

  -- The same of one of the staff.
  create function directory.staff_kept_out(given_email text, proved text) returns boolean
  language plpgsql ${definer} as $$
  begin
    if not exists (select from directory.staff f join directory.people p on p.id = f.person_id
      where p.email = lower(given_email) and (proved is null or p.password_hash = proved)
        and f.state = 'suspended') then return false; end if;
    delete from directory.sign_in_counters c
    where c.subject = directory.sign_in_subject(given_email, null);
    return true;
  end $$;
`

const invitations = `
  -- Whether whoever has an address comes into a tenant by its provider alone, unless as an owner.
  create function directory.comes_by_sso(tenant uuid, given_email text) returns boolean
  language sql stable ${definer} as $$
    select exists (select from directory.sso_domains d
      where d.tenant_id = tenant and d.is_required
        and d.domain = directory.domain_of(given_email))
  $$;

  -- The role that waits in the entered tenant for whoever has an address, and it is taken. No provider
  -- makes an owner, and whoever is there already has their role.
  create function directory.take_invite(
    tenant uuid, given_email text, member uuid, at timestamptz
  ) returns text
  language plpgsql as $$
  declare
    invite invites;
  begin
    if exists (select from members m
      where m.tenant_id = tenant and m.id = member and m.state <> 'removed') then return null; end if;
    update invites i set state = 'accepted', settled_at = at
    where i.tenant_id = tenant and i.email = lower(given_email) and i.state = 'open'
      and i.expires_at > at and i.role <> 'owner'
    returning * into invite;
    if invite.id is null then return null; end if;
    delete from directory.invite_tokens t where t.tenant_id = tenant and t.invite_id = invite.id;
    update members m set role = invite.role, state = 'active', compliance = false, joined_at = at,
      last_seen_at = null, revision = m.revision + 1,
      authorisation_version = m.authorisation_version + 1
    where m.tenant_id = tenant and m.id = member;
    return invite.role;
  end $$;
`

const doors = [
  'comes_by_sso(uuid, text)',
  'forget_guesses_at(text, bytea, uuid, text)',
  'give_staff_proof(uuid, bytea, text, timestamptz, timestamptz)',
  'has_place(text, uuid)',
  'is_staff(text)',
  'kept_out_of(text, uuid, text)',
  'staff_kept_out(text, text)',
  'use_staff_proof(uuid, bytea, text, timestamptz)',
].map((door) => `directory.${door}`)

const helper = 'directory.take_invite(uuid, text, uuid, timestamptz)'

/** As they stand from here on, or as they stood before. */
const factors = (isNew: boolean) => `
  create or replace function directory.put_passkey(
    session uuid, given_id text, key bytea, count bigint, ways text[], given_name text, at timestamptz
  ) returns boolean
  language plpgsql ${definer} as $$
  ${isNew ? 'declare\n    is_new boolean;\n  ' : ''}begin
    insert into directory.passkeys (id, person_id, public_key, counter, transports, name, made_at)
    select given_id, directory.person_of(session, null, at), key, count, ways, given_name, at
    on conflict do nothing;
    ${isNew ? `is_new := found;\n    ${forgetBegun}\n    return is_new;` : 'return found;'}
  end $$;

  create or replace function directory.remove_passkey(session uuid, given_id text, at timestamptz)
  returns boolean
  language plpgsql ${definer} as $$
  declare
    person uuid := directory.person_of(session, null, at);
  begin
    delete from directory.passkeys k where k.id = given_id and k.person_id = person;
    if not found then return false; end if;
    ${isNew ? forgetBegun : ''}
    perform directory.end_staff_sessions_of(person, at);
    return true;
  end $$;
`

/** An app that was begun while the person had other factors is begun anew. */
const forgetBegun = `delete from directory.totp_factors f
    where f.person_id = directory.person_of(session, null, at) and f.confirmed_at is null;`

/** What is put in the place of what, in the door by which a provider lets people in. */
const enterBySso = [
  ['made boolean := false;', 'made boolean := false;\n    invited text;'],
  [
    'if member is null and new_role is null then',
    `invited := directory.take_invite(tenant, given_email, member, at);
        if invited is not null then
          new_role := invited;
          made := true;
        end if;
        if member is null and new_role is null then`,
  ],
] as const

const patched = (changes: readonly (readonly [from: string, to: string])[]) => `
  do $$
  declare
    door text := (select pg_get_functiondef(p.oid) from pg_proc p
      where p.pronamespace = 'directory'::regnamespace and p.proname = 'enter_by_sso');
  begin
    ${changes.map(([from, to]) => `door := replace(door, '${from}', '${to}');`).join('\n    ')}
    execute door;
  end $$;
`

export async function down(db: Knex): Promise<void> {
  await db.raw(patched(enterBySso.map(([from, to]) => [to, from] as const)))
  await db.raw(factors(false))
  await db.raw(`
    drop function ${[...doors, helper].join(', ')};
    drop table directory.staff_proofs;
  `)
}
