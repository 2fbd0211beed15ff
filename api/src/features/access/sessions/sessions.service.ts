/** Sessions: a family of refresh tokens, of which the newest alone is good. */
import type { Session } from '@sonaqor/contract/auth'
import { requireOpenTenant } from '../../../core/access/index.ts'
import { newToken } from '../../../core/crypto/index.ts'
import type { Scope } from '../../../core/scope/index.ts'
import { accessTokenSeconds, issueAccessToken } from './access-token.ts'
import * as cookies from './cookies.ts'
import { showMe } from '../me.service.ts'
import { memberPrincipal, signInAgain, type MemberAtDoor } from './principal.ts'
import { fateOf } from './refresh-fate.ts'
import { deviceTrustedAt } from '../../factors/index.ts'
import * as store from './sessions.store.ts'

const absoluteSeconds = 12 * 3600
const idleSeconds = 30 * 60

interface OpenSession {
  readonly id: string
  readonly endsAt: Date
  /** The refresh token that the browser holds from now on. */
  readonly token: string
  readonly member: MemberAtDoor
}

/** How somebody got in: with what beside the password, and for how long at most. */
export interface Entrance {
  readonly device: Buffer
  /** Which second factor was shown just now. */
  readonly method?: string
  /** A session that follows another one ends when that would have, and has shown what that had. */
  readonly endsAt?: Date
  readonly secondFactorAt?: Date | null
  /** A provider of the tenant has said who it is. */
  readonly bySso?: boolean
}

/** Opens a session for a member who has just proved who they are, or did in the session before. */
export async function startSession(
  scope: Scope,
  admitted: store.Admitted,
  { device, method, bySso = false, ...entrance }: Entrance,
): Promise<Session> {
  const endsAt = entrance.endsAt ?? after(scope.now(), absoluteSeconds)
  const id = scope.newId()
  await scope.enter(memberPrincipal(admitted, id))
  await requireOpenTenant(scope)
  await store.insertSession(scope, { id, memberId: admitted.member_id, device, endsAt, bySso })
  const shownAt = method
    ? scope.now()
    : (entrance.secondFactorAt ?? (await deviceTrustedAt(scope, id, device)))
  if (shownAt) await store.showSecondFactor(scope, id, shownAt)
  const member = { ...admitted, second_factor_at: shownAt }
  const session = { id, endsAt, token: newToken(), member }
  await scope.enter(memberPrincipal(member, id))
  await giveToken(scope, session, null)
  await store.seeMember(scope, member.member_id)
  scope.audit({
    action: 'sessions.started',
    target: session.id,
    after: {
      failedAttempts: member.failed_attempts,
      ...(method ? { secondFactor: method } : {}),
      ...(bySso ? { by: 'sso' } : {}),
    },
  })
  return replyWith(scope, session)
}

/** Renews the access token, for a page that has a session; without one it has to sign in again. */
export async function refresh(scope: Scope): Promise<Session> {
  const session = await resume(scope)
  if (!session) throw signInAgain()
  return session
}

/**
 * The session that this browser has, if it has one. The refresh token is spent by it, and its
 * successor set as the cookie. What is refused leaves the cookie alone: the answer may come after that of
 * another tab, which has just been given a better one, and a stale cookie opens nothing. Signing out
 * takes it away.
 */
export async function resume(scope: Scope): Promise<Session | null> {
  const given = cookies.readRefreshToken(scope)
  const session = given && (await scope.keep((_, kept) => rotate(kept, given)))
  if (!session) return null
  await scope.enter(memberPrincipal(session.member, session.id))
  return replyWith(scope, session)
}

export async function signOut(scope: Scope): Promise<void> {
  await endPresentedSession(scope, 'signed-out')
  cookies.dropRefreshToken(scope)
}

/** Ends the session whose cookie came with the request, if there is one. */
export async function endPresentedSession(scope: Scope, because: store.EndReason): Promise<void> {
  const given = cookies.readRefreshToken(scope)
  const held = given && (await hold(scope, given))
  if (held) await end(scope, held.session_id, because)
}

/** One transaction of its own: what is spent or ended here stays so, whatever becomes of the answer. */
async function rotate(scope: Scope, given: string): Promise<OpenSession | null> {
  const claimed = await claim(scope, given)
  if (!claimed) return null
  await requireOpenTenant(scope)
  const { held, fate } = claimed
  const id = held.session_id
  const token = fate === 'good' ? successorOf(scope, given) : await newestAfter(scope, given)
  if (token === null) return null
  const session = { id, endsAt: held.ends_at, token, member: held }
  if (fate === 'good') {
    await giveToken(scope, session, given)
    await store.useSession(scope, id)
    await store.seeMember(scope, held.member_id)
  }
  return session
}

/** Another tab may have gone on by now: a late one is given what is good then, and no token that is spent. */
async function newestAfter(scope: Scope, given: string): Promise<string | null> {
  const next = successorOf(scope, given)
  const held = await store.lockRefreshToken(scope, hashToken(scope, next))
  if (!held) return null
  return held.used_at ? newestAfter(scope, next) : next
}

interface Claimed {
  readonly held: store.HeldToken
  readonly fate: 'good' | 'repeated'
}

/**
 * What a refresh token opens, if it still opens anything. One that was spent before, or comes from
 * another browser, ends its whole family. The token's row is locked, so of two that present it at once the second sees what the first
 * did.
 */
export async function claim(scope: Scope, given: string): Promise<Claimed | null> {
  const held = await hold(scope, given)
  if (!held) return null
  const fate = fateOf(held, cookies.broughtDevice(scope), scope.now())
  if (fate === 'reused' || fate === 'other-device') await end(scope, held.session_id, fate)
  return fate === 'good' || fate === 'repeated' ? { held, fate } : null
}

/** Locks a refresh token and enters the tenant as the member whose session it belongs to. */
async function hold(scope: Scope, token: string): Promise<store.HeldToken | undefined> {
  const held = await store.lockRefreshToken(scope, hashToken(scope, token))
  if (held) await scope.enter(memberPrincipal(held, held.session_id))
  return held
}

/** Ends a session of the tenant that the scope is in; false where it was over already. */
export async function end(scope: Scope, id: string, because: store.EndReason): Promise<boolean> {
  if (!(await store.endSession(scope, id, because))) return false
  scope.audit({ action: 'sessions.ended', target: id, after: { because } })
  await scope.closeSockets(id)
  return true
}

/** The same as somebody who has just been found to own it, in the tenant that it is in. */
export async function endSessionOf(
  scope: Scope,
  member: MemberAtDoor,
  id: string,
  because: store.EndReason,
): Promise<boolean> {
  await scope.enter(memberPrincipal(member, id))
  return end(scope, id, because)
}

/** A member in one tenant of a person, with a session that is open there, if one is. */
export interface Somewhere extends MemberAtDoor {
  readonly session_id: string | null
}

/**
 * Does something in each tenant of a person, and ends there what is told of. Tenant by tenant in the
 * order of their ids, so that no two such acts wait for each other; each audit log holds its own end of it.
 * `but` names a session that goes on.
 */
export async function inEachTenant<P extends Somewhere>(
  scope: Scope,
  places: readonly P[],
  { because, but }: { readonly because: store.EndReason; readonly but?: string },
  act: (place: P) => Promise<void> | void,
): Promise<void> {
  const byTenant = Map.groupBy(places, ({ tenant_id }) => tenant_id)
  for (const tenantId of [...byTenant.keys()].toSorted()) {
    for (const [index, place] of (byTenant.get(tenantId) ?? []).entries()) {
      if (index === 0) {
        await scope.enter(memberPrincipal(place, place.session_id ?? ''))
        await act(place)
      }
      const { session_id: id } = place
      if (id !== null && id !== but) await end(scope, id, because)
    }
  }
}

function giveToken(scope: Scope, session: OpenSession, given: string | null): Promise<void> {
  return store.putRefreshToken(scope, {
    sessionId: session.id,
    given: given === null ? null : hashToken(scope, given),
    successor: hashToken(scope, session.token),
    expiresAt: idleEndOf(scope, session),
  })
}

function idleEndOf(scope: Scope, { endsAt }: OpenSession): Date {
  const idleEnd = after(scope.now(), idleSeconds)
  return idleEnd < endsAt ? idleEnd : endsAt
}

async function replyWith(scope: Scope, session: OpenSession): Promise<Session> {
  const remainingMs = session.endsAt.getTime() - scope.now().getTime()
  cookies.keepRefreshToken(scope, session.token, Math.ceil(remainingMs / 1000))
  return {
    token: await issueAccessToken(scope, session.id, session.member),
    expiresIn: accessTokenSeconds,
    sessionEndsAt: session.endsAt.toISOString(),
    idleEndsAt: idleEndOf(scope, session).toISOString(),
    me: await showMe(scope),
  }
}

const hashToken = (scope: Scope, token: string) => scope.secrets.hmac(`refresh:${token}`)

/**
 * Made from the token that it follows, with a secret of the house: whoever presents the same token
 * twice can be given the same successor, though hashes alone are stored.
 */
const successorOf = (scope: Scope, given: string) =>
  scope.secrets.hmac(`refresh-successor:${given}`).toString('base64url')

const after = (moment: Date, seconds: number) => new Date(moment.getTime() + seconds * 1000)
