/** Embed sessions: opened by a key, entered once by a page, ended at once. */
import { embedEvents, type EmbedToken } from '@sonaqor/contract/embeds'
import type { KeyPrincipal } from '../../core/access/index.ts'
import { randomBase62 } from '../../core/crypto/index.ts'
import { Problem } from '../../core/problems/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { embedPrincipal, issueToken, mayStandAt } from './embed-token.ts'
import * as store from './embeds.store.ts'
import { grantedSession, type Wish } from './granted-session.ts'

const secretSeconds = 60

/** Opens a session in the app of the key that asks, and gives the one secret that leads into it. */
export async function createSession(scope: Scope, wish: Wish) {
  const session = await grantedSession(scope, requireKey(scope), wish)
  const clientSecret = `sqe_${randomBase62(43)}`
  await store.insertSession(scope, session)
  await store.putSecret(scope, {
    hash: hashSecret(scope, clientSecret),
    sessionId: session.id,
    expiresAt: new Date(scope.now().getTime() + secretSeconds * 1000),
  })
  const { id, environment, appId, views, scopes, origins } = session
  const ref = { sessionId: id, appId }
  await scope.emit(embedEvents.opened, { environment, appId, ref, data: ref })
  scope.audit({
    action: embedEvents.opened.name,
    target: id,
    environment,
    after: { appId, views, scopes, origins, user: wish.user ?? null },
  })
  return { id, clientSecret, expiresAt: session.expiresAt.toISOString() }
}

function requireKey({ principal }: Scope): KeyPrincipal {
  if (principal.kind === 'key') return principal
  throw new Problem('forbidden', { detail: 'Embed sessions are opened with an API key.' })
}

const hashSecret = (scope: Scope, secret: string) => scope.secrets.hmac(`embed:${secret}`)

/**
 * Lets a page in, once, if it stands at an origin that the session was opened for. A frame of our
 * own gets in by a secret of its own: what it may see, no token of the page around it opens.
 */
export async function exchange(
  scope: Scope,
  clientSecret: string,
  ownOrigin: string,
): Promise<EmbedToken> {
  const { origin } = scope.request
  if (!origin) throw new Problem('forbidden', { detail: 'A secret is exchanged by a page alone.' })
  const page = origin === ownOrigin ? null : origin
  const secret = await store.takeSecret(scope, hashSecret(scope, clientSecret), page)
  if (!secret) throw unknownSecret()
  if (!secret.taken) {
    throw new Problem('forbidden', { detail: `The session was not opened for ${origin}.` })
  }
  const session = await store.openSession(scope, secret.place)
  if (!session || !mayStandAt(session, origin, ownOrigin)) throw unknownSecret()
  const principal = embedPrincipal(secret.place, session, origin)
  await scope.enter(principal)
  const { tenantId, environment, sessionId } = secret.place
  return {
    ...(await issueToken(scope, secret.place, { origin, endsAt: session.expires_at })),
    sessionId,
    embedId: session.embed_id,
    tenant: { id: tenantId, name: session.tenant_name },
    app: { id: session.app_id, name: session.app_name, environment },
    user: principal.user && { ...principal.user },
    views: [...session.views],
    scopes: [...session.scopes],
  }
}

const unknownSecret = () =>
  new Problem('unauthenticated', { detail: 'The client secret is unknown, used or late.' })

/** Ends a session at once, in open pages too. Ending it again changes nothing. */
export async function revokeSession(scope: Scope, id: string): Promise<void> {
  const session = await store.findSession(scope, id)
  if (!session) throw new Problem('not-found', { detail: 'There is no such embed session.' })
  if (!(await store.markRevoked(scope, id))) return
  const { environment, app_id: appId } = session
  const ref = { sessionId: id, appId }
  await scope.emit(embedEvents.revoked, { environment, appId, ref, data: ref })
  scope.audit({ action: embedEvents.revoked.name, target: id, environment, appId })
  await scope.closeSockets(id)
}
