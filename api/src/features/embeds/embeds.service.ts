/** Embed sessions, as a partner's server opens them with its key. */
import { embedEvents, type LockedFilters } from '@sonaqor/contract/embeds'
import type { KeyPrincipal } from '../../core/access/index.ts'
import { randomBase62 } from '../../core/crypto/index.ts'
import { Problem } from '../../core/problems/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { hashSecret } from './exchange.service.ts'
import * as store from './embeds.store.ts'
import { grantedSession, type Wish } from './granted-session.ts'

export { listRefusals, listSessions, showSession } from './embeds.view.ts'

const secretSeconds = 60

/** Opens a session in the app of the key that asks, and gives the one secret that leads into it. */
export async function createSession(scope: Scope, wish: Wish) {
  const session = await grantedSession(scope, requireKey(scope), wish)
  scope.takes(wish.scopes)
  const clientSecret = `sqe_${randomBase62(43)}`
  await store.insertSession(scope, session)
  await store.putSecret(scope, {
    hash: hashSecret(scope, clientSecret),
    sessionId: session.id,
    expiresAt: new Date(scope.now().getTime() + secretSeconds * 1000),
  })
  const { id, environment, appId, views, scopes, origins, filters } = session
  const ref = { sessionId: id, appId }
  await scope.emit(embedEvents.opened, { environment, appId, ref, data: ref })
  scope.audit({
    action: embedEvents.opened.name,
    target: id,
    environment,
    after: { appId, views, scopes, origins, user: wish.user ?? null, filters: sizesOf(filters) },
  })
  return { id, clientSecret, expiresAt: session.expiresAt.toISOString() }
}

/** The audit log is read without `customers:read`, too: it says that there is a lock, and to how many. */
function sizesOf(filters: LockedFilters | undefined) {
  if (!filters) return null
  const { externalIds, regions, masked } = filters
  return {
    customers: externalIds?.length ?? null,
    regions: regions?.length ?? null,
    masked: masked ?? false,
  }
}

function requireKey({ principal }: Scope): KeyPrincipal {
  if (principal.kind === 'key') return principal
  throw new Problem('forbidden', { detail: 'Embed sessions are opened with an API key.' })
}
