import type { Client } from '@sonaqor/contract/client'
import type { FactorAnswer, FactorProof } from '@sonaqor/ui'
import { answerTo, proofOf } from '../identity/proof.ts'
import type { MemberSession } from '../session/member-session.ts'
import { isSuspended } from './use-sign-in.ts'

interface Entry {
  readonly api: Pick<Client, 'auth'>
  readonly member: Pick<MemberSession, 'enter'>
  /** What the right password was answered with. */
  readonly ticket: string
  /** Whether this browser is not to be asked the next time. */
  readonly trustDevice: boolean
  /** Leads back to where it began, with why. */
  readonly begin: (thrown: unknown) => void
}

/** Goes in with a second factor after the password. */
export function useSecondStep({ api, member, ticket, trustDevice, begin }: Entry) {
  return (given: FactorProof): Promise<FactorAnswer> =>
    answerTo(async () => {
      const ask = async () => (await api.auth.passkeyOptions({ body: { ticket } })).options
      const body = { ticket, trustDevice, ...(await proofOf(given, ask)) }
      try {
        await member.enter(() => api.auth.verifyMfa({ body }))
      } catch (thrown) {
        // The factor was right, and no other would do better.
        if (!isSuspended(thrown)) throw thrown
        begin(thrown)
      }
    })
}
