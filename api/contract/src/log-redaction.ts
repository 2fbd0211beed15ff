/** What the log would keep of a request, told without keeping anything. */
import { z } from 'zod'
import { logMethods } from './log-query.ts'

/** Below one name that is private itself: of the request that tries it, none of the sample is logged. */
export const RedactionTrial = z.strictObject({
  sample: z.strictObject({
    method: z.enum(logMethods),
    path: z.string().startsWith('/').max(2048).describe('As it is sent: `/v1/customers/c-1`'),
    query: z.string().max(4096).default('').describe('What stands behind the `?`'),
    headers: z.record(z.string().max(100), z.string().max(2048)).default({}),
    body: z.string().max(32_768).default('').describe('As it is sent, JSON in most cases'),
  }),
})
export type RedactionTrial = z.output<typeof RedactionTrial>

export const TriedRedaction = z.object({
  operation: z
    .string()
    .nullable()
    .describe('Whose fields are known, `customers.ingest` say; null where there is none'),
  path: z.string(),
  query: z.string(),
  headers: z.record(z.string(), z.string()).describe('Of any other header nothing is kept'),
  body: z
    .object({
      text: z.string(),
      bytes: z.number().int().describe('The size on the wire, before anything was cut'),
      cut: z.boolean(),
    })
    .nullable(),
})
export type TriedRedaction = z.output<typeof TriedRedaction>
