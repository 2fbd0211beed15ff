/** The second factor of staff: the first one is set up here, and any of theirs shown again for an act. */
import type { InputOf, ReplyOf } from '@sonaqor/contract/endpoint'
import type { staff } from '@sonaqor/contract/staff'
import { giveProof, placeOf, stepUpSeconds } from '../../core/access/index.ts'
import { Problem } from '../../core/problems/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { provePasswordOf, refuseStepUp } from '../access/index.ts'
import * as factors from '../factors/index.ts'
import { requireStaff } from './staff-principal.ts'
import * as store from './staff-sessions.store.ts'

/** Whoever has one already looks after their factors where all people do, and brings them along. */
export async function beginTotp(
  scope: Scope,
  password: string,
): Promise<ReplyOf<typeof staff.beginTotp>> {
  const { id, personId, email } = requireStaff(scope.principal).session
  if ((await methods(scope, id)).length > 0) {
    throw new Problem('conflict', { detail: 'There is a second factor already.' })
  }
  await provePassword(scope, email, password)
  return factors.beginTotp(scope, { id: personId, email, sessionId: id })
}

export async function confirmTotp(
  scope: Scope,
  code: string,
): Promise<ReplyOf<typeof staff.confirmTotp>> {
  const { id } = requireStaff(scope.principal).session
  if (!(await factors.confirmTotp(scope, id, code))) {
    throw new Problem('invalid', {
      detail: 'This is not the code that the app shows now. Wait for the next one, or begin anew.',
      errors: [{ detail: 'is not right', pointer: '#/code' }],
    })
  }
  await store.showFactor(scope, id)
  await store.noteAct(scope, id, { action: 'staff.factor-added' })
  return { recoveryCodes: await factors.renewRecoveryCodes(scope, id) }
}

export async function stepUpOptions(
  scope: Scope,
  site: factors.Site,
): Promise<ReplyOf<typeof staff.stepUpOptions>> {
  const { id: session } = requireStaff(scope.principal).session
  const held = await factors.factorsOf(scope, { session })
  const known = held?.passkeys.map(({ id }) => id) ?? []
  return {
    methods: factors.methodsOf(held),
    options:
      known.length > 0
        ? { ...(await factors.askForPasskey(scope, site, { session }, known)) }
        : null,
  }
}

export async function stepUp(
  scope: Scope,
  site: factors.Site,
  { operation, ...proof }: InputOf<typeof staff.stepUp>['body'],
): Promise<ReplyOf<typeof staff.stepUp>> {
  const principal = requireStaff(scope.principal)
  const { id: member } = principal
  const session = principal.session.id
  if (!(await factors.showFactor(scope, site, { session }, proof))) {
    throw await refuseStepUp(scope, { session, member }, proof)
  }
  const until = new Date(scope.now().getTime() + stepUpSeconds * 1000).toISOString()
  const detail = operation ? { operation: placeOf(operation) } : {}
  await store.noteAct(scope, session, { action: 'staff.stepped-up', detail })
  if (operation) return { until, proof: await giveProof(scope, principal, operation) }
  await store.showFactor(scope, session)
  return { until, proof: null }
}

/** It is the password that is not right, and the session is as good as it was. */
async function provePassword(scope: Scope, email: string, password: string): Promise<void> {
  try {
    await provePasswordOf(scope, { email, password })
  } catch (thrown) {
    if (!(thrown instanceof Problem) || !isWrong(thrown)) throw thrown
    throw new Problem('invalid', {
      detail: 'Say your password to do this.',
      errors: [{ detail: 'is not your password', pointer: '#/password' }],
    })
  }
}

const isWrong = ({ code }: Problem) => code === 'unauthenticated' || code === 'sso-required'

async function methods(scope: Scope, session: string): Promise<readonly string[]> {
  return factors.methodsOf(await factors.factorsOf(scope, { session }))
}
