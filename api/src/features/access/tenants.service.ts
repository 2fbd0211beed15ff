/** The staff plane's act of founding a tenant. Sign-up is another; seeds and tests use this one too. */
import type { Role } from '@sonaqor/contract/access'
import type { Knex } from 'knex'
import { uuidv7 } from '../../core/crypto/index.ts'
import { hashPassword } from './passwords.ts'
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
}

export interface FoundedTenant {
  readonly id: string
  readonly name: string
  readonly members: readonly (NewMember & { readonly id: string; readonly personId: string })[]
}

const passwordMin = 15
const passwordMax = 128

/**
 * Founds a tenant with its first members, on a connection of the owner of the database. A person
 * whose e-mail is known already keeps the password that they have.
 */
export async function foundTenant(
  owner: Knex,
  { name, members, demo = false }: NewTenant,
  at = new Date(),
): Promise<FoundedTenant> {
  const people = await Promise.all(
    members.map(async ({ passwordHash, ...member }) => ({
      ...member,
      hash: passwordHash ?? (await hashNew(member.password)),
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
    return { id: tenant.id, name, members: founded }
  })
}

async function hashNew(password: string): Promise<string> {
  if (password.length < passwordMin || password.length > passwordMax) {
    throw new RangeError(`a password has ${passwordMin} to ${passwordMax} characters`)
  }
  return hashPassword(password)
}
