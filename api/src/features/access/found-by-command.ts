/** How the first person gets in where there is no demo: whoever holds the owner's login founds a tenant. */
import { Email } from '@sonaqor/contract/values'
import { ConfigError, readOwnerUrl } from '../../config.ts'
import type { Command } from '../../core/feature/index.ts'
import { randomBase62 } from '../../core/crypto/index.ts'
import { foundTenant } from './tenants.service.ts'
import { asOwner } from './tenants.store.ts'

const usage = 'found-tenant "<tenant>" "<name of its owner>" <e-mail of its owner>'

/** Answers with the password, this once; nobody chooses one on a command line, where it would be kept. */
export const foundByCommand: Command = async (_, [tenant, name, email, ...more]) => {
  if (!tenant || !name || !email || !Email.safeParse(email).success || more.length > 0)
    throw new ConfigError(usage)
  const password = randomBase62(24)
  const members = [{ name, email, password, role: 'owner' }] as const
  const { id } = await asOwner(readOwnerUrl(), (owner) =>
    foundTenant(owner, { name: tenant, members, by: 'found-tenant' }),
  )
  return [
    `founded   ${tenant} ${id}`,
    `owner     ${email.toLowerCase()}`,
    `password  ${password}  (unless this person has one already)`,
  ].join('\n')
}
