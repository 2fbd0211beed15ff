/** How somebody of the staff comes to a password: by a link in their own mail, so that nobody else knows it. */
import type { InputOf } from '@sonaqor/contract/endpoint'
import { staffLinkMinutes, type staff } from '@sonaqor/contract/staff'
import { isToken, newToken } from '../../core/crypto/index.ts'
import { Problem } from '../../core/problems/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { checkPassword, hashPassword, refuseForeignPages } from '../access/index.ts'
import { mailTo } from '../notifications/index.ts'
import { hashStaffLink } from './staff-link-hash.ts'
import { requireStaff } from './staff-principal.ts'
import * as store from './staff-links.store.ts'
import { noteAct } from './staff-sessions.store.ts'

export const staffLinkEnds = (now: Date) => new Date(now.getTime() + staffLinkMinutes * 60_000)

/** False where they have a password in a tenant already. What was sent to them before is void. */
export async function sendLink(scope: Scope, id: string): Promise<boolean> {
  const session = requireStaff(scope.principal).session.id
  const token = newToken()
  const link = {
    id,
    hash: hashStaffLink(scope.secrets, token),
    expiresAt: staffLinkEnds(scope.now()),
  }
  const to = await store.putLink(scope, session, link)
  if (!to) return false
  // It stands in the fragment, which no server and no log sees.
  const params = { link: `/staff#${token}`, minutes: staffLinkMinutes }
  const { email, name, locale } = to
  const letter = { to: email, name, locale: locale ?? undefined }
  await mailTo(scope, { ...letter, template: 'staff.password', params })
  await noteAct(scope, session, { action: 'staff.link-sent', target: id })
  return true
}

export async function requireLinkSent(scope: Scope, id: string): Promise<void> {
  if (await sendLink(scope, id)) return
  throw new Problem('conflict', {
    detail: 'They have a password in a tenant, or are no staff any more. Nothing was sent.',
  })
}

/** It signs nobody in. A second factor stays, for a link shows that somebody reads the mail alone. */
export async function setPassword(
  scope: Scope,
  { token, password }: InputOf<typeof staff.setPassword>['body'],
): Promise<void> {
  refuseForeignPages(scope)
  if (!isToken(token)) throw linkIsOver()
  const hash = hashStaffLink(scope.secrets, token)
  const words = await scope.keep((_, kept) => store.linkOpens(kept, hash))
  if (!words) throw linkIsOver()
  checkPassword(password, words)
  if (!(await store.spendLink(scope, hash, await hashPassword(password)))) throw linkIsOver()
}

const linkIsOver = () =>
  new Problem('invalid', {
    detail: `This link is not good any more: it works once, for ${staffLinkMinutes} minutes. Ask a security lead for a new one.`,
    errors: [{ detail: 'is not good any more', pointer: '#/token' }],
  })
