/** Writes tenants and people as the owner of the database; the app's own login cannot. */
import type { Role } from '@sonaqor/contract/access'
import type { Knex } from 'knex'
import { openOwner } from '../../core/migrate/index.ts'

/** Works on a connection of the owner of the database, which is closed afterwards. */
export async function asOwner<T>(url: string, work: (owner: Knex) => Promise<T>): Promise<T> {
  const owner = openOwner(url, 1)
  try {
    return await work(owner)
  } finally {
    await owner.destroy()
  }
}

export interface TenantRow {
  readonly id: string
  readonly name: string
  readonly demo: boolean
  readonly founded_at: Date
}

/** Enters the new tenant as well, for its rows are under row-level security for the owner too. */
export async function insertTenant(owner: Knex.Transaction, tenant: TenantRow): Promise<void> {
  await owner.raw("select set_config('app.tenant_id', ?, true)", [tenant.id])
  await owner('tenants').insert(tenant)
}

export interface PersonRow {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly password_hash: string
  readonly created_at: Date
}

/** The id of the person with that e-mail, who may be in other tenants already. */
export async function ensurePerson(owner: Knex.Transaction, person: PersonRow): Promise<string> {
  await owner('directory.people').insert(person).onConflict('email').ignore()
  const { id } = await owner<PersonRow>('directory.people')
    .where({ email: person.email })
    .select('id')
    .first()
    .then((row) => row ?? person)
  return id
}

export interface MemberRow {
  readonly tenant_id: string
  readonly id: string
  readonly person_id: string
  readonly role: Role
  readonly joined_at: Date
}

export async function insertMember(owner: Knex.Transaction, member: MemberRow): Promise<void> {
  await owner('members').insert(member)
}

/** The first entry of a chain, in the tenant that was entered by making it. */
export async function appendAudit(
  owner: Knex.Transaction,
  entry: readonly string[],
): Promise<void> {
  await owner.raw('select app.append_audit(?, ?, ?, ?)', [...entry])
}
