import type { Knex } from 'knex'

/**
 * An admin removes the second factors of a member who has lost them. They are the person's, and guard every
 * tenant that the person belongs to: so they are removed by a tenant that is the person's only one. Whoever
 * had one has to have one again: their membership asks for it, as a tenant may ask all of its members.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    alter table members add factor_due boolean not null default false;

    -- Who is suspended is let in again one day: that tenant is one of theirs all along.
    create table directory.suspensions (
      person_id uuid not null references directory.people (id),
      tenant_id uuid not null references tenants (id),
      primary key (person_id, tenant_id)
    );
    create index on directory.suspensions (tenant_id);
    ${followMember(true)}
    ${suspendedUntilNow}
    ${asksForFactor('t.second_factor_required', '(t.second_factor_required or m.factor_due)')}
    ${reset}
    revoke execute on all functions in schema directory from public;
    grant execute on function directory.reset_factors(uuid) to sonaqor_app;
  `)
}

const definer = 'security definer set search_path = pg_catalog, public, pg_temp'

/** As it stands from here on, or as it stood before. */
const followMember = (isNew: boolean) => `
  create or replace function directory.follow_member() returns trigger
  language plpgsql ${definer} as $$
  begin
    if new.state = 'active' then
      insert into directory.memberships (person_id, tenant_id, member_id)
      values (new.person_id, new.tenant_id, new.id)
      on conflict do nothing;
    else
      delete from directory.memberships
      where person_id = new.person_id and tenant_id = new.tenant_id;
    end if;
    ${isNew ? followSuspension : ''}return null;
  end $$;
`

const followSuspension = `if new.state = 'suspended' then
      insert into directory.suspensions (person_id, tenant_id)
      values (new.person_id, new.tenant_id)
      on conflict do nothing;
    else
      delete from directory.suspensions
      where person_id = new.person_id and tenant_id = new.tenant_id;
    end if;
    `

/** Members are seen by whoever has entered their tenant, so each is entered in turn. */
const suspendedUntilNow = `
  do $$
  declare
    place uuid;
  begin
    for place in select id from tenants loop
      perform set_config('app.tenant_id', place::text, true);
      insert into directory.suspensions (person_id, tenant_id)
      select m.person_id, m.tenant_id from members m
      where m.tenant_id = place and m.state = 'suspended';
    end loop;
    perform set_config('app.tenant_id', '', true);
  end $$;
`

/** Every door that lets somebody in tells by the same words whether a second factor is asked for. */
const asksForFactor = (from: string, to: string) => `
  do $$
  declare
    door text;
  begin
    for door in
      select pg_get_functiondef(p.oid) from pg_proc p
      where p.pronamespace = 'directory'::regnamespace and strpos(p.prosrc, '${from}') > 0
    loop
      execute replace(door, '${from}', '${to}');
    end loop;
  end $$;
`

const reset = `
  -- Removes what an active member of the entered tenant shows as a second factor, and trusts no browser of
  -- theirs any more. \`none\`: there is nothing to remove. \`elsewhere\`: it guards another door as well,
  -- and is left alone. Whoever takes the person in somewhere waits for this, or this for them.
  create function directory.reset_factors(member uuid) returns text
  language plpgsql ${definer} as $$
  declare
    person uuid;
  begin
    select m.person_id into person from members m
    where m.tenant_id = app.tenant() and m.id = member and m.state = 'active';
    perform from directory.people p where p.id = person for update;
    if exists (select from directory.memberships o
        where o.person_id = person and o.tenant_id <> app.tenant())
      or exists (select from directory.suspensions o
        where o.person_id = person and o.tenant_id <> app.tenant())
      or exists (select from directory.staff s where s.person_id = person)
    then return 'elsewhere'; end if;
    if not exists (select from directory.second_factors_here() f where f.person_id = person)
    then return 'none'; end if;
    delete from directory.totp_factors f where f.person_id = person;
    delete from directory.passkeys k where k.person_id = person;
    delete from directory.recovery_codes c where c.person_id = person;
    delete from directory.sign_in_tickets t where t.person_id = person;
    delete from directory.sign_in_counters c
    where c.subject = sha256(convert_to('second factor ' || person::text, 'UTF8'));
    update directory.devices d set trusted_until = null, trusted_at = null
    where d.person_id = person;
    return 'reset';
  end $$;
`

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    drop function directory.reset_factors(uuid);
    ${asksForFactor('(t.second_factor_required or m.factor_due)', 't.second_factor_required')}
    ${followMember(false)}
    drop table directory.suspensions;
    alter table members drop factor_due;
  `)
}
