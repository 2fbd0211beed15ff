/** What somebody shows as a second factor, on its way to the API and back. */
import { ProblemError } from '@sonaqor/contract/client'
import type { Proof } from '@sonaqor/contract/factors'
import type { FactorAnswer, FactorProof } from '@sonaqor/ui'
import { PasskeyGivenUp } from './knows-passkeys.ts'
import { askForPasskey, type PasskeyOptions } from './passkeys.ts'

/** Puts it as the API takes it; a passkey signs the question that `ask` gets. */
export async function proofOf(
  given: FactorProof,
  ask: () => Promise<PasskeyOptions>,
): Promise<Proof> {
  if (given.factor === 'totp') return { code: given.code }
  if (given.factor === 'recovery-code') return { recoveryCode: given.code }
  return { passkey: await askForPasskey(await ask()) }
}

/** How a proof was taken. What says nothing of the proof is thrown on. */
export async function answerTo(prove: () => Promise<unknown>): Promise<FactorAnswer> {
  try {
    await prove()
    return 'proved'
  } catch (error) {
    if (error instanceof PasskeyGivenUp) return 'given-up'
    const answer = error instanceof ProblemError && answers[error.problem.code]
    if (answer) return answer
    throw error
  }
}

/** A recovery code that is no such thing at all is refused as a field, and is as wrong as another. */
const answers: Readonly<Record<string, FactorAnswer>> = {
  unauthenticated: 'wrong',
  invalid: 'wrong',
  'quota-exceeded': 'locked',
}
