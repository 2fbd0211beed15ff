import type { ClientReply } from '@sonaqor/contract/client'

/** Of a refusal that asked the person for a second factor, and they would not: the host writes it to it. */
const mark = { isGivenUp: true }

export const givenUp = ({ status, body }: ClientReply): ClientReply => ({
  status,
  body: { ...(body as object), ...mark },
})

/** Whether it was the person who thought better of it. Nothing went wrong then, and nothing is to be said. */
export const isGivenUp = (error: unknown): boolean =>
  (error as { readonly problem?: Partial<typeof mark> } | null)?.problem?.isGivenUp === true
