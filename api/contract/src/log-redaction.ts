/** What the log would keep of a request, told without keeping anything. */
import { z } from 'zod'
import { logMethods } from './log-query.ts'
import { redactionRules } from './log-redaction-rules.ts'

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

const Rule = z.enum(redactionRules)

export const RedactionRules = z.object({
  rules: z.array(
    z.object({
      rule: Rule.describe(
        'What it takes out: `header` one that is not on the list, `undeclared` a value that no operation declares, `name` all below a private name, then what a text looks like; `length` what is too long of one value, `size` of the whole body, `format` a body that is no JSON, `carrier` one that carries another request',
      ),
      of: z
        .array(z.string())
        .describe('The headers that are kept, the words that make a name private; else none'),
    }),
  ),
})
export type RedactionRules = z.output<typeof RedactionRules>

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
  places: z
    .array(
      z.object({
        at: z
          .string()
          .describe(
            'A pointer as it is kept: `/path/3` and `/query/0` count from 0, `/headers/cookie`, `/body/items/0/name`',
          ),
        rule: Rule,
      }),
    )
    .describe('Where something was taken out, and by which rule; one place may have several'),
})
export type TriedRedaction = z.output<typeof TriedRedaction>
