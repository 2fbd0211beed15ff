/** Embed sessions and their one-time secrets. Each door is one SECURITY DEFINER function. */
import type { Environment, Scope as ScopeName } from '@sonaqor/contract/access'
import type { LockedFilters } from '@sonaqor/contract/embeds'
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
  /** As often as its key, and together with it. */
  readonly requests_per_minute: number | null
  readonly app_requests_per_minute: number | null
  /** What it is locked to, as JSON; empty where it is not. The transaction that read it keeps to it. */
  readonly lock: string
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
  /** Of the key, by which it is opened, and with which it ends. */
  readonly secretNumber: number
  readonly views: readonly string[]
  readonly scopes: readonly ScopeName[]
  readonly origins: readonly string[]
  readonly user: { readonly ref: string; readonly name: string } | undefined
  readonly filters: LockedFilters | undefined
  readonly expiresAt: Date
}

export async function insertSession(scope: Scope, session: NewSession): Promise<void> {
  await scope.db('embed_sessions').insert({
    tenant_id: scope.tenantId,
    environment: session.environment,
    id: session.id,
    app_id: session.appId,
    key_id: session.keyId,
    secret_number: session.secretNumber,
    views: session.views,
    scopes: session.scopes,
    origins: session.origins,
    user_ref: session.user?.ref ?? null,
    user_name: session.user?.name ?? null,
    filters: session.filters ? JSON.stringify(session.filters) : null,
    opened_at: scope.now(),
    visit_id: session.id,
    began_at: scope.now(),
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
  readonly visit_id: string
  readonly app_id: string
  readonly environment: Environment
  readonly user_ref: string | null
  readonly user_name: string | null
  readonly expires_at: Date
}

/** What is told of a session that is ended: whose it was, and until when it would have been. */
export type EndedSession = Omit<SessionRow, 'tenant_id'>

const endedColumns = [
  'id',
  'visit_id',
  'app_id',
  'environment',
  'user_ref',
  'user_name',
  'expires_at',
] as const

const sessions = (scope: Scope) =>
  scope.inApps(scope.db<SessionRow>('embed_sessions').where({ tenant_id: scope.tenantId }))

/** Those that somebody can still come in with or go on in. */
const live = (scope: Scope) =>
  sessions(scope)
    .whereNull('revoked_at')
    .whereNull('ended_at')
    .where('expires_at', '>', scope.now())

type Which =
  | { readonly id: string }
  | { readonly visit_id: string }
  | { readonly app_id: string; readonly user_ref?: string }

/** Ends those that were live, and says which. */
export async function endSessions(
  scope: Scope,
  which: Which,
  how: 'revoked_at' | 'ended_at',
): Promise<EndedSession[]> {
  return live(scope)
    .where(which)
    .update({ [how]: scope.now() })
    .returning([...endedColumns])
}

/** A page came in with the secret of the session, or goes on in it as it came in before. */
export async function markEntered(scope: Scope, id: string, origin: string): Promise<void> {
  const at = scope.now()
  await scope
    .db('embed_sessions')
    .where({ tenant_id: scope.tenantId, id })
    .update({
      entered_at: scope.db.raw('coalesce(entered_at, ?)', [at]),
      entered_origin: origin,
      last_seen_at: at,
    })
}

/** Only ever moves forward, whichever process writes first. */
export async function markSeen(scope: Scope, lastSeen: ReadonlyMap<string, Date>): Promise<void> {
  await scope.db.raw(
    `update embed_sessions s set last_seen_at = seen.at
     from unnest(?::uuid[], ?::timestamptz[]) as seen (id, at)
     where s.tenant_id = ? and s.id = seen.id
       and (s.last_seen_at is null or s.last_seen_at < seen.at)`,
    [[...lastSeen.keys()], [...lastSeen.values()], scope.tenantId],
  )
}

/** Remembers where a page was refused, if the secret that it brought was ever one of ours. */
export async function noteRefusal(scope: Scope, hash: Buffer, page: string): Promise<void> {
  await scope.through('directory.note_embed_refusal', hash, page, scope.now())
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
