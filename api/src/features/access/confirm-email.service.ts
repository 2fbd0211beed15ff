/** A new e-mail address, confirmed by the link that was sent there. */
import { systemPrincipal } from '../../core/access/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { mailTo } from '../notifications/index.ts'
import { hashLink, linkIsOver } from './mail-links.service.ts'
import * as store from './mail-links.store.ts'

/** The old address is told, for it may have been somebody else who changed it. */
export async function confirmEmail(scope: Scope, token: string): Promise<void> {
  const places = await store.confirmEmail(scope, hashLink(scope, token))
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
