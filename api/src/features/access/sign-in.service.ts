/** Sign-in with e-mail and password: counted first, compared second, and the same to strangers. */
import type { auth, Session } from '@sonaqor/contract/auth'
import type { InputOf } from '@sonaqor/contract/endpoint'
import { newToken } from '../../core/crypto/index.ts'
import { Problem } from '../../core/problems/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { askSecondFactor, trustDevice, type Waiting } from '../factors/index.ts'
import { subjectOf } from '../../core/limits/index.ts'
import { notify } from '../notifications/index.ts'
import { deviceName } from './sessions/device-name.ts'
import {
  broughtDevice,
  hashDevice,
  keepDevice,
  readDevice,
  refuseForeignPages,
} from './sessions/cookies.ts'
import { tellIfLocked } from './lockout/lockout.service.ts'
import { refuseCrowd, isPasswordOf } from './password/passwords.ts'
import { requireMember } from './sessions/principal.ts'
import { accountMark, logRefusal, markOf, mustWait } from './refusals.ts'
import { endPresentedSession, startSession, type Entrance } from './sessions/sessions.service.ts'
import * as places from './lockout/places.store.ts'
import * as store from './sessions/sessions.store.ts'

/** So many attempts in a row from one network, at whichever addresses, are delayed by nothing. */
const freeOfNetwork = 30

type Credentials = InputOf<typeof auth.signIn>['body']

/**
 * Starts a session. Whatever is wrong (no such person, another password, no place in that tenant)
 * gets one answer after the same work. The count stays even if the request then fails.
 */
export async function signIn(
  scope: Scope,
  limitFactor: number,
  { email, password, tenantId }: Credentials,
): Promise<Session> {
  refuseForeignPages(scope)
  const proved = await provePasswordOf(scope, { email, password }, limitFactor)
  return comeInByPassword(scope, { email, tenantId, proved })
}

/**
 * Refuses unless the password is theirs; answers the hash that it fits. It is counted before it is looked
 * at, for the address and for the network that it comes from, and the count stays.
 */
export async function provePasswordOf(
  scope: Scope,
  { email, password }: Pick<Credentials, 'email' | 'password'>,
  limitFactor = 1,
): Promise<string | null> {
  refuseCrowd()
  const network = networkOf(scope)
  const guess = { email, device: broughtDevice(scope) }
  const attempt = await scope.keep(async (_, kept) => {
    const free = Math.round(freeOfNetwork * limitFactor)
    const { blocked_seconds, counted } = await store.countNetwork(kept, { ...guess, network, free })
    if (blocked_seconds > 0) return { blocked_seconds, counted, password_hash: null }
    return { ...(await store.countSignIn(kept, guess)), counted }
  })
  if (attempt.blocked_seconds > 0) throw mustWait(scope, { email }, attempt.blocked_seconds)
  if (!(await scope.aside(() => isPasswordOf(attempt.password_hash, password)))) {
    await tellIfLocked(scope, guess)
    throw await refusalOf(scope, email, 'password')
  }
  if (attempt.counted) await scope.keep((_, kept) => store.uncountNetwork(kept, network))
  return attempt.password_hash
}

/** Whose password was right comes in, or is asked for a second factor first. */
export async function comeInByPassword(
  scope: Scope,
  { email, tenantId, proved }: Pick<Entering, 'email' | 'tenantId' | 'proved'>,
): Promise<Session> {
  const counted = broughtDevice(scope)
  await requirePlace(scope, email, tenantId)
  const waiting = await askSecondFactor(scope, 'tenants', { email, counted, tenantId })
  if (waiting) throw secondFactorRequired(scope, email, waiting)
  return comeIn(scope, { email, counted, tenantId, proved })
}

/**
 * Whoever could not come in whatever they showed is asked for no second factor: that would tell of an
 * account that is for something else.
 */
async function requirePlace(scope: Scope, email: string, tenantId?: string): Promise<void> {
  const isPlaced = await scope.keep(
    async (_, kept) =>
      !(await places.keepsOut(kept, email, tenantId)) &&
      (await places.hasPlace(kept, email, tenantId)),
  )
  if (!isPlaced) throw await refusalOf(scope, email, 'place')
}

interface Entering {
  readonly email: string
  readonly counted: Buffer | null
  readonly tenantId: string | undefined
  readonly proved?: string | null | undefined
  readonly method?: string
  /** Whether this browser need not show a second factor again for a while. */
  readonly isTrusted?: boolean
}

/** Whoever has proved who they are by what is their own comes in, or hears why not. */
export async function comeIn(
  scope: Scope,
  { email, counted, tenantId, proved, method, isTrusted }: Entering,
): Promise<Session> {
  await requireNotSuspended(scope, { email, counted, tenantId, proved })
  return comeInAs(scope, { ...(method ? { method } : {}), isTrusted }, async (browser) => {
    const entering = { email, counted, browser, renews: isTrusted, tenantId, proved }
    const member = await store.admit(scope, entering)
    if (!member) throw await refusalOf(scope, email, 'place')
    return member
  })
}

interface Arrival extends Omit<Entrance, 'device'> {
  readonly isTrusted?: boolean | undefined
}

/**
 * Who they are is proved: the browser is known from now on, and what it had open before is over. It bears
 * the name that it brought only where the person has used it under that name before; somebody else may
 * have put it there, to be taken for this browser later.
 */
export async function comeInAs(
  scope: Scope,
  { isTrusted, ...entrance }: Arrival,
  admit: (browser: store.Browser) => Promise<store.Admitted>,
): Promise<Session> {
  const brought = readDevice(scope)
  const fresh = newToken()
  const hashes = { brought: broughtDevice(scope), fresh: hashDevice(scope, fresh) }
  await scope.keep((_, kept) => endPresentedSession(kept, 'replaced'))
  const member = await admit(hashes)
  const { device } = member
  keepDevice(scope, brought !== null && hashes.brought?.equals(device) ? brought : fresh)
  const session = await startSession(scope, member, { device, ...entrance })
  if (member.is_new_browser) await tellOfBrowser(scope, member.member_id)
  if (isTrusted) await trustDevice(scope, requireMember(scope.principal).sessionId, device)
  return session
}

/** Somebody else may have come with the password; a program that keeps no cookies is told of once an hour. */
async function tellOfBrowser(scope: Scope, memberId: string): Promise<void> {
  const { ip, userAgent } = scope.request
  const device = deviceName(userAgent)
  await notify(scope, {
    kind: 'account.signed-in',
    to: [memberId],
    params: { at: scope.now().toISOString(), device, ip },
    link: '/account/sessions',
    dedupe: { key: `${device} ${ip}`, minutes: 60 },
  })
}

/** Whoever has one IPv6 address has a whole network of them, as where requests are counted. */
const networkOf = ({ request, principal }: Scope) =>
  subjectOf({
    route: 'sign-in',
    limit: { requests: 1, seconds: 1, per: 'ip' },
    principal,
    ip: request.ip,
  })

function secondFactorRequired(scope: Scope, email: string, waiting: Waiting): Problem {
  const told = { account: accountMark(scope, email), ip: scope.request.ip }
  scope.log.info(
    { ...told, signIn: markOf(scope, 'tenants', waiting.ticket) },
    'a sign-in waits for a second factor',
  )
  return new Problem('second-factor-required', {
    detail: 'Show a second factor to finish the sign-in.',
    ...waiting,
  })
}

/**
 * Whoever has proved who they are hears that they are suspended and whom to ask, for nothing that they
 * could mend is wrong with what they said. It takes all that a sign-in takes, and is counted like one.
 */
async function requireNotSuspended(scope: Scope, whose: places.Proved): Promise<void> {
  const tenants = await places.suspendedIn(scope, whose)
  if (tenants.length === 0) return
  await scope.keep((_, kept) => places.forgetGuesses(kept, whose))
  logRefusal(scope, { why: 'suspended', email: whose.email })
  throw new Problem('access-suspended', {
    detail: `Your access to ${tenants.join(', ')} is suspended. Ask an owner or admin there.`,
    tenants,
  })
}

/**
 * Who belongs to a company that comes in by its own provider hears that, whatever was wrong and whether
 * or not there is such a person: an owner's wrong password is told like everybody's right one.
 */
async function refusalOf(scope: Scope, email: string, why: 'password' | 'place'): Promise<Problem> {
  logRefusal(scope, { why, email })
  const isAsked = await scope.keep((_, kept) => places.isSsoRequired(kept, email))
  return isAsked ? askForSso() : refused()
}

export function askForSso(): Problem {
  return new Problem('sso-required', {
    detail: 'Your company signs in with its own provider. Begin with your e-mail address there.',
  })
}

function refused(): Problem {
  return new Problem('unauthenticated', { detail: 'E-mail and password do not fit together.' })
}
