import type { Knex } from 'knex'

/**
 * People found tenants by themselves: by the link that an address was confirmed with, or signed in, beside
 * those that they are in. A tenant knows the plan that it is on.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    alter table tenants add plan text not null default 'free' check (length(plan) between 1 and 40);

    -- Puts a tenant and its owner down; the trigger on members makes it known in the directory.
    create function directory.put_tenant(
      person uuid, tenant uuid, member uuid, tenant_name text, at timestamptz
    ) returns void
    language plpgsql as $$
    begin
      insert into tenants (id, name, founded_at) values (tenant, tenant_name, at);
      perform set_config('app.tenant_id', tenant::text, true);
      insert into members (tenant_id, id, person_id, role, joined_at)
      values (tenant, member, person, 'owner', at);
    end $$;

    -- The link is used, and nobody is made of an address that somebody has come to own meanwhile.
    create function directory.confirm_sign_up(
      given bytea, password text, new_person uuid, tenant uuid, member uuid, at timestamptz
    ) returns table (email text, tenant_name text)
    language plpgsql ${definer} as $$
    #variable_conflict use_column
    declare
      asked directory.mail_links;
      person uuid;
      here text := current_setting('app.tenant_id', true);
    begin
      update directory.mail_links l set used_at = at
      where l.hash = given and l.kind = 'sign-up' and l.used_at is null and l.expires_at > at
      returning l.* into asked;
      if not found then return; end if;
      insert into directory.people as p
        (id, email, name, password_hash, locale, created_at, password_changed_at)
      values (new_person, asked.email, asked.name, password, asked.locale, at, at)
      on conflict (email) do update set
        name = excluded.name, password_hash = excluded.password_hash, locale = excluded.locale,
        password_changed_at = at
      where not directory.is_somebody(p.id)
      returning p.id into person;
      if person is null then return; end if;
      perform directory.put_tenant(person, tenant, member, asked.tenant_name, at);
      perform set_config('app.tenant_id', coalesce(here, ''), true);
      return query select asked.email, asked.tenant_name;
    end $$;

    -- One more tenant, for whoever has an open session in the entered one.
    create function directory.add_tenant(
      session uuid, tenant uuid, member uuid, tenant_name text, at timestamptz
    ) returns void
    language plpgsql ${definer} as $$
    declare
      here text := current_setting('app.tenant_id', true);
      person uuid := directory.person_of(session, null, at);
    begin
      perform directory.put_tenant(person, tenant, member, tenant_name, at);
      perform set_config('app.tenant_id', coalesce(here, ''), true);
    end $$;

    revoke execute on all functions in schema directory from public;
    grant execute on function ${doors.join(', ')} to sonaqor_app;
  `)
}

const definer = 'security definer set search_path = pg_catalog, public, pg_temp'

const doors = [
  'directory.add_tenant(uuid, uuid, uuid, text, timestamptz)',
  'directory.confirm_sign_up(bytea, text, uuid, uuid, uuid, timestamptz)',
]

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    drop function ${doors.join(', ')}, directory.put_tenant(uuid, uuid, uuid, text, timestamptz);
    alter table tenants drop plan;
  `)
}
