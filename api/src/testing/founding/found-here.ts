/** Founds tenants of worlds in this process, which takes much of the product to be read. */
import { hash } from '@node-rs/argon2'
import knex, { type Knex } from 'knex'
import { hashPassword } from '../../features/access/password/passwords.ts'
import {
  foundTenant,
  type FoundedTenant,
  type NewMember,
} from '../../features/access/tenants.service.ts'

export interface Founding {
  readonly ownerUrl: string
  readonly name: string
  readonly members: readonly Pick<NewMember, 'name' | 'email' | 'role'>[]
  /** Of all of them. */
  readonly password: string
  /** For tests of hashing itself: passwords are kept as the product keeps them. */
  readonly hashing?: 'as the product'
}

/**
 * Of the same kind as the product's, and cheap: what a password is checked with is said by its hash,
 * and at full cost signing in would be most of the time of many tests.
 */
const cheap = { memoryCost: 1024, timeCost: 1, parallelism: 1 }

/** Of the owner of a world's database; whoever founds many keeps it. */
export const openOwner = (ownerUrl: string): Knex => knex({ client: 'pg', connection: ownerUrl })

export async function foundHere(founding: Founding, owner: Knex): Promise<FoundedTenant> {
  const { name, password, hashing } = founding
  const passwordHash = await (hashing ? hashPassword(password) : hash(password, cheap))
  const members = founding.members.map((member) => ({ ...member, password, passwordHash }))
  return foundTenant(owner, { name, members })
}
