import type { Knex } from 'knex'
import { tenantTable } from '../src/core/database/tenant-table.ts'

/**
 * What a tenant lets Sonaqor's staff see, and for how long. It belongs to the tenant like all that is in
 * it; the directory knows of each where it stands, so that staff find theirs without seeing any tenant.
 */
export async function up(db: Knex): Promise<void> {
  await tenantTable(db, 'support_accesses', {
    environment: 'none',
    columns: `
      staff_id uuid,
      staff_name text,
      reason text not null check (length(reason) between 1 and 300),
      ticket text,
      minutes integer not null check (minutes between 5 and 480),
      scopes text[] not null,
      environments text[] not null,
      state text not null check (state in ('requested', 'approved', 'denied', 'withdrawn')),
      asked_at timestamptz not null,
      asked_by text not null,
      decided_at timestamptz,
      decided_by text,
      until timestamptz,
      ended_at timestamptz,
      ended_by text,
      revision integer not null default 1,
      foreign key (tenant_id) references tenants (id),
      check ((staff_id is null) = (staff_name is null)),
      check ((state = 'approved') = (until is not null)),
      check (ended_at is null or state = 'approved')
    `,
    grants: ['select', 'insert', 'update'],
  })
  await db.raw(`
    create index on support_accesses (tenant_id, asked_at desc, id desc);

    create table directory.support_places (
      tenant_id uuid not null references tenants (id),
      id uuid primary key,
      staff_id uuid,
      asked_at timestamptz not null
    );
    create index on directory.support_places (asked_at);

    create function directory.follow_support_access() returns trigger
    language plpgsql ${definer} as $$
    begin
      insert into directory.support_places (tenant_id, id, staff_id, asked_at)
      values (new.tenant_id, new.id, new.staff_id, new.asked_at);
      return null;
    end $$;
    create trigger follow_support_access after insert on support_accesses
      for each row execute function directory.follow_support_access();

    -- In which tenant a look stands that this session of staff may enter or end.
    create function directory.support_place(session uuid, look uuid, at timestamptz)
    returns table (tenant_id uuid, tenant_name text)
    language sql stable ${definer} as $$
      select p.tenant_id, t.name
      from directory.staff_in(session, at) i
      join directory.support_places p on p.id = look
        and (p.staff_id is null or p.staff_id = i.staff_id)
      join tenants t on t.id = p.tenant_id
      where i.second_factor_at is not null
    $$;

    -- What is asked for or running, in every tenant, as it stands there.
    create function directory.staff_looks(session uuid, since timestamptz, at timestamptz)
    returns table (tenant_name text, mine boolean, access jsonb)
    language plpgsql ${definer} as $$
    declare
      here text := current_setting('app.tenant_id', true);
      staff uuid := (select i.staff_id from directory.staff_in(session, at) i
        where i.second_factor_at is not null);
      place record;
    begin
      if staff is null then return; end if;
      for place in
        select distinct p.tenant_id, t.name
        from directory.support_places p join tenants t on t.id = p.tenant_id
        where p.asked_at > since
      loop
        perform set_config('app.tenant_id', place.tenant_id::text, true);
        return query
          select place.name, coalesce(a.staff_id = staff, true), to_jsonb(a)
          from support_accesses a
          where a.tenant_id = place.tenant_id and a.asked_at > since
            and (a.state = 'requested' or a.ended_at is null and a.until > at);
      end loop;
      perform set_config('app.tenant_id', coalesce(here, ''), true);
    end $$;

    -- Enters the tenant that lets this session of staff look, with what it shows; nothing where the
    -- look is over, ended, or was never allowed.
    create function directory.open_look(
      tenant uuid, look uuid, session uuid, at timestamptz
    ) returns table (
      staff_id uuid, name text, look_id uuid, reason text, scopes text[], environments text[],
      until timestamptz
    ) language plpgsql ${definer} as $$
    #variable_conflict use_column
    declare
      staff uuid;
      staff_name text;
      given support_accesses;
    begin
      select i.staff_id, i.name into staff, staff_name from directory.staff_in(session, at) i
      where i.second_factor_at is not null;
      if staff is null then return; end if;
      perform set_config('app.tenant_id', tenant::text, true);
      select * into given from support_accesses a
      where a.tenant_id = tenant and a.id = look and a.state = 'approved' and a.ended_at is null
        and a.until > at and (a.staff_id is null or a.staff_id = staff);
      if not found then
        perform set_config('app.tenant_id', '', true);
        return;
      end if;
      perform set_config('app.environments', array_to_string(given.environments, ','), true);
      return query select staff, staff_name, given.id, given.reason, given.scopes,
        given.environments, given.until;
    end $$;

    revoke execute on all functions in schema directory from public;
    grant execute on function ${doors.join(', ')} to sonaqor_app;
  `)
}

const definer = 'security definer set search_path = pg_catalog, public, pg_temp'

const doors = [
  'directory.open_look(uuid, uuid, uuid, timestamptz)',
  'directory.staff_looks(uuid, timestamptz, timestamptz)',
  'directory.support_place(uuid, uuid, timestamptz)',
]

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    drop function ${doors.join(', ')};
    drop table support_accesses;
    drop function directory.follow_support_access();
    drop table directory.support_places;
  `)
}
