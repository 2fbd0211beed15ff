/** A new tenant and its owner: an address that is confirmed first, and a password behind it. */
import type { auth, Session } from '@sonaqor/contract/auth'
import type { InputOf } from '@sonaqor/contract/endpoint'
import { Problem } from '../../core/problems/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { refuseForeignPages } from './sessions/cookies.ts'
import { askForLink, hashLink, linkIsOver } from './password/mail-links.service.ts'
import * as store from './password/mail-links.store.ts'
import { checkPassword } from './password/new-password.ts'
import { hashPassword, refuseCrowd } from './password/passwords.ts'
import { comeIn } from './sign-in.service.ts'

/** Whoever has an account already is told so by mail, and by nothing else. */
export const signUp = (
  scope: Scope,
  { email, name, tenantName, locale }: InputOf<typeof auth.signUp>['body'],
): Promise<void> => askForLink(scope, { kind: 'sign-up', email, name, tenantName, locale })

export async function confirmSignUp(
  scope: Scope,
  { token, password }: InputOf<typeof auth.confirmSignUp>['body'],
): Promise<Session> {
  refuseForeignPages(scope)
  refuseCrowd()
  const hash = hashLink(scope, token)
  const opening = await scope.keep((_, kept) => store.linkOpens(kept, 'sign-up', hash))
  if (!opening) throw linkIsOver()
  checkPassword(password, opening.words)
  const passwordHash = await hashPassword(password)
  const tenantId = scope.newId()
  const founding = { tenantId, memberId: scope.newId() }
  const founded = await store.confirmSignUp(scope, hash, passwordHash, founding)
  if (!founded) throw await whyNot(scope, hash)
  const { email, tenant_name: name } = founded
  const session = await comeIn(scope, { email, counted: null, tenantId, proved: passwordHash })
  scope.audit({ action: 'tenants.founded', target: tenantId, after: { name } })
  return session
}

/** The link is used by now, or its address is somebody's: whoever holds it reads the mail of that one. */
async function whyNot(scope: Scope, hash: Buffer): Promise<Problem> {
  const isOpen = await scope.keep((_, kept) => store.linkOpens(kept, 'sign-up', hash))
  if (!isOpen) return linkIsOver()
  return new Problem('conflict', {
    detail: 'There is an account for this address by now. Sign in, and add the tenant there.',
  })
}
