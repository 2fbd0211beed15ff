import type { Client } from '@sonaqor/contract/client'
import type { SteppedUp } from '@sonaqor/embed/host'
import type { FactorAnswer, FactorProof } from '@sonaqor/ui'
import { shownHere } from '../identity/knows-passkeys.ts'
import { answerTo, proofOf } from '../identity/proof.ts'
import { useReading } from '../identity/use-reading.ts'

type AuthApi = Pick<Client, 'auth'>

/** The second factors of whoever is signed in that they can show here. */
export const useOwnMethods = ({ auth }: AuthApi) =>
  useReading(async () => shownHere((await auth.stepUpOptions()).methods))

/**
 * Shows a second factor, for one operation or for a while. What a passkey signs is good for a few minutes,
 * and the question may have stood there for longer, so that it is asked for at the press.
 */
export function useSteppingUp({ auth }: AuthApi, operation?: string) {
  return (given: FactorProof, then: (shown: SteppedUp) => unknown): Promise<FactorAnswer> =>
    answerTo(async () => {
      const proof = await proofOf(given, async () => (await auth.stepUpOptions()).options ?? {})
      await then(await auth.stepUp({ body: { ...proof, ...(operation && { operation }) } }))
    })
}
