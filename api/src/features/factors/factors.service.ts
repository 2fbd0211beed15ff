/** Second factors of people: what they have, what a sign-in waits for, and whether one was shown. */
import type { Proof } from '@sonaqor/contract/factors'
import { newToken } from '../../core/crypto/index.ts'
import { guessDelaysSeconds, guessesForgottenSeconds } from '../../core/limits/index.ts'
import { Problem } from '../../core/problems/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import * as store from './factors.store.ts'
import { readPasskey, type Site } from './passkeys.ts'
import { hashRecoveryCode, newRecoveryCodes } from './recovery-codes.ts'
import { totpPurpose as purpose } from './sealed-totp.store.ts'
import { newTotpSecret, stepOfCode, totpUri } from './totp.ts'

export type { Whose } from './factors.store.ts'

const ticketSeconds = 600
const triesOfTicket = 10
const trustDays = 30

/** Where a sign-in was begun: at the tenants' origin, or at that of the staff. */
export type TicketOf = 'tenants' | 'staff'

/** How a ticket is known to us: by where it was given, so that nobody goes on with it elsewhere. */
export const hashTicket = (scope: Scope, at: TicketOf, ticket: string) =>
  scope.secrets.hmac(`ticket of ${at}:${ticket}`)

export interface Waiting {
  readonly ticket: string
  readonly methods: readonly string[]
}

/**
 * Whether a sign-in whose password was right has to wait for a second factor, and which the person
 * has. The ticket stays whatever becomes of the request, which is refused for now.
 */
export function askSecondFactor(
  scope: Scope,
  at: TicketOf,
  asked: { email: string; counted: Buffer | null; tenantId: string | undefined },
): Promise<Waiting | null> {
  return scope.keep(async (_, kept) => {
    const ticket = newToken()
    const expiresAt = new Date(kept.now().getTime() + ticketSeconds * 1000)
    const hash = hashTicket(kept, at, ticket)
    const methods = await store.askSecondFactor(kept, { ...asked, ticket: hash, expiresAt })
    return methods.length > 0 ? { ticket, methods } : null
  })
}

/**
 * Shows a second factor for a ticket, and takes the ticket: of many that bring the same one at once,
 * one goes on. Nothing where the proof is not right.
 */
export async function redeemTicket(
  scope: Scope,
  site: Site,
  at: TicketOf,
  { ticket, ...proof }: Proof & { readonly ticket: string },
): Promise<(store.TakenTicket & { readonly method: string }) | null> {
  const hash = hashTicket(scope, at, ticket)
  const isOpen = await scope.keep((_, kept) => store.tryTicket(kept, hash, triesOfTicket))
  const method = isOpen ? await showFactor(scope, site, { ticket: hash }, proof) : null
  const taken = method && (await store.takeTicket(scope, hash))
  return taken ? { ...taken, method } : null
}

/**
 * Which second factor was shown, if what is given proves one. A guess is counted before it is looked
 * at, and the count stays; what proves it is spent, and stays so whatever becomes of the request, so
 * that nothing proves anything twice.
 */
export async function showFactor(
  scope: Scope,
  site: Site,
  whose: store.Whose,
  proof: Proof,
): Promise<string | null> {
  const isCounted = await scope.keep((_, kept) =>
    store.countGuess(kept, whose, guessDelaysSeconds, guessesForgottenSeconds),
  )
  if (!isCounted) {
    scope.log.warn({ ip: scope.request.ip }, 'a second factor was refused, for too many were wrong')
    throw blocked()
  }
  const method = await methodOf(scope, site, whose, proof)
  if (method) await store.forgetGuesses(scope, whose)
  return method
}

async function methodOf(
  scope: Scope,
  site: Site,
  whose: store.Whose,
  { code, recoveryCode, passkey }: Proof,
): Promise<string | null> {
  if (code) return (await spendCode(scope, whose, code)) ? 'totp' : null
  if (recoveryCode) {
    const hash = hashRecoveryCode(scope, recoveryCode)
    const isSpent = await scope.keep((_, kept) => store.spendRecoveryCode(kept, whose, hash))
    return isSpent ? 'recovery-code' : null
  }
  const signed = passkey && (await readPasskey(scope, site, whose, passkey))
  return signed && (await hasPasskey(scope, whose, passkey.id)) ? 'passkey' : null
}

async function hasPasskey(scope: Scope, whose: store.Whose, id: string): Promise<boolean> {
  const factors = await store.factorsOf(scope, whose)
  return factors?.passkeys.some((one) => one.id === id) ?? false
}

async function spendCode(scope: Scope, whose: store.Whose, code: string): Promise<boolean> {
  const row = await store.totpOf(scope, whose)
  if (!row?.confirmed) return false
  const step = stepOfCode(await openSecret(scope, row), code, scope.now())
  return step !== null && scope.keep((_, kept) => store.spendTotpStep(kept, whose, step))
}

/** The names of what somebody can show; a recovery code alone is no second factor. */
export function methodsOf(factors: store.FactorsRow | undefined): string[] {
  const methods = [
    ...(factors?.totp_since ? ['totp'] : []),
    ...((factors?.passkeys.length ?? 0) > 0 ? ['passkey'] : []),
  ]
  const hasCodes = methods.length > 0 && (factors?.recovery_codes_left ?? 0) > 0
  return hasCodes ? [...methods, 'recovery-code'] : methods
}

/** Begins a TOTP for the person of a session: what an authenticator app wants to know. */
export async function beginTotp(
  scope: Scope,
  person: { readonly id: string; readonly email: string; readonly sessionId: string },
): Promise<{ secret: string; uri: string }> {
  const secret = newTotpSecret()
  const place = { purpose, record: person.id, field: 'totp' }
  const sealed = await scope.vault.seal(scope, place, secret)
  if (!(await store.beginTotp(scope, person.sessionId, sealed))) {
    throw new Problem('conflict', {
      detail: 'There is an authenticator app already. Remove it first.',
    })
  }
  return { secret, uri: totpUri(secret, person.email) }
}

/** The first code makes the TOTP a factor; false where it is not right. */
export async function confirmTotp(scope: Scope, session: string, code: string): Promise<boolean> {
  const whose = { session }
  const row = await store.totpOf(scope, whose)
  if (!row || row.confirmed) return false
  const step = stepOfCode(await openSecret(scope, row), code, scope.now())
  return step !== null && (await store.spendTotpStep(scope, whose, step))
}

async function openSecret(scope: Scope, row: store.TotpRow): Promise<string> {
  const place = { purpose, record: row.person_id, field: 'totp' }
  return (await scope.vault.unseal(scope, place, row.sealed)).toString()
}

/** Ten new codes in the place of all that there were; they are told this once. */
export async function renewRecoveryCodes(scope: Scope, session: string): Promise<string[]> {
  const codes = newRecoveryCodes()
  await store.putRecoveryCodes(
    scope,
    session,
    codes.map((code) => hashRecoveryCode(scope, code)),
  )
  return codes
}

/** This browser is not asked for a second factor again, for thirty days. */
export function trustDevice(scope: Scope, session: string, device: Buffer): Promise<void> {
  const until = new Date(scope.now().getTime() + trustDays * 24 * 3_600_000)
  return store.trustDevice(scope, session, device, until)
}

function blocked(): Problem {
  return new Problem('quota-exceeded', {
    detail: 'Too many wrong codes. Try again in a few minutes.',
    retryAfterSeconds: 60,
    violatedPolicies: ['second-factor'],
  })
}
