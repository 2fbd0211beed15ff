import type { StaffSession } from '@sonaqor/contract/staff'
import { shownHere } from '../../identity/knows-passkeys.ts'
import { proofOf } from '../../identity/proof.ts'
import { useReading } from '../../identity/use-reading.ts'
import { useWriting } from '../../identity/use-writing.ts'
import type { StaffApi } from '../staff-api.ts'

type SignIn = Parameters<StaffApi['staff']['signIn']>[0]['body']
type Given = Parameters<typeof proofOf>[0]

/** Says e-mail and password; what is refused with a ticket goes on with a second factor. */
export const useSignIn = (
  { staff }: StaffApi,
  ticketIn: (thrown: unknown) => Ticket | undefined,
  then: {
    readonly enter: (session: StaffSession) => void
    readonly wait: (ticket: Ticket) => void
  },
) =>
  useWriting(
    async (body: SignIn) => {
      try {
        return { session: await staff.signIn({ body }) }
      } catch (thrown) {
        const ticket = ticketIn(thrown)
        if (!ticket) throw thrown
        return { ticket }
      }
    },
    (answer) => (answer.ticket ? then.wait(answer.ticket) : then.enter(answer.session)),
  )

export interface Ticket {
  readonly ticket: string
  readonly methods: readonly string[]
}

/** Shows a second factor for a ticket. */
export const useSecondStep =
  ({ staff }: StaffApi, ticket: string, enter: (session: StaffSession) => void) =>
  async (given: Given): Promise<void> => {
    const ask = async () => (await staff.passkeyOptions({ body: { ticket } })).options
    const proof = await proofOf(given, ask)
    enter(await staff.verifyMfa({ body: { ticket, ...proof } }))
  }

/** What somebody who is signed in can show again, and showing it. */
export function useStepUp({ staff }: StaffApi, operation?: string) {
  const methods = useReading(async () => shownHere((await staff.stepUpOptions()).methods))
  const ask = async () => (await staff.stepUpOptions()).options ?? {}
  return {
    methods,
    stepUp: async (given: Given) => {
      const proof = await proofOf(given, ask)
      return staff.stepUp({ body: { ...proof, ...(operation && { operation }) } })
    },
  }
}

export const useSetPassword = ({ staff }: StaffApi, token: string, onSet: () => void) =>
  useWriting((password: string) => staff.setPassword({ body: { token, password } }), onSet)
