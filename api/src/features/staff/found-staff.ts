/** How the first of the staff gets in: whoever holds the owner's login makes them a security lead. */
import { Email } from '@sonaqor/contract/values'
import { ConfigError, readOwnerUrl } from '../../config.ts'
import { newToken, uuidv7 } from '../../core/crypto/index.ts'
import type { Command } from '../../core/feature/index.ts'
import { openOwner } from '../../core/migrate/index.ts'
import { noPassword } from '../access/index.ts'
import { insertStaff, insertStaffLink } from './people.store.ts'
import { hashStaffLink } from './staff-link-hash.ts'
import { staffLinkEnds } from './staff-links.service.ts'

const usage = 'found-staff "<name>" <e-mail>'

/**
 * Answers with a link by which they set their password, this once; said again, with a new one. A second
 * factor is set up at the first sign-in.
 */
export const foundStaff: Command = async ({ secrets, config }, [name, address, ...more]) => {
  const email = Email.safeParse(address?.toLowerCase())
  if (!name || !email.success || more.length > 0) throw new ConfigError(usage)
  const at = new Date()
  const token = newToken()
  const staff = { id: uuidv7(at), name, email: email.data, passwordHash: noPassword() }
  const link = { hash: hashStaffLink(secrets, token), expiresAt: staffLinkEnds(at) }
  const owner = openOwner(readOwnerUrl(), 1)
  try {
    const isNew = await insertStaff(owner, { ...staff, role: 'security' }, at)
    const isOpen = await insertStaffLink(owner, email.data, link)
    return [
      `${isNew ? 'founded' : 'known  '}   ${name} ${email.data}`,
      `sign in   ${config.staffUrl}/staff`,
      `password  ${isOpen ? `${config.staffUrl}/staff#${token}` : '(the one that this person has already)'}`,
    ].join('\n')
  } finally {
    await owner.destroy()
  }
}
