/** How members have to sign in: whether each of them shows a second factor. */
import type { InputOf } from '@sonaqor/contract/endpoint'
import { securityEvents, type security, type SecurityPolicy } from '@sonaqor/contract/security'
import { requireRevision, type Seen } from '../../core/implement/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { lockTenant, requireMember, sessionsWithoutFactor } from '../access/index.ts'
import { notify } from '../notifications/index.ts'
import * as store from './security.store.ts'

export async function showPolicy(scope: Scope): Promise<SecurityPolicy> {
  const { second_factor_required: secondFactorRequired, revision } = await store.findPolicy(scope)
  const { length: membersWithoutFactor } = await store.membersWithoutFactor(scope)
  return { secondFactorRequired, membersWithoutFactor, revision }
}

/**
 * The policy is read with the session in each request, so it holds from the next one on. Open sockets
 * have been let in by what held before: those of sessions without a factor are closed.
 */
export async function updatePolicy(
  scope: Scope,
  { secondFactorRequired }: InputOf<typeof security.update>['body'],
  seen: Seen,
): Promise<SecurityPolicy> {
  await lockTenant(scope)
  const before = await store.findPolicy(scope)
  requireRevision(seen, before.revision)
  if (before.second_factor_required === secondFactorRequired) return showPolicy(scope)
  await store.updatePolicy(scope, secondFactorRequired)
  await scope.emit(securityEvents.changed, {
    environment: null,
    ref: { tenantId: scope.tenantId },
    data: { secondFactorRequired },
  })
  scope.audit({
    action: securityEvents.changed.name,
    target: scope.tenantId,
    before: { secondFactorRequired: before.second_factor_required },
    after: { secondFactorRequired },
  })
  if (secondFactorRequired) await keepOut(scope)
  return showPolicy(scope)
}

async function keepOut(scope: Scope): Promise<void> {
  for (const session of await sessionsWithoutFactor(scope)) await scope.closeSockets(session)
  const to = await store.membersWithoutFactor(scope)
  if (to.length === 0) return
  const params = { by: requireMember(scope.principal).name, at: scope.now().toISOString() }
  await notify(scope, {
    kind: 'security.second-factor-required',
    to,
    params,
    link: '/account/security',
  })
}
