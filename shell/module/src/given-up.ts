import type { ClientReply } from '@sonaqor/contract/client'

interface GivenUp {
  readonly isGivenUp?: boolean
}

/** A refusal that asked the person for a second factor, and they would not: the host writes it to it. */
export const givenUp = ({ status, body }: ClientReply): ClientReply => ({
  status,
  body: { ...(body as object), isGivenUp: true } satisfies GivenUp,
})

/** Whether it was the person who thought better of it. Nothing went wrong then, and nothing is to be said. */
export const isGivenUp = (error: unknown): boolean =>
  (error as { readonly problem?: GivenUp } | null)?.problem?.isGivenUp === true
