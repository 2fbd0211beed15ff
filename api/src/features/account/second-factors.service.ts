/** How a person sets up, looks after and gives up the second factors of their own. */
import type { account } from '@sonaqor/contract/account'
import type { InputOf, ReplyOf } from '@sonaqor/contract/endpoint'
import type { Factors } from '@sonaqor/contract/factors'
import { requireStepUp, type MemberPrincipal } from '../../core/access/index.ts'
import { Problem } from '../../core/problems/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { emailOf, provePassword, requireMember, showSecondFactor } from '../access/index.ts'
import * as factors from '../factors/index.ts'
import { notify } from '../notifications/index.ts'

export async function showFactors(scope: Scope): Promise<Factors> {
  const { totp_since: since, passkeys, recovery_codes_left: left } = await held(scope)
  return {
    totp: since ? { since: since.toISOString() } : null,
    passkeys: passkeys.map(({ id, name, madeAt, usedAt }) => ({
      id,
      name,
      madeAt: new Date(madeAt).toISOString(),
      usedAt: usedAt === null ? null : new Date(usedAt).toISOString(),
    })),
    recoveryCodesLeft: left,
  }
}

export async function beginTotp(
  scope: Scope,
  { password }: InputOf<typeof account.beginTotp>['body'],
): Promise<ReplyOf<typeof account.beginTotp>> {
  const member = await requirePassword(scope, password)
  return factors.beginTotp(scope, {
    id: member.personId,
    email: await emailOf(scope, member),
    sessionId: member.sessionId,
  })
}

export async function confirmTotp(
  scope: Scope,
  code: string,
): Promise<ReplyOf<typeof account.confirmTotp>> {
  const { sessionId } = requireMember(scope.principal)
  const isFirst = await requireBeyondFirst(scope)
  if (!(await factors.confirmTotp(scope, sessionId, code))) {
    throw new Problem('invalid', {
      detail: 'This is not the code that the app shows now. Wait for the next one, or begin anew.',
      errors: [{ detail: 'is not right', pointer: '#/code' }],
    })
  }
  return added(scope, { factor: 'totp' }, isFirst)
}

export async function removeTotp(scope: Scope): Promise<void> {
  const { sessionId } = requireMember(scope.principal)
  if (!(await factors.removeTotp(scope, sessionId))) {
    throw new Problem('not-found', { detail: 'There is no authenticator app to remove.' })
  }
  await removed(scope, { factor: 'totp' })
}

export async function beginPasskey(
  scope: Scope,
  site: factors.Site,
  { password }: InputOf<typeof account.beginPasskey>['body'],
): Promise<ReplyOf<typeof account.beginPasskey>> {
  const member = await requirePassword(scope, password)
  const { passkeys } = await held(scope)
  const person = {
    id: member.personId,
    name: member.name,
    email: await emailOf(scope, member),
    sessionId: member.sessionId,
    isFirst: !(await hasFactor(scope)),
  }
  const known = passkeys.map(({ id }) => id)
  return { options: { ...(await factors.askForNewPasskey(scope, site, person, known)) } }
}

export async function addPasskey(
  scope: Scope,
  site: factors.Site,
  { name, passkey }: InputOf<typeof account.addPasskey>['body'],
): Promise<ReplyOf<typeof account.addPasskey>> {
  const { sessionId } = requireMember(scope.principal)
  const isFirst = await requireBeyondFirst(scope)
  const made = await factors.readNewPasskey(scope, site, { sessionId, isFirst }, passkey)
  const isNew = made && (await factors.putPasskey(scope, sessionId, { ...made, name }))
  if (!isNew) {
    throw new Problem('invalid', {
      detail:
        'This passkey cannot be taken: it was made for another question, or is known already.',
      errors: [{ detail: 'is not right', pointer: '#/passkey' }],
    })
  }
  return added(scope, { factor: 'passkey', name }, isFirst)
}

export async function renamePasskey(scope: Scope, id: string, name: string): Promise<void> {
  const { sessionId } = requireMember(scope.principal)
  if (!(await factors.renamePasskey(scope, sessionId, id, name))) throw noPasskey()
  scope.audit({ action: 'account.passkey-renamed', after: { name } })
}

export async function removePasskey(scope: Scope, id: string): Promise<void> {
  const { sessionId } = requireMember(scope.principal)
  const gone = (await held(scope)).passkeys.find((passkey) => passkey.id === id)
  if (!(await factors.removePasskey(scope, sessionId, id))) throw noPasskey()
  await removed(scope, { factor: 'passkey', ...(gone ? { name: gone.name } : {}) })
}

export async function renewRecoveryCodes(
  scope: Scope,
): Promise<ReplyOf<typeof account.renewRecoveryCodes>> {
  const { sessionId } = requireMember(scope.principal)
  scope.audit({ action: 'account.recovery-codes-renewed' })
  const recoveryCodes = await factors.renewRecoveryCodes(scope, sessionId)
  await tell(scope, 'renewed', { factor: 'recovery-codes' })
  return { recoveryCodes }
}

/**
 * Whoever changes their address proves who they are: with a factor that they have, or else with the
 * password.
 * A session that somebody left open must not be turned into an account of somebody else's.
 */
export async function requireOneself(
  scope: Scope,
  password: string | undefined,
): Promise<MemberPrincipal> {
  await requireFactorAgain(scope)
  return requirePassword(scope, password)
}

/** What harms the person in the hands of whoever found an open page takes the factor of who has one. */
export async function requireFactorAgain(scope: Scope): Promise<void> {
  if (await hasFactor(scope)) await requireStepUp(scope, 'session')
}

/** Of whoever has nothing else to prove by. */
async function requirePassword(
  scope: Scope,
  password: string | undefined,
): Promise<MemberPrincipal> {
  const member = requireMember(scope.principal)
  if (!(await hasFactor(scope))) await provePassword(scope, member, password)
  return member
}

/**
 * Whether this becomes the first factor. Any further one takes a proof for adding this very one. What was
 * begun before the first one came, or while there was another, is begun anew: it was begun by less.
 */
async function requireBeyondFirst(scope: Scope): Promise<boolean> {
  const isFirst = !(await hasFactor(scope))
  if (!isFirst) await requireStepUp(scope, 'operation')
  return isFirst
}

const hasFactor = async (scope: Scope) => factors.methodsOf(await held(scope)).length > 0

/** The session has shown the new factor; with the first one come the codes for a bad day. */
async function added(scope: Scope, { factor, name }: Changed, isFirst: boolean) {
  const { sessionId } = requireMember(scope.principal)
  await showSecondFactor(scope, sessionId, scope.now())
  scope.audit({ action: 'account.factor-added', after: { factor } })
  await tell(scope, 'added', { factor, ...(name === undefined ? {} : { name }) })
  return { recoveryCodes: isFirst ? await factors.renewRecoveryCodes(scope, sessionId) : [] }
}

/** A browser that was trusted with a factor that is gone is trusted no more. */
async function removed(scope: Scope, changed: Changed): Promise<void> {
  const { sessionId } = requireMember(scope.principal)
  await factors.distrustDevices(scope, sessionId)
  scope.audit({ action: 'account.factor-removed', after: { factor: changed.factor } })
  await tell(scope, 'removed', changed)
}

interface Changed {
  readonly factor: 'totp' | 'passkey' | 'recovery-codes'
  readonly name?: string
}

/** By mail as well, for it may have been somebody else in their session. */
async function tell(
  scope: Scope,
  change: 'added' | 'removed' | 'renewed',
  { factor, name = 'none' }: Changed,
): Promise<void> {
  await notify(scope, {
    kind: 'account.factor-changed',
    to: [scope.principal.id],
    params: { at: scope.now().toISOString(), change, factor, name },
    link: '/account/security',
  })
}

async function held(scope: Scope) {
  const { sessionId } = requireMember(scope.principal)
  const found = await factors.factorsOf(scope, { session: sessionId })
  return found ?? { totp_since: null, passkeys: [], recovery_codes_left: 0 }
}

const noPasskey = () => new Problem('not-found', { detail: 'You have no passkey with this id.' })
