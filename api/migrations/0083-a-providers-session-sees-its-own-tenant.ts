import type { Knex } from 'knex'

/**
 * A session that a provider has vouched for sees and ends sessions of its own tenant: what a person does
 * elsewhere is no matter of that provider.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    -- Whether a session of the entered tenant came in by a provider.
    create function directory.is_by_sso(session uuid) returns boolean
    language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
      select coalesce((
        select s.by_sso from sessions s where s.tenant_id = app.tenant() and s.id = session), true)
    $$;
    revoke execute on function directory.is_by_sso(uuid) from public;
  `)
  await db.raw(ownSessions(' and (o.tenant_id = here::uuid or not is_alone)'))
}

const declared = (ofOwn: string) =>
  ofOwn ? '      is_alone boolean := directory.is_by_sso(session);\n' : ''

/** As they stand from here on, or as they stood before. */
const ownSessions = (ofOwn: string) => `
    create or replace function directory.own_sessions(session uuid, at timestamptz) returns table (
      id uuid, tenant_id uuid, tenant_name text, started_at timestamptz, ends_at timestamptz,
      last_used_at timestamptz, ip text, user_agent text, second_factor_at timestamptz
    ) language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
    #variable_conflict use_column
    declare
      person uuid := directory.person_of(session, null, at);
      here text := current_setting('app.tenant_id', true);
${declared(ofOwn)}      place record;
    begin
      for place in
        select o.tenant_id, o.member_id, t.name
        from directory.memberships o join tenants t on t.id = o.tenant_id
        where o.person_id = person${ofOwn}
      loop
        perform set_config('app.tenant_id', place.tenant_id::text, true);
        return query
          select s.id, place.tenant_id, place.name, s.started_at, s.ends_at, s.last_used_at, s.ip,
            s.user_agent, s.second_factor_at
          from sessions s
          where s.tenant_id = place.tenant_id and s.member_id = place.member_id
            and s.ended_at is null and s.ends_at > at
            and exists (select from directory.refresh_tokens r
              where r.tenant_id = s.tenant_id and r.session_id = s.id
                and r.used_at is null and r.expires_at > at);
      end loop;
      perform set_config('app.tenant_id', here, true);
    end $$;

    create or replace function directory.enter_own_session(session uuid, other uuid, at timestamptz)
    returns table (
      tenant_id uuid, member_id uuid, person_id uuid, name text, role text, compliance boolean,
      authorisation_version integer, second_factor_at timestamptz, second_factor_required boolean
    ) language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
    #variable_conflict use_column
    declare
      person uuid := directory.person_of(session, null, at);
      here text := current_setting('app.tenant_id', true);
${declared(ofOwn)}      tenant uuid;
      member uuid;
    begin
      for tenant, member in
        select o.tenant_id, o.member_id from directory.memberships o
        where o.person_id = person${ofOwn}
      loop
        perform set_config('app.tenant_id', tenant::text, true);
        return query
          select m.tenant_id, m.id, m.person_id, p.name, m.role, m.compliance,
            m.authorisation_version, s.second_factor_at, t.second_factor_required
          from sessions s
          join members m on m.tenant_id = s.tenant_id and m.id = s.member_id
          join directory.people p on p.id = m.person_id
          join tenants t on t.id = m.tenant_id
          where s.tenant_id = tenant and s.id = other and s.member_id = member;
        if found then return; end if;
      end loop;
      perform set_config('app.tenant_id', here, true);
    end $$;
`

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    ${ownSessions('')}
    drop function directory.is_by_sso(uuid);
  `)
}
