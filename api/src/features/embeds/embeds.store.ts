/** Embed sessions and their one-time secrets. Each door is one SECURITY DEFINER function. */
import type { Environment, Scope as ScopeName } from '@sonaqor/contract/access'
import type { Scope } from '../../core/scope/index.ts'

/** A session at the moment of a request, with what its key and its app still allow. */
export interface LiveSession {
  readonly app_id: string
  readonly app_name: string
  readonly embed_id: string
  readonly tenant_name: string
  readonly key_id: string
  readonly key_label: string
  readonly scopes: readonly ScopeName[]
  readonly origins: readonly string[]
  readonly views: readonly string[]
  readonly user_ref: string | null
  readonly user_name: string | null
  readonly expires_at: Date
}

/** Where a session stands; a token and a secret both lead to one. */
export interface SessionPlace {
  readonly tenantId: string
  readonly environment: Environment
  readonly sessionId: string
}

/** Enters the tenant of a session that is live, and reads it; nothing where it is over. */
export async function openSession(
  scope: Scope,
  { tenantId, environment, sessionId }: SessionPlace,
): Promise<LiveSession | undefined> {
  const [session] = await scope.through<LiveSession>(
    'directory.open_embed_session',
    tenantId,
    environment,
    sessionId,
    scope.now(),
  )
  return session
}

export interface NewSession {
  readonly id: string
  readonly environment: Environment
  readonly appId: string
  readonly keyId: string
  readonly views: readonly string[]
  readonly scopes: readonly ScopeName[]
  readonly origins: readonly string[]
  readonly user: { readonly ref: string; readonly name: string } | undefined
  readonly expiresAt: Date
}

export async function insertSession(scope: Scope, session: NewSession): Promise<void> {
  await scope.db('embed_sessions').insert({
    tenant_id: scope.tenantId,
    environment: session.environment,
    id: session.id,
    app_id: session.appId,
    key_id: session.keyId,
    views: session.views,
    scopes: session.scopes,
    origins: session.origins,
    user_ref: session.user?.ref ?? null,
    user_name: session.user?.name ?? null,
    opened_at: scope.now(),
    expires_at: session.expiresAt,
  })
}

interface NewSecret {
  readonly hash: Buffer
  readonly sessionId: string
  readonly expiresAt: Date
}

/** What the secret opens, the directory reads from the session itself. */
export async function putSecret(scope: Scope, { hash, sessionId, expiresAt }: NewSecret) {
  await scope.through('directory.put_embed_secret', hash, sessionId, expiresAt)
}

interface TakenSecret {
  /** False where the secret is live and the page is none that it was made for. */
  readonly taken: boolean
  readonly place: SessionPlace
}

/**
 * Uses a secret up, if the page is one that it was made for or there is none, but a frame of our
 * own; nothing where it is not live.
 */
export async function takeSecret(
  scope: Scope,
  hash: Buffer,
  page: string | null,
): Promise<TakenSecret | undefined> {
  const [secret] = await scope.through<{
    tenant_id: string
    environment: Environment
    session_id: string
    taken: boolean
  }>('directory.take_embed_secret', hash, page, scope.now())
  return (
    secret && {
      taken: secret.taken,
      place: {
        tenantId: secret.tenant_id,
        environment: secret.environment,
        sessionId: secret.session_id,
      },
    }
  )
}

interface SessionRow {
  readonly tenant_id: string
  readonly id: string
  readonly app_id: string
  readonly environment: Environment
  readonly revoked_at: Date | null
}

export async function findSession(scope: Scope, id: string): Promise<SessionRow | undefined> {
  const query = scope.db<SessionRow>('embed_sessions').where({ tenant_id: scope.tenantId, id })
  return scope.inApps(query).first()
}

/** Says whether it was still open. */
export async function markRevoked(scope: Scope, id: string): Promise<boolean> {
  const revoked = await scope
    .db('embed_sessions')
    .where({ tenant_id: scope.tenantId, id, revoked_at: null })
    .update({ revoked_at: scope.now() })
  return revoked > 0
}

/** The registered origins of the app behind a public embed id; nothing of one that is not known. */
export async function frameAncestors(
  scope: Scope,
  embedId: string,
): Promise<readonly string[] | null> {
  const [row] = await scope.through<{ frame_ancestors: readonly string[] | null }>(
    'directory.frame_ancestors',
    embedId,
  )
  return row?.frame_ancestors ?? null
}

export async function forgetSessions(scope: Scope, before: Date): Promise<void> {
  await scope.through('directory.forget_embed_sessions', before)
}
