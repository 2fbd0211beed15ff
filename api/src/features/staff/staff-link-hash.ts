import type { Secrets } from '../../core/crypto/index.ts'

/** How a link is stored. */
export const hashStaffLink = ({ hmac }: Pick<Secrets, 'hmac'>, token: string): Buffer =>
  hmac(`staff-link:${token}`)
