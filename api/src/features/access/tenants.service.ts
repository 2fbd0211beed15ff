/** Founding a tenant by whoever holds the owner's login: by a command, and for seeds and tests. */
import type { Role } from '@sonaqor/contract/access'
import type { Knex } from 'knex'
import { entryOfCommand } from '../../core/audit/index.ts'
import { uuidv7 } from '../../core/crypto/index.ts'
import { checkPassword } from './password/new-password.ts'
import { hashPassword } from './password/passwords.ts'
import * as store from './tenants.store.ts'

export interface NewMember {
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly password: string
  /** Its hash, where that was made before: whoever founds many is spared the work. */
  readonly passwordHash?: string
}

export interface NewTenant {
  readonly name: string
  readonly members: readonly NewMember[]
  /** Marks the tenant as made up, so that nobody takes its figures for real ones. */
  readonly demo?: boolean
  /** What founds it, for its audit log; what is made up has no history. */
  readonly by?: string
}

export interface FoundedTenant {
  readonly id: string
  readonly name: string
  readonly members: readonly (NewMember & { readonly id: string; readonly personId: string })[]
}

/**
 * Founds a tenant with its first members, on a connection of the owner of the database. A person
 * whose e-mail is known already keeps the password that they have.
 */
export async function foundTenant(
  owner: Knex,
  { name, members, demo = false, by }: NewTenant,
  at = new Date(),
): Promise<FoundedTenant> {
  const people = await Promise.all(
    members.map(async ({ passwordHash, ...member }) => ({
      ...member,
      hash: passwordHash ?? (await hashNew(member, name)),
    })),
  )
  return owner.transaction(async (transaction) => {
    const tenant = { id: uuidv7(at), name, demo, founded_at: at }
    await store.insertTenant(transaction, tenant)
    const founded = []
    for (const { hash, ...member } of people) {
      const personId = await store.ensurePerson(transaction, {
        id: uuidv7(at),
        email: member.email.toLowerCase(),
        name: member.name,
        password_hash: hash,
        created_at: at,
      })
      const id = uuidv7(at)
      await store.insertMember(transaction, {
        tenant_id: tenant.id,
        id,
        person_id: personId,
        role: member.role,
        joined_at: at,
      })
      founded.push({ ...member, id, personId })
    }
    if (by !== undefined) {
      const act = { action: 'tenants.founded', target: tenant.id, after: { name } } as const
      await store.appendAudit(transaction, entryOfCommand(by, act, at))
    }
    return { id: tenant.id, name, members: founded }
  })
}

/** By the same rules as wherever else somebody gets a password. */
async function hashNew({ name, email, password }: NewMember, tenant: string): Promise<string> {
  checkPassword(password, [name, email, tenant])
  return hashPassword(password)
}
