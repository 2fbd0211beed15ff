/** Sessions and what a sign-in asks of the directory. Each door is one SECURITY DEFINER function. */
import { guessDelaysSeconds, guessesForgottenSeconds } from '../../../core/limits/index.ts'
import type { Scope } from '../../../core/scope/index.ts'
import type { MemberAtDoor } from './principal.ts'

export interface Attempt {
  /** Nought when the attempt was counted and may be looked at. */
  readonly blocked_seconds: number
  readonly password_hash: string | null
}

export interface CountedSignIn {
  readonly email: string
  readonly device: Buffer | null
}

export async function countSignIn(scope: Scope, counted: CountedSignIn): Promise<Attempt> {
  const [attempt] = await scope.through<Attempt>(
    'directory.count_sign_in',
    counted.email,
    counted.device,
    `{${guessDelaysSeconds.join()}}`,
    `${guessesForgottenSeconds} seconds`,
    scope.now(),
  )
  return attempt ?? { blocked_seconds: 1, password_hash: null }
}

export interface CountedNetwork {
  readonly network: string
  readonly email: string
  readonly device: Buffer | null
  /** So many attempts are delayed by nothing. */
  readonly free: number
}

export interface NetworkAttempt {
  /** Nought when the attempt may be looked at. */
  readonly blocked_seconds: number
  /** A browser that the person has used before is not. */
  readonly counted: boolean
}

export async function countNetwork(scope: Scope, counted: CountedNetwork): Promise<NetworkAttempt> {
  const [attempt] = await scope.through<NetworkAttempt>(
    'directory.count_network',
    counted.network,
    counted.email,
    counted.device,
    counted.free,
    `${guessesForgottenSeconds} seconds`,
    scope.now(),
  )
  return attempt ?? { blocked_seconds: 1, counted: false }
}

export async function uncountNetwork(scope: Scope, network: string): Promise<void> {
  await scope.through('directory.uncount_network', network)
}

export async function forgetPasswordGuesses(
  scope: Scope,
  session: string,
  device: Buffer | null,
): Promise<void> {
  await scope.through('directory.forget_password_guesses', session, device, scope.now())
}

/** A browser at the door, by hashes. */
export interface Browser {
  /** The name that it came with, whoever gave it that. */
  readonly brought: Buffer | null
  /** One that nobody knows yet, for a browser that the person has not used before. */
  readonly fresh: Buffer
}

export interface Admission {
  readonly email: string
  /** The device as the guesses at the password were counted for. */
  readonly counted: Buffer | null
  readonly browser: Browser
  /** Whether it is given a new name though the person has used it before. */
  readonly renews?: boolean | undefined
  readonly tenantId: string | undefined
  /** The hash that the password was compared with; whoever has changed it meanwhile is not let in. */
  readonly proved?: string | null | undefined
}

export interface Admitted extends MemberAtDoor {
  readonly failed_attempts: number
  /** The person has come with others before, and never with this one. */
  readonly is_new_browser: boolean
  /** The name of the browser from now on. */
  readonly device: Buffer
}

/** The member that comes in; none when the person has no active membership to enter. */
export async function admit(scope: Scope, admission: Admission): Promise<Admitted | undefined> {
  const { email, counted, browser, renews = false, tenantId, proved } = admission
  const [admitted] = await scope.through<Admitted>(
    'directory.admit',
    email,
    counted,
    browser.brought,
    browser.fresh,
    renews,
    tenantId ?? null,
    proved ?? null,
    scope.now(),
  )
  return admitted
}

interface NamedSession {
  readonly tenantId: string
  readonly id: string
  /** The authorisation version of the member when the token was made. */
  readonly version: number
}

/** Enters the tenant of a session that is open, and says whose it is; nothing where it is over. */
export async function openSession(
  scope: Scope,
  { tenantId, id, version }: NamedSession,
): Promise<MemberAtDoor | undefined> {
  const door = 'directory.open_session'
  const [member] = await scope.through<MemberAtDoor>(door, tenantId, id, version, scope.now())
  return member
}

/** The authorisation version of the member whose session it is, as it is now. */
export async function versionIn(scope: Scope, sessionId: string): Promise<number | undefined> {
  const row: { version: number } | undefined = await scope
    .db('sessions')
    .join('members', (on) =>
      on.on('members.tenant_id', 'sessions.tenant_id').on('members.id', 'sessions.member_id'),
    )
    .where({ 'sessions.tenant_id': scope.tenantId, 'sessions.id': sessionId })
    .first({ version: 'members.authorisation_version' })
  return row?.version
}

export interface HeldToken extends MemberAtDoor {
  readonly session_id: string
  readonly expires_at: Date
  readonly used_at: Date | null
  readonly device_hash: Buffer
  readonly ends_at: Date
  readonly ended_at: Date | null
  readonly is_active: boolean
}

export async function lockRefreshToken(scope: Scope, hash: Buffer): Promise<HeldToken | undefined> {
  const [held] = await scope.through<HeldToken>('directory.lock_refresh_token', hash)
  return held
}

export interface Succession {
  readonly sessionId: string
  readonly given: Buffer | null
  readonly successor: Buffer
  readonly expiresAt: Date
}

export async function putRefreshToken(scope: Scope, put: Succession): Promise<void> {
  await scope.through(
    'directory.put_refresh_token',
    put.sessionId,
    put.given,
    put.successor,
    put.expiresAt,
    scope.now(),
  )
}

interface NewSession {
  readonly id: string
  readonly memberId: string
  readonly device: Buffer
  readonly endsAt: Date
  readonly bySso: boolean
}

export async function insertSession(scope: Scope, session: NewSession): Promise<void> {
  await scope.db('sessions').insert({
    tenant_id: scope.tenantId,
    id: session.id,
    member_id: session.memberId,
    device_hash: session.device,
    started_at: scope.now(),
    ends_at: session.endsAt,
    by_sso: session.bySso,
    ...useOf(scope),
  })
}

/** Notes that the session has shown a second factor. */
export async function showSecondFactor(scope: Scope, id: string, at: Date): Promise<void> {
  await scope
    .db('sessions')
    .where({ tenant_id: scope.tenantId, id })
    .update({ second_factor_at: at })
}

/** Notes from where a session was used just now. */
export async function useSession(scope: Scope, id: string): Promise<void> {
  await scope.db('sessions').where({ tenant_id: scope.tenantId, id }).update(useOf(scope))
}

const useOf = ({ request, now }: Scope) => ({
  last_used_at: now(),
  ip: request.ip || null,
  user_agent: request.userAgent?.slice(0, 400) ?? null,
})

export type EndReason =
  | 'signed-out'
  | 'replaced'
  | 'reused'
  | 'other-device'
  | 'ended'
  | 'password-changed'
  | 'suspended'
  | 'removed'
  | 'sso-required'
  | 'provider'

/** Says whether it was still open. */
export async function endSession(scope: Scope, id: string, because: EndReason): Promise<boolean> {
  const ended = await scope
    .db('sessions')
    .where({ tenant_id: scope.tenantId, id, ended_at: null })
    .update({ ended_at: scope.now(), ended_because: because })
  return ended > 0
}

/** Ends all sessions of a member; says how many there were. */
export async function endSessionsOf(
  scope: Scope,
  memberId: string,
  because: EndReason,
): Promise<number> {
  return scope
    .db('sessions')
    .where({ tenant_id: scope.tenantId, member_id: memberId, ended_at: null })
    .where('ends_at', '>', scope.now())
    .update({ ended_at: scope.now(), ended_because: because })
}

/** Whether a session of the tenant that was entered came in by the word of a provider. */
export async function isBySso(scope: Scope, id: string): Promise<boolean> {
  const row = await scope.db('sessions').where({ tenant_id: scope.tenantId, id }).first('by_sso')
  return row?.by_sso === true
}

/** The open sessions of the tenant that have shown no second factor. */
export async function sessionsWithoutFactor(scope: Scope): Promise<string[]> {
  const rows = await scope
    .db('sessions')
    .where({ tenant_id: scope.tenantId })
    .whereNull('ended_at')
    .whereNull('second_factor_at')
    .where('ends_at', '>', scope.now())
    .select('id')
  return rows.map(({ id }) => String(id))
}

export async function seeMember(scope: Scope, memberId: string): Promise<void> {
  await scope
    .db('members')
    .where({ tenant_id: scope.tenantId, id: memberId })
    .update({ last_seen_at: scope.now() })
}

export async function forgetSignIns(scope: Scope, before: Date): Promise<void> {
  await scope.through('directory.forget_sign_ins', before)
}
