/** What becomes of a second factor that proves nothing, of members and of staff: a line, word, one answer. */
import { Problem } from '../../core/problems/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { hashTicket, type TicketOf } from '../factors/index.ts'
import { tellIfFactorLocked } from './lockout/lockout.service.ts'
import { logRefusal, markOf } from './refusals.ts'

/** Of a sign-in that waits for it. */
export async function refuseSecondFactor(
  scope: Scope,
  at: TicketOf,
  given: { readonly ticket: string },
): Promise<Problem> {
  const { ticket } = given
  logRefusal(scope, {
    why: 'second-factor',
    signIn: markOf(scope, at, ticket),
    factor: factorOf(given),
  })
  await tellIfFactorLocked(scope, { ticket: hashTicket(scope, at, ticket) })
  return new Problem('unauthenticated', {
    detail: 'That does not prove it, or the sign-in is over. Try again, or begin anew.',
    errors: [{ detail: 'is not right', pointer: pointerOf(given) }],
  })
}

/** Of a session; `member` is who has it, there or among the staff. */
export async function refuseStepUp(
  scope: Scope,
  { session, member }: { readonly session: string; readonly member: string },
  proof: object,
): Promise<Problem> {
  logRefusal(scope, { why: 'second-factor', member, factor: factorOf(proof) })
  await tellIfFactorLocked(scope, { session })
  return new Problem('invalid', {
    detail: 'That does not prove it. Wait for the next code, or use another factor.',
    errors: [{ detail: 'is not right', pointer: pointerOf(proof) }],
  })
}

const pointerOf = (given: object): string => `#/${factorOf(given)}`

const factorOf = (given: object): string | undefined =>
  ['code', 'recoveryCode', 'passkey'].find((name) => Reflect.get(given, name) !== undefined)
