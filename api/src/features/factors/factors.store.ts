/** What the directory keeps of second factors. Each door is one SECURITY DEFINER function. */
import type { Scope } from '../../core/scope/index.ts'

/** Whose factors are meant: of an open session in the tenant that was entered, or of a sign-in's ticket. */
export type Whose = { readonly session: string } | { readonly ticket: Buffer }

const named = (whose: Whose) =>
  'session' in whose ? ([whose.session, null] as const) : ([null, whose.ticket] as const)

async function tells(
  scope: Scope,
  door: string,
  ...values: Parameters<Scope['through']> extends [string, ...infer V] ? V : never
): Promise<boolean> {
  const rows = await scope.through<Record<string, unknown>>(`directory.${door}`, ...values)
  return Object.values(rows[0] ?? {})[0] === true
}

export interface Question {
  readonly email: string
  readonly counted: Buffer | null
  readonly tenantId: string | undefined
  readonly ticket: Buffer
  readonly expiresAt: Date
}

export async function askSecondFactor(scope: Scope, asked: Question): Promise<string[]> {
  const rows = await scope.through<{ method: string }>(
    'directory.ask_second_factor',
    asked.email,
    asked.counted,
    asked.tenantId ?? null,
    asked.ticket,
    asked.expiresAt,
    scope.now(),
  )
  return rows.map(({ method }) => method)
}

export const tryTicket = (scope: Scope, ticket: Buffer, bound: number) =>
  tells(scope, 'try_ticket', ticket, bound, scope.now())

export interface TakenTicket {
  readonly email: string
  readonly counted: Buffer | null
  readonly wanted: string | null
}

export async function takeTicket(scope: Scope, ticket: Buffer): Promise<TakenTicket | undefined> {
  const [taken] = await scope.through<TakenTicket>('directory.take_ticket', ticket, scope.now())
  return taken
}

export const countGuess = (
  scope: Scope,
  whose: Whose,
  delaysSeconds: readonly number[],
  forgetAfterSeconds: number,
) =>
  tells(
    scope,
    'count_factor',
    ...named(whose),
    `{${delaysSeconds.join()}}`,
    `${forgetAfterSeconds} seconds`,
    scope.now(),
  )

export async function forgetGuesses(scope: Scope, whose: Whose): Promise<void> {
  await scope.through('directory.forget_factor_guesses', ...named(whose), scope.now())
}

/** For how long the second factor of a person is kept from being shown, and whose it is. */
export interface FactorLock {
  readonly person_id: string | null
  readonly blocked_seconds: number
}

export async function factorLock(scope: Scope, whose: Whose): Promise<FactorLock | undefined> {
  const [lock] = await scope.through<FactorLock>(
    'directory.factor_lock',
    ...named(whose),
    scope.now(),
  )
  return lock
}

export interface FactorsRow {
  readonly totp_since: Date | null
  readonly passkeys: readonly {
    readonly id: string
    readonly name: string
    readonly madeAt: string
    readonly usedAt: string | null
    readonly transports: readonly string[]
  }[]
  readonly recovery_codes_left: number
}

export async function factorsOf(scope: Scope, whose: Whose): Promise<FactorsRow | undefined> {
  const [row] = await scope.through<FactorsRow>(
    'directory.factors_of',
    ...named(whose),
    scope.now(),
  )
  return row
}

export const beginTotp = (scope: Scope, session: string, sealed: Buffer) =>
  tells(scope, 'begin_totp', session, sealed, scope.now())

export interface TotpRow {
  readonly person_id: string
  readonly sealed: Buffer
  readonly confirmed: boolean
  readonly last_step: string
}

export async function totpOf(scope: Scope, whose: Whose): Promise<TotpRow | undefined> {
  const [row] = await scope.through<TotpRow>('directory.totp_of', ...named(whose), scope.now())
  return row
}

/** False where the step, or a later one, was used already. */
export const spendTotpStep = (scope: Scope, whose: Whose, step: number) =>
  tells(scope, 'use_totp_step', ...named(whose), step, scope.now())

export const removeTotp = (scope: Scope, session: string) =>
  tells(scope, 'remove_totp', session, scope.now())

export async function putRecoveryCodes(
  scope: Scope,
  session: string,
  hashes: readonly Buffer[],
): Promise<void> {
  const array = `{${hashes.map((hash) => `"\\\\x${hash.toString('hex')}"`).join()}}`
  await scope.through('directory.put_recovery_codes', session, array, scope.now())
}

export const spendRecoveryCode = (scope: Scope, whose: Whose, hash: Buffer) =>
  tells(scope, 'use_recovery_code', ...named(whose), hash, scope.now())

export async function putChallenge(scope: Scope, hash: Buffer, expiresAt: Date): Promise<void> {
  await scope.through('directory.put_challenge', hash, expiresAt)
}

export const takeChallenge = (scope: Scope, hash: Buffer) =>
  tells(scope, 'take_challenge', hash, scope.now())

export interface NewPasskey {
  readonly id: string
  readonly publicKey: Buffer
  readonly counter: number
  readonly transports: readonly string[]
  readonly name: string
}

/** False where the authenticator is known already. */
export const putPasskey = (scope: Scope, session: string, passkey: NewPasskey) =>
  tells(
    scope,
    'put_passkey',
    session,
    passkey.id,
    passkey.publicKey,
    passkey.counter,
    `{${passkey.transports.join()}}`,
    passkey.name,
    scope.now(),
  )

export interface PasskeyRow {
  readonly person_id: string
  readonly email: string
  readonly public_key: Buffer
  readonly counter: string
  readonly transports: string[]
}

export async function findPasskey(scope: Scope, id: string): Promise<PasskeyRow | undefined> {
  const [row] = await scope.through<PasskeyRow>('directory.passkey', id)
  return row
}

/** False where the counter did not grow: somebody holds a copy of the authenticator. */
export const spendPasskey = (scope: Scope, id: string, counter: number) =>
  tells(scope, 'use_passkey', id, counter, scope.now())

export const renamePasskey = (scope: Scope, session: string, id: string, name: string) =>
  tells(scope, 'rename_passkey', session, id, name, scope.now())

export const removePasskey = (scope: Scope, session: string, id: string) =>
  tells(scope, 'remove_passkey', session, id, scope.now())

export async function trustDevice(
  scope: Scope,
  session: string,
  device: Buffer,
  until: Date,
): Promise<void> {
  await scope.through('directory.trust_device', session, device, until, scope.now())
}

/** When the browser of a session was trusted to have shown a second factor, if it still is. */
export async function deviceTrustedAt(
  scope: Scope,
  session: string,
  device: Buffer,
): Promise<Date | null> {
  const [row] = await scope.through<{ device_trusted_at: Date | null }>(
    'directory.device_trusted_at',
    session,
    device,
    scope.now(),
  )
  return row?.device_trusted_at ?? null
}

export async function distrustDevices(scope: Scope, session: string): Promise<void> {
  await scope.through('directory.distrust_devices', session, scope.now())
}

export async function forgetSecondFactors(scope: Scope, before: Date): Promise<void> {
  await scope.through('directory.forget_second_factors', before)
}
