import type { Knex } from 'knex'

/**
 * A password that is changed ends what is open in every tenant of the person, as one that is set by a link
 * does. The door that changes it tells what that is: asked of a session that a provider has vouched for,
 * the list of sessions holds those of its own tenant alone.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    drop function ${door};
    create function directory.change_password(session uuid, password text, at timestamptz)
    returns table (
      tenant_id uuid, member_id uuid, person_id uuid, name text, role text, compliance boolean,
      authorisation_version integer, second_factor_at timestamptz, second_factor_required boolean,
      session_id uuid
    ) language plpgsql ${definer} as $$
    #variable_conflict use_column
    declare
      person uuid := directory.person_of(session, null, at);
      here text := current_setting('app.tenant_id', true);
      place record;
    begin
      perform directory.put_password(person, password, at);
      for place in
        select o.tenant_id, o.member_id from directory.memberships o
        where o.person_id = person order by o.tenant_id
      loop
        perform set_config('app.tenant_id', place.tenant_id::text, true);
        return query
          select m.tenant_id, m.id, m.person_id, p.name, m.role, m.compliance,
            m.authorisation_version, s.second_factor_at, t.second_factor_required, s.id
          from sessions s
          join members m on m.tenant_id = s.tenant_id and m.id = s.member_id
          join directory.people p on p.id = m.person_id
          join tenants t on t.id = m.tenant_id
          where s.tenant_id = place.tenant_id and s.member_id = place.member_id
            and s.ended_at is null and s.ends_at > at;
      end loop;
      perform set_config('app.tenant_id', here, true);
    end $$;
    ${grants}
  `)
}

const definer = 'security definer set search_path = pg_catalog, public, pg_temp'

const door = 'directory.change_password(uuid, text, timestamptz)'

const grants = `
    revoke execute on function ${door} from public;
    grant execute on function ${door} to sonaqor_app;
`

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    drop function ${door};
    create function directory.change_password(session uuid, password text, at timestamptz)
    returns void
    language sql ${definer} as $$
      select directory.put_password(directory.person_of(session, null, at), password, at)
    $$;
    ${grants}
  `)
}
