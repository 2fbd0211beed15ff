import type { Knex } from 'knex'

/**
 * What staff did is read page by page, and says what it was done to by its name. A tenant is put on
 * another plan by whoever has seen the one that it is on.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    drop function directory.staff_acts_of(uuid, integer, timestamptz),
      directory.staff_tenants(uuid, text, uuid, timestamptz),
      directory.put_plan(uuid, uuid, text, timestamptz);
  `)
  await db.raw(acts)
  await db.raw(tenants(true))
  await db.raw(`
    -- Whether it was put there, by which of many who do it at once one does.
    create function directory.put_plan(
      session uuid, tenant uuid, wanted text, seen integer, at timestamptz
    ) returns boolean
    language plpgsql ${definer} as $$
    begin
      update tenants t set plan = wanted, revision = t.revision + 1
      where t.id = tenant and t.revision = seen and exists (
        select from directory.staff_in(session, at) i
        where i.role in ('operations', 'security') and i.second_factor_at is not null);
      return found;
    end $$;
    ${grants([...both, 'put_plan(uuid, uuid, text, integer, timestamptz)', pages])}
  `)
}

const definer = 'security definer set search_path = pg_catalog, public, pg_temp'

const acts = `
  -- One page, beginning behind the act that is named, in the direction that is asked for.
  create function directory.staff_acts_of(
    session uuid, bound integer, backwards boolean, seen_at timestamptz, seen uuid, at timestamptz
  ) returns table (
    id uuid, done_by text, action text, target text, target_name text, detail jsonb,
    done_at timestamptz
  ) language plpgsql stable ${definer} as $$
  #variable_conflict use_column
  begin
    if not exists (select from directory.staff_in(session, at) i
      where i.role = 'security' and i.second_factor_at is not null) then return; end if;
    if backwards then
      return query
        select a.id, p.name, a.action, a.target, directory.name_of_target(a.target), a.detail, a.at
        from directory.staff_acts a
        join directory.staff f on f.id = a.staff_id join directory.people p on p.id = f.person_id
        where (a.at, a.id) > (seen_at, seen) order by a.at, a.id limit bound;
    else
      return query
        select a.id, p.name, a.action, a.target, directory.name_of_target(a.target), a.detail, a.at
        from directory.staff_acts a
        join directory.staff f on f.id = a.staff_id join directory.people p on p.id = f.person_id
        where seen is null or (a.at, a.id) < (seen_at, seen)
        order by a.at desc, a.id desc limit bound;
    end if;
  end $$;

  -- A tenant's, or that of somebody of the staff.
  create function directory.name_of_target(target text) returns text
  language sql stable as $$
    select coalesce(
      (select t.name from tenants t where t.id::text = target),
      (select p.name from directory.staff f join directory.people p on p.id = f.person_id
        where f.id::text = target))
  $$;
`

/** What Sonaqor knows of tenants: nothing of what is in them. */
const tenants = (withRevision: boolean) => `
  create function directory.staff_tenants(session uuid, search text, one uuid, at timestamptz)
  returns table (
    id uuid, name text, plan text, demo boolean, founded_at timestamptz, members integer,
    suspended_at timestamptz, suspended_because text${withRevision ? ', revision integer' : ''}
  ) language sql stable ${definer} as $$
    select t.id, t.name, t.plan, t.demo, t.founded_at,
      (select count(*)::integer from directory.memberships m where m.tenant_id = t.id),
      t.suspended_at, t.suspended_because${withRevision ? ', t.revision' : ''}
    from tenants t
    where exists (select from directory.staff_in(session, $4) i
        where i.second_factor_at is not null)
      and (one is null or t.id = one)
      and (search is null or t.id::text = lower(search)
        or position(lower(search) in lower(t.name)) > 0)
  $$;
`

const before = `
  create function directory.staff_acts_of(session uuid, bound integer, at timestamptz)
  returns table (id uuid, done_by text, action text, target text, detail jsonb, done_at timestamptz)
  language sql stable ${definer} as $$
    select a.id, p.name, a.action, a.target, a.detail, a.at
    from directory.staff_acts a
    join directory.staff f on f.id = a.staff_id join directory.people p on p.id = f.person_id
    where exists (select from directory.staff_in(session, $3) i where i.role = 'security')
    order by a.at desc, a.id desc limit bound
  $$;

  create function directory.put_plan(session uuid, tenant uuid, wanted text, at timestamptz)
  returns void
  language sql ${definer} as $$
    update tenants t set plan = wanted, revision = t.revision + 1
    where t.id = tenant and exists (select from directory.staff_in(session, $4) i
      where i.role in ('operations', 'security') and i.second_factor_at is not null)
  $$;
`

const pages = 'staff_acts_of(uuid, integer, boolean, timestamptz, uuid, timestamptz)'
const both = ['staff_tenants(uuid, text, uuid, timestamptz)']

const grants = (doors: readonly string[]) => `
  revoke execute on all functions in schema directory from public;
  grant execute on function ${doors.map((door) => `directory.${door}`).join(', ')} to sonaqor_app;
`

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    drop function directory.${pages}, directory.name_of_target(text),
      directory.put_plan(uuid, uuid, text, integer, timestamptz),
      directory.staff_tenants(uuid, text, uuid, timestamptz);
  `)
  await db.raw(before)
  await db.raw(tenants(false))
  await db.raw(
    grants([
      ...both,
      'put_plan(uuid, uuid, text, timestamptz)',
      'staff_acts_of(uuid, integer, timestamptz)',
    ]),
  )
}
