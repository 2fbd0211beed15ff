import type { Knex } from 'knex'
import { tenantTable } from '../src/core/database/tenant-table.ts'

/**
 * A session knows when it last proved a second factor, a tenant whether it asks for one, and a proof for
 * one operation works once. The compliance scopes are given to a member beside the role. The doors tell
 * all of it with what they told.
 */
export async function up(db: Knex): Promise<void> {
  await tenantTable(db, 'step_up_proofs', {
    environment: 'none',
    key: ['hash'],
    columns: `
      hash bytea not null,
      session_id uuid not null,
      operation text not null,
      expires_at timestamptz not null,
      used_at timestamptz
    `,
    grants: ['select', 'insert', 'update', 'delete'],
  })
  await db.raw(`
    alter table sessions add second_factor_at timestamptz;
    alter table members add compliance boolean not null default false;
    alter table tenants add second_factor_required boolean not null default false;
    drop function directory.open_session(uuid, uuid, integer, timestamptz);
    drop function directory.lock_refresh_token(bytea);
    drop function directory.admit(text, bytea, bytea, uuid, timestamptz);
  `)
  await db.raw(doors('m.compliance, ', 'compliance boolean, ', true))
}

/** As they stand from here on, or with no word of second factors as they stood before. */
function doors(compliance: string, column: string, isNew: boolean): string {
  const factor = isNew ? ', second_factor_at timestamptz, second_factor_required boolean' : ''
  const ofSession = isNew ? ', s.second_factor_at, t.second_factor_required' : ''
  const ofNone = isNew ? ', null::timestamptz, t.second_factor_required' : ''
  const definer = 'security definer set search_path = pg_catalog, public, pg_temp'
  return `
    create function directory.open_session(
      tenant uuid, session uuid, version integer, at timestamptz
    ) returns table (
      tenant_id uuid, member_id uuid, person_id uuid, name text, role text, ${column}
      authorisation_version integer${factor}
    ) language plpgsql ${definer} as $$
    #variable_conflict use_column
    begin
      perform set_config('app.tenant_id', tenant::text, true),
              set_config('app.environments', 'sandbox,production', true);
      return query
        select m.tenant_id, m.id, m.person_id, p.name, m.role, ${compliance}
          m.authorisation_version${ofSession}
        from sessions s
        join members m on m.tenant_id = s.tenant_id and m.id = s.member_id
        join directory.people p on p.id = m.person_id
        join tenants t on t.id = m.tenant_id
        where s.tenant_id = tenant and s.id = session
          and s.ended_at is null and s.ends_at > at
          and m.state = 'active' and m.authorisation_version = version;
      if not found then
        perform set_config('app.tenant_id', '', true), set_config('app.environments', '', true);
      end if;
    end $$;

    create function directory.lock_refresh_token(given bytea) returns table (
      session_id uuid, expires_at timestamptz, used_at timestamptz,
      device_hash bytea, ends_at timestamptz, ended_at timestamptz, is_active boolean,
      tenant_id uuid, member_id uuid, person_id uuid, name text, role text, ${column}
      authorisation_version integer${factor}
    ) language plpgsql ${definer} as $$
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
          m.tenant_id, m.id, m.person_id, p.name, m.role, ${compliance}
          m.authorisation_version${ofSession}
        from sessions s
        join members m on m.tenant_id = s.tenant_id and m.id = s.member_id
        join directory.people p on p.id = m.person_id
        join tenants t on t.id = m.tenant_id
        where s.tenant_id = token.tenant_id and s.id = token.session_id;
    end $$;

    create function directory.admit(
      given_email text, known_device bytea, device bytea, wanted uuid, at timestamptz
    ) returns table (
      tenant_id uuid, member_id uuid, person_id uuid, name text, role text, ${column}
      authorisation_version integer${factor}, failed_attempts integer
    ) language plpgsql ${definer} as $$
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
        select m.tenant_id, m.id, m.person_id, p.name, m.role, ${compliance}
          m.authorisation_version${ofNone}, coalesce(failed, 0)
        from members m join directory.people p on p.id = m.person_id
        join tenants t on t.id = m.tenant_id
        where m.tenant_id = tenant and m.person_id = admitted;
    end $$;

    revoke execute on function
      directory.open_session(uuid, uuid, integer, timestamptz),
      directory.lock_refresh_token(bytea),
      directory.admit(text, bytea, bytea, uuid, timestamptz)
    from public;
    grant execute on function
      directory.open_session(uuid, uuid, integer, timestamptz),
      directory.lock_refresh_token(bytea),
      directory.admit(text, bytea, bytea, uuid, timestamptz)
    to sonaqor_app;
  `
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    drop function directory.open_session(uuid, uuid, integer, timestamptz);
    drop function directory.lock_refresh_token(bytea);
    drop function directory.admit(text, bytea, bytea, uuid, timestamptz);
    drop table step_up_proofs;
    alter table sessions drop second_factor_at;
    alter table members drop compliance;
    alter table tenants drop second_factor_required;
  `)
  await db.raw(doors('', '', false))
}
