/** Sending a logged request again, against the sandbox: what of it may be changed, and what is answered. */
import { z } from 'zod'
import { headerValueMax } from './log-again-bounds.ts'
import { Id } from './values.ts'

/** More than this is not sent from an editor. */
export const againBodyMax = 32 * 1024

/** One line; a header that holds more ends where it does. */
const HeaderValue = z
  .string()
  .max(headerValueMax)
  .regex(/^[\t\x20-\x7e]*$/, 'must be one line of ASCII')

/** What the API looks at beside the credential; whatever belonged to one connection is made anew. */
export const AgainHeaders = z.strictObject({
  accept: HeaderValue.optional(),
  'accept-language': HeaderValue.optional(),
  'content-type': HeaderValue.optional(),
  'if-match': HeaderValue.optional(),
  'if-none-match': HeaderValue.optional(),
})

const Line = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[\x21-\x7e]*$/, 'must be written as in an address, without spaces')

export const SendAgain = z.strictObject({
  keyId: Id.describe(
    'The sandbox key to make it with. It can do no more than whoever sends it, and an answer that shows a secret is refused',
  ),
  path: Line(1024)
    .optional()
    .describe(
      'Where the log holds `[redacted]` in the path: the path with that filled in, and else as it was',
    ),
  query: Line(2048).default('').describe('Without the question mark'),
  headers: AgainHeaders.default({}),
  body: z
    .string()
    .max(againBodyMax)
    .nullable()
    .default(null)
    .describe('As text, also where it is no JSON: what was wrong can be sent again'),
  copyToSandbox: z
    .boolean()
    .default(false)
    .describe(
      'Must be said of a request that was made in production: nothing is sent there again, and a copy of it goes to the sandbox',
    ),
})
export type SendAgain = z.output<typeof SendAgain>

export const SentAgain = z
  .object({
    requestId: Id,
    logId: Id.nullable().describe('Its own entry in the log; null where none was written'),
    status: z.number().int(),
    latencyMs: z.number(),
    headers: z.record(z.string(), z.string()),
    body: z
      .object({ text: z.string(), bytes: z.number().int(), cut: z.boolean() })
      .nullable()
      .describe('As whoever sent it may see it'),
  })
  .meta({ id: 'SentAgain' })
export type SentAgain = z.output<typeof SentAgain>
