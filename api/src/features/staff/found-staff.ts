/** How the first of the staff gets in: whoever holds the owner's login makes them a security lead. */
import { ConfigError, readOwnerUrl } from '../../config.ts'
import { randomBase62, uuidv7 } from '../../core/crypto/index.ts'
import type { Command } from '../../core/feature/index.ts'
import { openOwner } from '../../core/migrate/index.ts'
import { hashPassword } from '../access/index.ts'
import { insertStaff } from './people.store.ts'

const usage = 'found-staff "<name>" <e-mail>'

/** Answers with the password, this once. A second factor is set up at the first sign-in. */
export const foundStaff: Command = async (_, [name, email, ...more]) => {
  if (!name || !email?.includes('@') || more.length > 0) throw new ConfigError(usage)
  const password = randomBase62(24)
  const passwordHash = await hashPassword(password)
  const at = new Date()
  const staff = { id: uuidv7(at), name, email: email.toLowerCase(), passwordHash }
  const owner = openOwner(readOwnerUrl(), 1)
  const made = await insertStaff(owner, { ...staff, role: 'security' }, at).finally(() =>
    owner.destroy(),
  )
  if (!made.isNewStaff) return `known     ${staff.email} belongs to the staff already`
  return [
    `founded   ${name} ${staff.id}`,
    `e-mail    ${staff.email}`,
    `password  ${made.isNewPerson ? password : '(the one that this person has already)'}`,
  ].join('\n')
}
