import type { Knex } from 'knex'
import { tenantTable } from '../src/core/database/tenant-table.ts'

/**
 * Invitations, and what leads from their links to them. A link is known by the hash of its token, in
 * the directory, for whoever opens it stands in no tenant yet; accepting takes the token away, makes the
 * person where there is none, and the member, in one door.
 */
export async function up(db: Knex): Promise<void> {
  await tenantTable(db, 'invites', {
    environment: 'none',
    columns: `
      email text not null check (email = lower(email)),
      role text not null check (role in ('owner', 'admin', 'developer', 'analyst', 'viewer')),
      state text not null default 'open' check (state in ('open', 'accepted', 'cancelled')),
      invited_by uuid not null,
      inviter_name text not null,
      sent_at timestamptz not null,
      expires_at timestamptz not null,
      settled_at timestamptz,
      foreign key (tenant_id) references tenants (id),
      foreign key (tenant_id, invited_by) references members (tenant_id, id),
      check ((state = 'open') = (settled_at is null))
    `,
    grants: ['select', 'insert', 'update'],
  })
  await db.raw(`
    create unique index invites_open on invites (tenant_id, email) where state = 'open';
    create index on invites (tenant_id, invited_by) where state = 'open';

    create table directory.invite_tokens (
      hash bytea primary key,
      tenant_id uuid not null,
      invite_id uuid not null,
      expires_at timestamptz not null,
      unique (tenant_id, invite_id),
      foreign key (tenant_id, invite_id) references invites (tenant_id, id)
    );
    create index on directory.invite_tokens (expires_at);

    -- One at a time changes who is in the team: they wait for each other on the row of the tenant.
    grant update (second_factor_required, revision) on tenants to sonaqor_app;

    alter table sessions
      drop constraint sessions_ended_because_check,
      add constraint sessions_ended_because_check check (ended_because in (
        'signed-out', 'replaced', 'reused', 'ended', 'password-changed', 'suspended', 'removed'));
  `)
  await db.raw(doors)
  await db.raw(`
    revoke execute on function ${names.join(', ')} from public;
    grant execute on function ${names.join(', ')} to sonaqor_app;
  `)
}

const definer = 'security definer set search_path = pg_catalog, public, pg_temp'

const doors = `
  -- Which of the people of the entered tenant have set up a second factor; not which one.
  create function directory.second_factors_here() returns table (person_id uuid)
  language sql stable ${definer} as $$
    select m.person_id from members m
    where m.tenant_id = app.tenant() and (
      exists (select from directory.totp_factors f
        where f.person_id = m.person_id and f.confirmed_at is not null)
      or exists (select from directory.passkeys k where k.person_id = m.person_id))
  $$;

  -- The new link of an open invitation of the entered tenant, in the place of the one before.
  create function directory.put_invite_token(given bytea, invite uuid) returns void
  language sql ${definer} as $$
    delete from directory.invite_tokens t where t.tenant_id = app.tenant() and t.invite_id = invite;
    insert into directory.invite_tokens (hash, tenant_id, invite_id, expires_at)
    select given, i.tenant_id, i.id, i.expires_at from invites i
    where i.tenant_id = app.tenant() and i.id = invite and i.state = 'open';
  $$;

  -- What a link leads to, for whoever holds it; it enters nothing and uses nothing up.
  create function directory.look_at_invite(given bytea, at timestamptz) returns table (
    tenant_id uuid, tenant_name text, email text, role text, inviter_name text,
    expires_at timestamptz, known boolean
  ) language plpgsql ${definer} as $$
  #variable_conflict use_column
  declare
    here text := coalesce(current_setting('app.tenant_id', true), '');
    token directory.invite_tokens;
  begin
    select * into token from directory.invite_tokens t where t.hash = given and t.expires_at > at;
    if not found then return; end if;
    perform set_config('app.tenant_id', token.tenant_id::text, true);
    return query
      select i.tenant_id, t.name, i.email, i.role, i.inviter_name, i.expires_at,
        exists (select from directory.people p where p.email = i.email)
      from invites i join tenants t on t.id = i.tenant_id
      where i.tenant_id = token.tenant_id and i.id = token.invite_id and i.state = 'open';
    perform set_config('app.tenant_id', here, true);
  end $$;

  -- Takes the token, so that of many who bring it one goes on, and enters the tenant. A person is made
  -- only where the address has none, and one that there is stays as it is: then no password may be
  -- brought. Nothing comes back where the invitation is over, or the person is here already.
  create function directory.accept_invite(
    given bytea, new_person uuid, new_name text, new_password_hash text, new_member uuid,
    at timestamptz
  ) returns table (
    invite_id uuid, tenant_id uuid, member_id uuid, person_id uuid, name text, role text,
    compliance boolean, authorisation_version integer, second_factor_at timestamptz,
    second_factor_required boolean
  ) language plpgsql ${definer} as $$
  #variable_conflict use_column
  declare
    token directory.invite_tokens;
    invite invites;
    person uuid;
    member uuid;
  begin
    delete from directory.invite_tokens t where t.hash = given and t.expires_at > at
    returning * into token;
    if token.hash is null then return; end if;
    perform set_config('app.tenant_id', token.tenant_id::text, true);
    update invites i set state = 'accepted', settled_at = at
    where i.tenant_id = token.tenant_id and i.id = token.invite_id and i.state = 'open'
    returning * into invite;
    if invite.id is null then return; end if;

    select p.id into person from directory.people p where p.email = invite.email;
    if (person is null) <> (new_password_hash is not null) then return; end if;
    if person is null then
      insert into directory.people (id, email, name, password_hash, created_at)
      values (new_person, invite.email, new_name, new_password_hash, at)
      on conflict (email) do nothing returning id into person;
      if person is null then return; end if;
    end if;

    insert into members as m (tenant_id, id, person_id, role, joined_at)
    values (invite.tenant_id, new_member, person, invite.role, at)
    on conflict (tenant_id, person_id) do update set
      role = excluded.role, state = 'active', compliance = false, joined_at = at,
      last_seen_at = null, revision = m.revision + 1,
      authorisation_version = m.authorisation_version + 1
    where m.state = 'removed'
    returning m.id into member;
    if member is null then return; end if;

    return query
      select invite.id, m.tenant_id, m.id, m.person_id, p.name, m.role, m.compliance,
        m.authorisation_version, null::timestamptz, t.second_factor_required
      from members m
      join directory.people p on p.id = m.person_id
      join tenants t on t.id = m.tenant_id
      where m.tenant_id = invite.tenant_id and m.id = member;
  end $$;

  -- Links that are over open nothing; whatever moment is named, none goes before its time.
  create function directory.forget_invite_tokens(before timestamptz) returns void
  language sql ${definer} as $$
    delete from directory.invite_tokens where expires_at < least(before, now())
  $$;
`

const names = [
  'second_factors_here()',
  'put_invite_token(bytea, uuid)',
  'look_at_invite(bytea, timestamptz)',
  'accept_invite(bytea, uuid, text, text, uuid, timestamptz)',
  'forget_invite_tokens(timestamptz)',
].map((door) => `directory.${door}`)

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    drop function ${names.join(', ')};
    drop table directory.invite_tokens, invites;
    revoke update (second_factor_required, revision) on tenants from sonaqor_app;
    update sessions set ended_because = 'ended' where ended_because in ('suspended', 'removed');
    alter table sessions
      drop constraint sessions_ended_because_check,
      add constraint sessions_ended_because_check check (ended_because in (
        'signed-out', 'replaced', 'reused', 'ended', 'password-changed'));
  `)
}
