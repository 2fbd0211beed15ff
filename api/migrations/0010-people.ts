import type { Knex } from 'knex'
import { tenantTable } from '../src/core/database/tenant-table.ts'

/**
 * Tenants, and who is a member of which. People are not owned by any tenant: they stand in the
 * schema `directory`, whose tables nobody but the owner can read, and whose functions take no more
 * than they need and give no more than is asked.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create schema directory;
    grant usage on schema directory to sonaqor_app;

    create table tenants (
      id uuid primary key,
      name text not null check (length(name) between 1 and 120),
      demo boolean not null default false,
      founded_at timestamptz not null,
      revision integer not null default 1
    );
    -- Not forced: the owner's functions below name the tenants of a person before one is entered.
    alter table tenants enable row level security;
    create policy own_tenant on tenants using (id = (select app.tenant()));
    grant select on tenants to sonaqor_app;

    create table directory.people (
      id uuid primary key,
      email text not null unique check (email = lower(email)),
      name text not null,
      password_hash text not null,
      created_at timestamptz not null
    );

    create table directory.memberships (
      person_id uuid not null references directory.people (id),
      tenant_id uuid not null references tenants (id),
      member_id uuid not null,
      entered_at timestamptz,
      primary key (person_id, tenant_id)
    );
  `)
  await tenantTable(db, 'members', {
    environment: 'none',
    columns: `
      person_id uuid not null references directory.people (id),
      role text not null check (role in ('owner', 'admin', 'developer', 'analyst', 'viewer')),
      state text not null default 'active' check (state in ('active', 'suspended', 'removed')),
      authorisation_version integer not null default 1,
      joined_at timestamptz not null,
      last_seen_at timestamptz,
      revision integer not null default 1,
      unique (tenant_id, person_id),
      foreign key (tenant_id) references tenants (id)
    `,
    grants: ['select', 'update'],
  })
  await db.raw(`
    -- The directory follows the members by itself, so that the two never disagree.
    create function directory.follow_member() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
    begin
      if new.state = 'active' then
        insert into directory.memberships (person_id, tenant_id, member_id)
        values (new.person_id, new.tenant_id, new.id)
        on conflict do nothing;
      else
        delete from directory.memberships
        where person_id = new.person_id and tenant_id = new.tenant_id;
      end if;
      return null;
    end $$;
    create trigger follow_member after insert or update of state on members
      for each row execute function directory.follow_member();

    create function directory.tenants_of(person uuid) returns table (id uuid, name text)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
      select t.id, t.name
      from directory.memberships m join tenants t on t.id = m.tenant_id
      where m.person_id = person
      order by t.name, t.id
    $$;

    -- The people of the tenant that the transaction has entered; it takes no argument on purpose.
    create function directory.people_here() returns table (id uuid, name text, email text)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
      select p.id, p.name, p.email
      from members m join directory.people p on p.id = m.person_id
      where m.tenant_id = app.tenant()
    $$;

    revoke execute on all functions in schema directory from public;
    grant execute on function directory.tenants_of(uuid), directory.people_here() to sonaqor_app;
  `)
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    drop table members;
    drop table tenants cascade;
    drop schema directory cascade;
  `)
}
