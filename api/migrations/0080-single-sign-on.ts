import type { Knex } from 'knex'
import { tenantTable } from '../src/core/database/tenant-table.ts'

/**
 * Single sign-on of tenants: the provider, the domains that it may speak for, whom it knows by which
 * subject, and which sessions came in by it. Whose a verified domain is stands in the directory, for
 * whoever signs in stands in no tenant yet.
 */
export async function up(db: Knex): Promise<void> {
  await tables(db)
  await db.raw(`
    alter table sessions add by_sso boolean not null default false;
    ${endings(`'suspended', 'removed', 'sso-required', 'provider'`)}

    create table directory.sso_domains (
      domain text primary key,
      tenant_id uuid not null references tenants (id),
      is_enabled boolean not null,
      is_required boolean not null
    );
    create index on directory.sso_domains (tenant_id);

    -- A sign-in that is on its way over a provider, named by the hash of what the browser holds. Where
    -- the domain has none there is a row too, so that beginning takes the same time.
    create table directory.sso_beginnings (
      hash bytea primary key,
      email text not null,
      expires_at timestamptz not null,
      used_at timestamptz
    );
    create index on directory.sso_beginnings (expires_at);

    -- Each word of a provider that somebody signed out is heard once.
    create table directory.sso_logouts (
      hash bytea primary key,
      expires_at timestamptz not null
    );
    create index on directory.sso_logouts (expires_at);

    ${domains}
    ${beginnings}
    revoke execute on all functions in schema directory from public;
    grant execute on function ${doors.join(', ')} to sonaqor_app;
  `)
}

async function tables(db: Knex): Promise<void> {
  const grants = ['select', 'insert', 'update', 'delete'] as const
  await tenantTable(db, 'sso_connections', {
    environment: 'none',
    columns: `
      issuer text not null,
      client_id text not null,
      client_secret bytea not null,
      enabled boolean not null default false,
      required boolean not null default false,
      creates_members boolean not null,
      default_role text not null check (default_role in ('admin', 'developer', 'analyst', 'viewer')),
      role_claim text,
      role_map jsonb not null,
      factor_counts boolean not null,
      check_state text not null default 'never'
        check (check_state in ('never', 'running', 'good', 'bad')),
      check_fault text,
      checked_at timestamptz,
      revision integer not null default 1,
      unique (tenant_id),
      foreign key (tenant_id) references tenants (id),
      check (enabled or not required)
    `,
    grants: [...grants],
  })
  await tenantTable(db, 'sso_domains', {
    environment: 'none',
    columns: `
      domain text not null check (domain = lower(domain)),
      proof text not null,
      state text not null default 'unverified'
        check (state in ('unverified', 'checking', 'verified', 'not-found', 'taken')),
      checked_at timestamptz,
      verified_at timestamptz,
      unique (tenant_id, domain),
      foreign key (tenant_id) references tenants (id)
    `,
    grants: [...grants],
  })
  await tenantTable(db, 'sso_links', {
    environment: 'none',
    key: ['issuer', 'subject'],
    columns: `
      issuer text not null,
      subject text not null,
      member_id uuid not null,
      linked_at timestamptz not null,
      unique (tenant_id, issuer, member_id),
      foreign key (tenant_id, member_id) references members (tenant_id, id)
    `,
    grants: ['select'],
  })
  await tenantTable(db, 'sso_sessions', {
    environment: 'none',
    columns: `
      issuer text not null,
      subject text not null,
      sid text,
      foreign key (tenant_id, id) references sessions (tenant_id, id) on delete cascade
    `,
    grants: ['select', 'insert'],
  })
  await db.raw(`
    create index on sso_links (tenant_id, member_id);
    create index on sso_sessions (tenant_id, issuer, subject);
    create index on sso_sessions (tenant_id, issuer, sid) where sid is not null;
  `)
}

const definer = 'security definer set search_path = pg_catalog, public, pg_temp'

/** Why a session ended, beside what there was before. */
const endings = (more: string) => `
  alter table sessions
    drop constraint sessions_ended_because_check,
    add constraint sessions_ended_because_check check (ended_because in (
      'signed-out', 'replaced', 'reused', 'ended', 'password-changed', ${more}));
`

const domains = `
  create function directory.domain_of(email text) returns text
  language sql immutable set search_path = pg_catalog, public, pg_temp as $$
    select lower(substring(email from '[^@]+$'))
  $$;

  -- The entered tenant has proved that a domain is its own; false where another one has before.
  create function directory.claim_domain(claimed text) returns boolean
  language plpgsql ${definer} as $$
  begin
    insert into directory.sso_domains (domain, tenant_id, is_enabled, is_required)
    select claimed, app.tenant(), coalesce(bool_or(c.enabled), false), coalesce(bool_or(c.required), false)
    from sso_connections c where c.tenant_id = app.tenant()
    having app.tenant() is not null
    on conflict (domain) do nothing;
    return exists (
      select from directory.sso_domains d where d.domain = claimed and d.tenant_id = app.tenant());
  end $$;

  create function directory.release_domain(claimed text) returns void
  language sql ${definer} as $$
    delete from directory.sso_domains d where d.domain = claimed and d.tenant_id = app.tenant()
  $$;

  -- What holds for the domains follows the connection of the entered tenant.
  create function directory.follow_sso() returns void
  language sql ${definer} as $$
    update directory.sso_domains d set
      is_enabled = exists (
        select from sso_connections c where c.tenant_id = app.tenant() and c.enabled),
      is_required = exists (
        select from sso_connections c where c.tenant_id = app.tenant() and c.required)
    where d.tenant_id = app.tenant()
  $$;

  -- Whether somebody comes into a tenant by its provider alone. Owners are let in by what they know, or
  -- nobody could mend a provider that is broken.
  create function directory.asks_for_sso(person uuid, tenant uuid) returns boolean
  language plpgsql ${definer} as $$
  declare
    here text := coalesce(current_setting('app.tenant_id', true), '');
    is_owner boolean;
  begin
    if not exists (
      select from directory.sso_domains d join directory.people p on p.id = person
      where d.tenant_id = tenant and d.is_required and d.domain = directory.domain_of(p.email)
    ) then return false; end if;
    perform set_config('app.tenant_id', tenant::text, true);
    is_owner := exists (
      select from members m
      where m.tenant_id = tenant and m.person_id = person and m.role = 'owner');
    perform set_config('app.tenant_id', here, true);
    return not is_owner;
  end $$;

  -- Whether an address is of a domain whose people come in by their provider; it says nothing of whether
  -- there is such a person.
  create function directory.sso_required_for(given_email text) returns boolean
  language sql stable ${definer} as $$
    select exists (select from directory.sso_domains d
      where d.domain = directory.domain_of(given_email) and d.is_required)
  $$;
`

const beginnings = `
  create function directory.begin_sso(given bytea, given_email text, expires timestamptz)
  returns void
  language sql ${definer} as $$
    insert into directory.sso_beginnings (hash, email, expires_at)
    values (given, lower(given_email), expires)
  $$;

  -- Enters the tenant whose provider a sign-in goes on with; nothing where there is none, or it is over.
  create function directory.open_sso(given bytea, at timestamptz)
  returns table (tenant_id uuid, email text)
  language plpgsql ${definer} as $$
  #variable_conflict use_column
  declare
    begun directory.sso_beginnings;
    tenant uuid;
  begin
    select * into begun from directory.sso_beginnings b
    where b.hash = given and b.used_at is null and b.expires_at > at;
    if begun.hash is null then return; end if;
    select d.tenant_id into tenant from directory.sso_domains d
    where d.domain = directory.domain_of(begun.email) and d.is_enabled;
    if tenant is null then return; end if;
    perform set_config('app.tenant_id', tenant::text, true);
    return query select tenant, begun.email;
  end $$;

  -- The way back works once: of many that bring the same, one goes on.
  create function directory.take_sso(given bytea, at timestamptz)
  returns table (tenant_id uuid, email text)
  language plpgsql ${definer} as $$
  #variable_conflict use_column
  begin
    update directory.sso_beginnings b set used_at = at
    where b.hash = given and b.used_at is null and b.expires_at > at;
    if not found then return; end if;
    return query
      select d.tenant_id, b.email
      from directory.sso_beginnings b
      join directory.sso_domains d on d.domain = directory.domain_of(b.email) and d.is_enabled
      where b.hash = given;
  end $$;

  create function directory.hear_logout(given bytea, expires timestamptz) returns boolean
  language plpgsql ${definer} as $$
  begin
    insert into directory.sso_logouts (hash, expires_at) values (given, expires)
    on conflict (hash) do nothing;
    return found;
  end $$;

  -- What is over serves nobody; whatever moment is named, none goes before its time.
  create function directory.forget_sso(before timestamptz) returns void
  language sql ${definer} as $$
    delete from directory.sso_beginnings where expires_at < least(before, now());
    delete from directory.sso_logouts where expires_at < least(before, now());
  $$;
`

const doors = [
  'directory.asks_for_sso(uuid, uuid)',
  'directory.begin_sso(bytea, text, timestamptz)',
  'directory.claim_domain(text)',
  'directory.follow_sso()',
  'directory.forget_sso(timestamptz)',
  'directory.hear_logout(bytea, timestamptz)',
  'directory.open_sso(bytea, timestamptz)',
  'directory.release_domain(text)',
  'directory.sso_required_for(text)',
  'directory.take_sso(bytea, timestamptz)',
]

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    drop function ${doors.join(', ')}, directory.domain_of(text);
    drop table directory.sso_logouts, directory.sso_beginnings, directory.sso_domains,
      sso_sessions, sso_links, sso_domains, sso_connections;
    update sessions set ended_because = 'ended' where ended_because in ('sso-required', 'provider');
    ${endings(`'suspended', 'removed'`)}
    alter table sessions drop by_sso;
  `)
}
