/** How a page comes in: by a secret that is worth one token, at an origin that it was made for. */
import type { embeds, EmbedToken } from '@sonaqor/contract/embeds'
import type { InputOf } from '@sonaqor/contract/endpoint'
import { isOrigin } from '@sonaqor/contract/values'
import { requireOpenTenant } from '../../core/access/index.ts'
import { Problem } from '../../core/problems/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { embedPrincipal, issueToken, mayStandAt } from './embed-token.ts'
import * as store from './embeds.store.ts'
import { goOnFrom } from './visits.service.ts'

export const hashSecret = (scope: Scope, secret: string) => scope.secrets.hmac(`embed:${secret}`)

/**
 * Lets a page in, once, if it stands at an origin that the session was opened for. A frame of our own
 * gets in by a secret of its own: what it may see, no token of the page around it opens.
 */
export async function exchange(
  scope: Scope,
  { clientSecret, replaces }: InputOf<typeof embeds.exchange>['body'],
  ownOrigin: string,
): Promise<EmbedToken> {
  const { origin } = scope.request
  if (!origin) throw new Problem('forbidden', { detail: 'A secret is exchanged by a page alone.' })
  const hash = hashSecret(scope, clientSecret)
  const found = await comeIn(scope, hash, { origin, ownOrigin })
  if (found instanceof Problem) {
    // The refusal undoes all else, and whoever builds the page asks later what became of it.
    // Any program may send any words in the header, and people read what is kept of them.
    if (isOrigin(origin)) await scope.keep((_, kept) => store.noteRefusal(kept, hash, origin))
    throw found
  }
  const { place, session } = found
  const principal = embedPrincipal(place, session, origin)
  await scope.enter(principal)
  await requireOpenTenant(scope)
  if (replaces !== undefined) await goOnFrom(scope, replaces, { place, origin })
  await store.markEntered(scope, place.sessionId, origin)
  const { tenantId, environment, sessionId } = place
  return {
    ...(await issueToken(scope, place, { origin, endsAt: session.expires_at })),
    sessionId,
    embedId: session.embed_id,
    tenant: { id: tenantId, name: session.tenant_name },
    app: { id: session.app_id, name: session.app_name, environment },
    user: principal.user && { ...principal.user },
    views: [...session.views],
    scopes: [...session.scopes],
    sessionEndsAt: session.expires_at.toISOString(),
    serverTime: scope.now().toISOString(),
  }
}

interface Found {
  readonly place: store.SessionPlace
  readonly session: store.LiveSession
}

/** The session that the secret leads to, used up by now; or why it leads this page to none. */
async function comeIn(
  scope: Scope,
  hash: Buffer,
  { origin, ownOrigin }: { readonly origin: string; readonly ownOrigin: string },
): Promise<Found | Problem> {
  const page = origin === ownOrigin ? null : origin
  const secret = await store.takeSecret(scope, hash, page)
  if (!secret) return unknownSecret()
  const { place, taken } = secret
  if (!taken) {
    return new Problem('forbidden', { detail: `The session was not opened for ${origin}.` })
  }
  const session = await store.openSession(scope, place)
  if (!session || !mayStandAt(session, origin, ownOrigin)) return unknownSecret()
  return { place, session }
}

const unknownSecret = () =>
  new Problem('unauthenticated', { detail: 'The client secret is unknown, used or late.' })
