/** A new e-mail address, confirmed by the link that was sent there. */
import { systemPrincipal } from '../../../core/access/index.ts'
import { Problem } from '../../../core/problems/index.ts'
import type { Scope } from '../../../core/scope/index.ts'
import { mailTo } from '../../notifications/index.ts'
import { hashLink, linkIsOver } from './mail-links.service.ts'
import * as store from './mail-links.store.ts'

/** The old address is told, for it may have been somebody else who changed it. */
export async function confirmEmail(scope: Scope, token: string): Promise<void> {
  const hash = hashLink(scope, token)
  // The rule may be younger than the link.
  if (await store.linkLeavesSso(scope, hash)) throw addressIsOfCompany()
  const places = await store.confirmEmail(scope, hash)
  const [first] = places
  if (!first) throw linkIsOver()
  const { old_email: to, new_email: email, name, locale } = first
  await mailTo(scope, {
    to,
    name,
    template: 'account.email-changed',
    params: { at: scope.now().toISOString(), email },
    locale: locale ?? undefined,
  })
  for (const { tenant_id, member_id } of places) {
    await scope.enter(systemPrincipal('access.confirm-email', tenant_id))
    scope.audit({
      action: 'account.email-changed',
      target: member_id,
      before: { email: to },
      after: { email },
    })
  }
}

/** Whoever comes in by their company's provider alone would walk out of that with a private address. */
export async function requireNotLeavingSso(
  scope: Scope,
  session: string,
  email: string,
): Promise<void> {
  if (await store.addressLeavesSso(scope, session, email)) throw addressIsOfCompany()
}

const addressIsOfCompany = () =>
  new Problem('conflict', {
    detail:
      'Your company signs in with its own provider, so your e-mail address stays one of its domains.',
  })
