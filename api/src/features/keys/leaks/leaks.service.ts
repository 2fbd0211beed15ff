/** A key that was found where it does not belong opens nothing any more, and its owners hear of it. */
import { keyEvents, type Key } from '@sonaqor/contract/keys'
import { anonymous, systemPrincipal } from '../../../core/access/index.ts'
import type { Foundation } from '../../../core/foundation/index.ts'
import type { Scope } from '../../../core/scope/index.ts'
import { notify } from '../../notifications/index.ts'
import { hasEnded } from '../key-authenticator.ts'
import { holdsChecksum } from '../key-format.ts'
import { keyNotice } from '../key-notice.ts'
import { note } from '../keys.service.ts'
import * as store from '../keys.store.ts'
import { cutOverlap } from '../rotation/rotation.store.ts'

export interface Leak {
  readonly secret: string
  /** Where it was found, if that was said. */
  readonly url: string | null
  readonly by: 'report' | 'github'
}

export interface Leaks {
  /**
   * Ends the secret, in a transaction of its key's own tenant. Answers whether it is one of ours, which is
   * nobody's business who has not shown who they are.
   */
  end(asker: Scope, leak: Leak): Promise<boolean>
}

export const createLeaks = ({ scopes }: Pick<Foundation, 'scopes'>): Leaks => ({
  async end({ request: caller }, leak) {
    if (!holdsChecksum(leak.secret)) return false
    return scopes.run(anonymous, (scope) => endLeaked(scope, leak), { caller })
  },
})

/**
 * Of two secrets that work the old one can leak by itself; with the newest the whole key has to go. Which
 * one it is counts once the key is locked, for it may be rotated in between; and a key whose app was
 * deleted would come back with it.
 */
async function endLeaked(scope: Scope, { secret, url, by }: Leak): Promise<boolean> {
  const known = await store.openKey(scope, secret, null)
  if (!known) return false
  const { tenant_id, environment, id } = known
  await scope.enter(systemPrincipal('leaked keys', tenant_id, environment))
  const before = await store.lockKey(scope, id, store.ofAnyApp)
  const leaked = await store.findSecret(scope, secret)
  if (before?.state !== 'active' || !leaked || hasEnded(leaked, scope.now())) return true
  const isOld = leaked.newer_secrets > 0
  await (isOld ? cutOverlap(scope, before) : store.markRevoked(scope, before))
  const after = (await store.findKey(scope, id, store.ofAnyApp)) ?? before
  const { appId } = before
  const found = { by, url, secret: isOld ? 'old' : 'newest' }
  scope.audit({ action: 'keys.leak-reported', target: id, environment, appId, after: found })
  await note(scope, isOld ? keyEvents.overlapEnded : keyEvents.revoked, after, before)
  await tellOwners(scope, after, { url, isOld })
  await scope.closeSockets(id)
  return true
}

interface Told {
  readonly url: string | null
  readonly isOld: boolean
}

async function tellOwners(scope: Scope, key: Key, { url, isOld }: Told): Promise<void> {
  const { params, link } = keyNotice(key)
  const ended = isOld ? ('old-secret' as const) : ('key' as const)
  await notify(scope, { kind: 'keys.leaked', params: { ...params, ended, url: url ?? '' }, link })
}
