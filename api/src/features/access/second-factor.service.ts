/** The second half of a sign-in, passkeys in the place of a password, and a second factor once more. */
import type { auth, Session } from '@sonaqor/contract/auth'
import type { InputOf, ReplyOf } from '@sonaqor/contract/endpoint'
import { giveProof, placeOf, stepUpSeconds } from '../../core/access/index.ts'
import { Problem } from '../../core/problems/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import {
  askForPasskey,
  factorsOf,
  hashTicket,
  methodsOf,
  readPasskey,
  redeemTicket,
  showFactor,
  type Site,
  type TicketOf,
  type Whose,
} from '../factors/index.ts'
import { broughtDevice, refuseForeignPages } from './sessions/cookies.ts'
import { requireMember } from './sessions/principal.ts'
import { refuseSecondFactor, refuseStepUp } from './refused-factor.ts'
import { logRefusal } from './refusals.ts'
import { comeIn } from './sign-in.service.ts'
import { showSecondFactor } from './sessions/sessions.store.ts'

/** Finishes a sign-in whose password was right. */
export async function verifyMfa(
  scope: Scope,
  site: Site,
  { trustDevice: isTrusted, ...given }: InputOf<typeof auth.verifyMfa>['body'],
): Promise<Session> {
  refuseForeignPages(scope)
  const redeemed = await redeemTicket(scope, site, 'tenants', given)
  if (!redeemed) {
    throw await refuseSecondFactor(scope, 'tenants', given)
  }
  const { email, counted, wanted, method } = redeemed
  return comeIn(scope, { email, counted, tenantId: wanted ?? undefined, method, isTrusted })
}

/** What a passkey has to sign, of the person whose sign-in waits or of whoever holds one. */
export async function passkeyOptions(
  scope: Scope,
  site: Site,
  at: TicketOf,
  ticket: string | undefined,
): Promise<ReplyOf<typeof auth.passkeyOptions>> {
  if (ticket === undefined) return { options: { ...(await askForPasskey(scope, site, 'sign-in')) } }
  const whose = { ticket: hashTicket(scope, at, ticket) }
  const known = await passkeysOf(scope, whose)
  return { options: { ...(await askForPasskey(scope, site, whose, known)) } }
}

/** A passkey is two factors in one: the device, and what unlocked it. */
export async function signInWithPasskey(
  scope: Scope,
  site: Site,
  { passkey, tenantId }: InputOf<typeof auth.signInWithPasskey>['body'],
): Promise<Session> {
  refuseForeignPages(scope)
  const signed = await readPasskey(scope, site, 'sign-in', passkey)
  if (!signed) {
    logRefusal(scope, { why: 'passkey' })
    throw new Problem('unauthenticated', {
      detail: 'This passkey is not known here. Sign in with your password.',
    })
  }
  const counted = broughtDevice(scope)
  return comeIn(scope, { email: signed.email, counted, tenantId, method: 'passkey' })
}

export async function stepUpOptions(
  scope: Scope,
  site: Site,
): Promise<ReplyOf<typeof auth.stepUpOptions>> {
  const { sessionId } = requireMember(scope.principal)
  const whose = { session: sessionId }
  const factors = await factorsOf(scope, whose)
  const known = factors?.passkeys.map(({ id }) => id) ?? []
  return {
    methods: methodsOf(factors),
    options: known.length > 0 ? { ...(await askForPasskey(scope, site, whose, known)) } : null,
  }
}

/** Shows a second factor again: for the session, or for one operation alone. */
export async function stepUp(
  scope: Scope,
  site: Site,
  { operation, ...proof }: InputOf<typeof auth.stepUp>['body'],
): Promise<ReplyOf<typeof auth.stepUp>> {
  const member = requireMember(scope.principal)
  const method = await showFactor(scope, site, { session: member.sessionId }, proof)
  if (!method) {
    throw await refuseStepUp(scope, { session: member.sessionId, member: member.id }, proof)
  }
  scope.audit({
    action: 'sessions.stepped-up',
    target: member.sessionId,
    after: { secondFactor: method, ...(operation ? { operation: placeOf(operation) } : {}) },
  })
  const until = new Date(scope.now().getTime() + stepUpSeconds * 1000).toISOString()
  if (operation) return { until, proof: await giveProof(scope, member, operation) }
  await showSecondFactor(scope, member.sessionId, scope.now())
  return { until, proof: null }
}

async function passkeysOf(scope: Scope, whose: Whose): Promise<string[]> {
  const factors = await factorsOf(scope, whose)
  return factors?.passkeys.map(({ id }) => id) ?? []
}
