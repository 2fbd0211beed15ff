/** A forgotten password: a link by mail, and a new one by it. */
import type { auth } from '@sonaqor/contract/auth'
import type { InputOf } from '@sonaqor/contract/endpoint'
import type { Scope } from '../../../core/scope/index.ts'
import { notify } from '../../notifications/index.ts'
import { dropRefreshToken, refuseForeignPages } from '../sessions/cookies.ts'
import { askForLink, hashLink, linkIsOver } from './mail-links.service.ts'
import * as store from './mail-links.store.ts'
import { checkPassword } from './new-password.ts'
import { hashPassword, refuseCrowd } from './passwords.ts'
import { inEachTenant } from '../sessions/sessions.service.ts'

export const requestReset = (
  scope: Scope,
  { email }: InputOf<typeof auth.requestReset>['body'],
): Promise<void> => askForLink(scope, { kind: 'reset', email })

/**
 * Sets the password and ends all that the old one had opened, in every tenant. Second factors stay: the
 * link shows that somebody reads the mail, and that is no factor. The link is used in the transaction
 * that changes the password, so of many that bring it at once one does.
 */
export async function resetPassword(
  scope: Scope,
  { token, password }: InputOf<typeof auth.resetPassword>['body'],
): Promise<void> {
  refuseForeignPages(scope)
  refuseCrowd()
  const hash = hashLink(scope, token)
  const opening = await scope.keep((_, kept) => store.linkOpens(kept, 'reset', hash))
  if (!opening) throw linkIsOver()
  checkPassword(password, opening.words)
  const places = await store.resetPassword(scope, hash, await hashPassword(password))
  if (places.length === 0) throw linkIsOver()
  await endAll(scope, places)
  dropRefreshToken(scope)
}

/** Each tenant hears of it in its own log; the person is told where they came in last. */
async function endAll(scope: Scope, places: readonly store.ResetPlace[]): Promise<void> {
  const last = places.reduce((one, other) =>
    (other.entered_at ?? 0) > (one.entered_at ?? 0) ? other : one,
  )
  await inEachTenant(
    scope,
    places,
    { because: 'password-changed' },
    async ({ tenant_id, member_id }) => {
      scope.audit({ action: 'account.password-reset', target: member_id })
      if (tenant_id !== last.tenant_id) return
      await notify(scope, {
        kind: 'account.password-changed',
        to: [member_id],
        params: { at: scope.now().toISOString() },
        link: '/account/sessions',
      })
    },
  )
}
