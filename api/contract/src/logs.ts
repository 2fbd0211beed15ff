/** Logs: every request made with an API key, a refused one included, redacted before it is stored. */
import { z } from 'zod'
import { get } from './endpoint.ts'
import { logQueryMax } from './log-query.ts'
import { InApp, Page, pageOf } from './page.ts'
import { Environment, Id, Instant, InstantIn } from './values.ts'

export const StatusGroup = z.enum(['2xx', '3xx', '4xx', '5xx'])

export const LogEntry = z
  .object({
    id: Id,
    at: Instant,
    environment: Environment,
    appId: Id,
    keyId: Id,
    keyPrefix: z.string(),
    method: z.string(),
    path: z.string(),
    status: z.number().int(),
    latencyMs: z.number(),
    ip: z.string(),
    requestId: z.string(),
  })
  .meta({ id: 'LogEntry' })
export type LogEntry = z.output<typeof LogEntry>

const Headers = z.record(z.string(), z.string())
const Body = z
  .object({
    text: z.string(),
    bytes: z.number().int().describe('The size on the wire, before anything was cut'),
    cut: z.boolean(),
  })
  .nullable()

export const LogDetail = LogEntry.extend({
  query: z.string(),
  request: z.object({ headers: Headers, body: Body }),
  response: z.object({ headers: Headers, body: Body }),
}).meta({ id: 'LogDetail' })
export type LogDetail = z.output<typeof LogDetail>

/** What a list of logs can be narrowed to by choosing. */
export const LogFilter = z.strictObject({
  ...InApp.shape,
  status: StatusGroup.optional(),
  method: z.enum(['GET', 'POST', 'PATCH', 'PUT', 'DELETE']).optional(),
  path: z.string().max(200).optional().describe('What the path begins with'),
  keyId: Id.optional(),
  requestId: Id.optional().describe(
    'What `x-request-id` of an answer said, or `instance` of a problem',
  ),
  without: z
    .enum(['embed-sessions'])
    .optional()
    .describe(
      'Leaves out the requests that opened embed sessions, one for each visit of a page; those that were refused stay',
    ),
})
export type LogFilter = z.output<typeof LogFilter>

/** That, and a query in words; the list and the live tail take the same. */
export const LogSearch = z.strictObject({
  ...LogFilter.shape,
  q: z
    .string()
    .max(logQueryMax)
    .optional()
    .describe(
      'A query such as `status:5xx,429 path:/v1/transactions* -method:GET latency:>500 "free text"`. Every term has to hold; `-` leaves out, commas list values, `*` stands at the end, text in no field stands anywhere in the path. The fields are status, method, path, key, app, ip, latency and request. One that cannot be read is refused with the place of the character.',
    ),
})
export type LogSearch = z.output<typeof LogSearch>

export const logs = {
  search: get('/logs', {
    access: 'logs:read',
    summary: 'Search the request logs, newest first',
    query: z.strictObject({
      ...LogSearch.shape,
      ...Page.shape,
      from: InstantIn.optional(),
      to: InstantIn.optional(),
    }),
    reply: pageOf(LogEntry),
    embeddable: true,
    locked: 'no-customer-data',
  }),
  show: get('/logs/{id}', {
    access: 'logs:read',
    reveals: 'customers:read',
    summary: 'Show one logged request',
    description:
      'Without `customers:read`, and to a session with locked filters, the bodies show their structure, not their values; a problem is shown in full.',
    params: z.strictObject({ id: Id }),
    reply: LogDetail,
    embeddable: true,
    locked: 'masked',
  }),
}
