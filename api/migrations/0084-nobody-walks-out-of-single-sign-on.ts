import type { Knex } from 'knex'

/**
 * Where a provider is asked for it stays so: whoever it knows comes in by it whatever their address is,
 * and nobody who has to takes an address of which it does not speak.
 */
export async function up(db: Knex): Promise<void> {
  await db.raw(`
    ${asksForSso(true)}
    ${leaving}
    revoke execute on all functions in schema directory from public;
    grant execute on function ${doors.join(', ')} to sonaqor_app;
  `)
}

const definer = 'security definer set search_path = pg_catalog, public, pg_temp'

/** As it stands from here on, or as it stood before. */
const asksForSso = (isNew: boolean) => `
  -- Whether somebody comes into a tenant by its provider alone: by the domain of their address, or for
  -- the provider knows them. Owners are let in by what they know, or nobody could mend a provider that is
  -- broken.
  create or replace function directory.asks_for_sso(person uuid, tenant uuid) returns boolean
  language plpgsql ${definer} as $$
  declare
    here text := coalesce(current_setting('app.tenant_id', true), '');
    is_of_domain boolean;
    is_owner boolean;
    is_linked boolean := false;
  begin
    if not exists (
      select from directory.sso_domains d where d.tenant_id = tenant and d.is_required
    ) then return false; end if;
    is_of_domain := exists (
      select from directory.sso_domains d join directory.people p on p.id = person
      where d.tenant_id = tenant and d.is_required and d.domain = directory.domain_of(p.email));
    perform set_config('app.tenant_id', tenant::text, true);
    is_owner := exists (
      select from members m
      where m.tenant_id = tenant and m.person_id = person and m.role = 'owner');
    ${isNew ? linked : ''}perform set_config('app.tenant_id', here, true);
    return (is_of_domain or is_linked) and not is_owner;
  end $$;
`

/** A link to a provider of before counts for nothing: nobody comes in by that one. */
const linked = `is_linked := exists (
      select from sso_links l
      join sso_connections c on c.tenant_id = l.tenant_id and c.issuer = l.issuer
      join members m on m.tenant_id = l.tenant_id and m.id = l.member_id
      where l.tenant_id = tenant and m.person_id = person);
    `

const leaving = `
  -- Whether somebody would leave the domains of a tenant that they come into by its provider alone.
  create function directory.leaves_sso(person uuid, given_email text) returns boolean
  language sql as $$
    select exists (
      select from directory.people p
      join directory.sso_domains d on d.domain = directory.domain_of(p.email) and d.is_required
      join directory.memberships w on w.person_id = p.id and w.tenant_id = d.tenant_id
      where p.id = person
        and not exists (
          select from directory.sso_domains o
          where o.tenant_id = d.tenant_id and o.is_required
            and o.domain = directory.domain_of(given_email))
        and directory.asks_for_sso(p.id, d.tenant_id))
  $$;

  create function directory.address_leaves_sso(session uuid, given_email text, at timestamptz)
  returns boolean
  language sql ${definer} as $$
    select directory.leaves_sso(directory.person_of(session, null, at), given_email)
  $$;

  -- The same of a link that is still good. It stays good.
  create function directory.link_leaves_sso(given bytea, at timestamptz) returns boolean
  language sql ${definer} as $$
    select coalesce(bool_or(directory.leaves_sso(l.person_id, l.email)), false)
    from directory.mail_links l
    where l.hash = given and l.kind = 'email' and l.used_at is null and l.expires_at > at
  $$;
`

/** With their arguments, as granting and dropping name them. */
const doors = [
  'address_leaves_sso(uuid, text, timestamptz)',
  'link_leaves_sso(bytea, timestamptz)',
].map((door) => `directory.${door}`)

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    drop function ${doors.join(', ')}, directory.leaves_sso(uuid, text);
    ${asksForSso(false)}
  `)
}
