/**
 * The token of a partner's page, or of our own frame in it: an EdDSA JWT of five minutes, bound to
 * one session and one origin.
 */
import { environments } from '@sonaqor/contract/access'
import type { LockedFilters } from '@sonaqor/contract/embeds'
import { z } from 'zod'
import type { Authenticator, EmbedPrincipal } from '../../core/access/index.ts'
import { audienceOf } from '../../core/crypto/index.ts'
import { Problem } from '../../core/problems/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import * as store from './embeds.store.ts'

const audience = 'sonaqor:embeds'
const tokenSeconds = 300

const Claims = z.object({ tid: z.uuid(), env: z.enum(environments), org: z.string() })

/** A token for a page of this origin. It never outlives the session. */
export async function issueToken(
  scope: Scope,
  place: store.SessionPlace,
  { origin, endsAt }: { readonly origin: string; readonly endsAt: Date },
): Promise<{ token: string; expiresIn: number }> {
  const leftSeconds = Math.floor((endsAt.getTime() - scope.now().getTime()) / 1000)
  const expiresIn = Math.max(1, Math.min(tokenSeconds, leftSeconds))
  const claims = { tid: place.tenantId, env: place.environment, org: origin }
  const token = await scope.secrets.sign({ subject: place.sessionId, audience, claims }, expiresIn)
  return { token, expiresIn }
}

/**
 * The signature is checked offline; whether session and key are still live, and what they may, is
 * read in the one round trip that begins the request. The principal speaks for the one origin that
 * the token was given to; core holds the Origin of every call against it.
 */
export const embedAuthenticator = (ownOrigin: string): Authenticator => ({
  name: 'embed',
  matches: (token) => audienceOf(token) === audience,
  authenticate: async (scope, token) => {
    const verified = await scope.secrets.verify(token, audience)
    const claims = Claims.safeParse(verified?.claims)
    if (!verified || !claims.success) throw ended()
    const { tid, env, org } = claims.data
    const place = { tenantId: tid, environment: env, sessionId: verified.subject }
    const session = await store.openSession(scope, place)
    if (!session || !mayStandAt(session, org, ownOrigin)) throw ended()
    return embedPrincipal(place, session, org)
  },
})

/** The page whose session it is, for what was begun in it and comes back without its token. */
export async function pageInSession(
  scope: Scope,
  place: store.SessionPlace,
  origin: string,
): Promise<EmbedPrincipal> {
  const session = await store.openSession(scope, place)
  if (!session || !mayStandAt(session, origin, scope.request.ownOrigin)) throw ended()
  return embedPrincipal(place, session, origin)
}

/** Where pages of the session may stand, and our own frame in them: in none, where none is left. */
export function mayStandAt(
  { origins }: Pick<store.LiveSession, 'origins'>,
  origin: string,
  ownOrigin: string,
): boolean {
  return origin === ownOrigin ? origins.length > 0 : origins.includes(origin)
}

export function embedPrincipal(
  place: store.SessionPlace,
  session: store.LiveSession,
  origin: string,
): EmbedPrincipal {
  const { user_ref: ref, user_name: name } = session
  const user = ref !== null && name !== null ? { ref, name } : null
  return {
    kind: 'embed',
    id: place.sessionId,
    tenantId: place.tenantId,
    name: user?.name ?? session.key_label,
    scopes: new Set(session.scopes),
    environments: [place.environment],
    appIds: [session.app_id],
    keyId: session.key_id,
    keyLabel: session.key_label,
    requestsPerMinute: session.requests_per_minute,
    appRequestsPerMinute: session.app_requests_per_minute,
    user,
    origins: [origin],
    views: session.views,
    lock: session.lock === '' ? null : (JSON.parse(session.lock) as LockedFilters),
  }
}

/** So long after its end a token still says which session its page had: it may have slept for a night. */
const rememberedSeconds = 24 * 3600

interface FormerToken extends store.SessionPlace {
  readonly origin: string
  readonly expiresAt: Date
}

/** What the former token of a page says, which opens nothing any more; null where it is none of ours. */
export async function readFormer(scope: Scope, token: string): Promise<FormerToken | null> {
  const verified = await scope.secrets.verify(token, audience, rememberedSeconds)
  const claims = Claims.safeParse(verified?.claims)
  if (!verified || !claims.success) return null
  const { tid: tenantId, env: environment, org: origin } = claims.data
  const { subject: sessionId, expiresAt } = verified
  return { tenantId, environment, sessionId, origin, expiresAt }
}

const ended = () =>
  new Problem('unauthenticated', { detail: 'The embed session has ended. Fetch a new one.' })
