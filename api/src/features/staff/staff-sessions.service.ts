/**
 * How staff sign in. No browser is trusted: whoever has a second factor shows it at each sign-in, and
 * whoever has none holds no right until one is set up. A session lives for eight hours, and for thirty
 * minutes without a sign of life; its cookie changes with each renewal.
 */
import type { InputOf } from '@sonaqor/contract/endpoint'
import type { staff, StaffMe, StaffSession } from '@sonaqor/contract/staff'
import type { StaffPrincipal } from '../../core/access/index.ts'
import { isToken, newToken } from '../../core/crypto/index.ts'
import { Problem } from '../../core/problems/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { provePasswordOf, refuseForeignPages, refuseSecondFactor } from '../access/index.ts'
import { askSecondFactor, redeemTicket, type Site } from '../factors/index.ts'
import { staffPrincipal, type StaffAtDoor } from './staff-principal.ts'
import * as store from './staff-sessions.store.ts'
import { issueStaffToken, tokenSeconds } from './staff-token.ts'

const cookie = '__Host-sonaqor-staff'
const absoluteSeconds = 8 * 3600
const idleSeconds = 30 * 60

export async function signIn(
  scope: Scope,
  limitFactor: number,
  { email, password }: InputOf<typeof staff.signIn>['body'],
): Promise<StaffSession> {
  refuseForeignPages(scope)
  const proved = await provePasswordOf(scope, { email, password }, limitFactor).catch(inOneWord)
  if (!(await scope.keep((_, kept) => store.isStaff(kept, email)))) throw doNotFit()
  // Without a device that is known, no browser is one that is trusted.
  const waiting = await askSecondFactor(scope, 'staff', {
    email,
    counted: null,
    tenantId: undefined,
  })
  if (!waiting) return comeIn(scope, { email, proved, secondFactorAt: null })
  throw new Problem('second-factor-required', {
    detail: 'Show a second factor to finish the sign-in.',
    ...waiting,
  })
}

export async function verifyMfa(
  scope: Scope,
  site: Site,
  given: InputOf<typeof staff.verifyMfa>['body'],
): Promise<StaffSession> {
  refuseForeignPages(scope)
  const redeemed = await redeemTicket(scope, site, 'staff', given)
  if (!redeemed) {
    throw await refuseSecondFactor(scope, 'staff', given)
  }
  return comeIn(scope, { email: redeemed.email, proved: null, secondFactorAt: scope.now() })
}

const doNotFit = () =>
  new Problem('unauthenticated', { detail: 'E-mail and password do not fit together.' })

/** A company's provider lets nobody in here, so that its people are told of it would only say too much. */
function inOneWord(thrown: unknown): never {
  throw thrown instanceof Problem && thrown.code === 'sso-required' ? doNotFit() : thrown
}

type Entering = Pick<store.NewStaffSession, 'email' | 'proved' | 'secondFactorAt'>

async function comeIn(scope: Scope, entering: Entering): Promise<StaffSession> {
  const before = readCookie(scope)
  if (before) await store.endSession(scope, hashToken(scope, before), 'replaced')
  const token = newToken()
  const session = {
    ...entering,
    id: scope.newId(),
    token: hashToken(scope, token),
    endsAt: after(scope, absoluteSeconds),
    idleEndsAt: after(scope, idleSeconds),
  }
  const found = await store.admit(scope, session)
  if (!found) throw await keptOut(scope, entering)
  await store.noteAct(scope, session.id, { action: 'staff.signed-in' })
  return replyWith(scope, found, token, session)
}

/** Whoever has proved who they are hears that they are suspended, and nobody else does. */
async function keptOut(scope: Scope, entering: Entering): Promise<Problem> {
  if (!(await scope.keep((_, kept) => store.isKeptOut(kept, entering)))) return doNotFit()
  return new Problem('access-suspended', {
    detail: 'Your access as staff is suspended. Ask a security lead.',
  })
}

/** The session that this browser has; its cookie is spent by it, and the successor set. */
export async function resume(scope: Scope): Promise<StaffSession | null> {
  const given = readCookie(scope)
  const token = given && successorOf(scope, given)
  const found =
    token &&
    (await scope.keep((_, kept) =>
      store.renew(kept, {
        given: hashToken(kept, given),
        successor: hashToken(kept, token),
        idleEndsAt: after(kept, idleSeconds),
      }),
    ))
  // The cookie stays: another tab may just have been given a better one.
  if (!found) return null
  return replyWith(scope, found, token, { endsAt: found.ends_at, idleEndsAt: found.idle_ends_at })
}

export async function signOut(scope: Scope): Promise<void> {
  const given = readCookie(scope)
  if (given) await store.endSession(scope, hashToken(scope, given), 'signed-out')
  scope.request.setCookie(cookie, null)
}

async function replyWith(
  scope: Scope,
  found: StaffAtDoor,
  token: string,
  { endsAt, idleEndsAt }: Pick<store.NewStaffSession, 'endsAt' | 'idleEndsAt'>,
): Promise<StaffSession> {
  const leftMs = endsAt.getTime() - scope.now().getTime()
  scope.request.setCookie(cookie, token, { maxAgeSeconds: Math.ceil(leftMs / 1000) })
  return {
    token: await issueStaffToken(scope, found.session_id),
    expiresIn: tokenSeconds,
    sessionEndsAt: endsAt.toISOString(),
    idleEndsAt: idleEndsAt.toISOString(),
    me: meOf(staffPrincipal(found)),
  }
}

function meOf({ id, name, session }: StaffPrincipal): StaffMe {
  const { email, role, staffScopes, secondFactorAt } = session
  const secondFactorMissing = secondFactorAt === null
  return { id, name, email, role, scopes: [...staffScopes], secondFactorMissing }
}

function readCookie(scope: Scope): string | null {
  const token = scope.request.cookie(cookie)
  return isToken(token) ? token : null
}

const hashToken = (scope: Scope, token: string) => scope.secrets.hmac(`staff:${token}`)

/** Made from the token that it follows, so that two tabs that bring the same one get the same successor. */
const successorOf = (scope: Scope, given: string) =>
  scope.secrets.hmac(`staff-successor:${given}`).toString('base64url')

const after = (scope: Scope, seconds: number) => new Date(scope.now().getTime() + seconds * 1000)
