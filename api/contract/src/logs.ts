/** Logs: every request made with an API key, a refused one included, redacted before it is stored. */
import { z } from 'zod'
import { get, post } from './endpoint.ts'
import { SendAgain, SentAgain } from './log-again.ts'
import { logQueryMax } from './log-query.ts'
import { RedactionRules, RedactionTrial, TriedRedaction } from './log-redaction.ts'
import { InApp, Page, pageOf } from './page.ts'
import { Environment, Id, Instant, InstantIn } from './values.ts'
import { deliveryStates } from './webhook-bounds.ts'

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
    imported: z
      .object({
        hasLatency: z
          .boolean()
          .describe('Whether the log told how long it took; `latencyMs` is 0 where it did not'),
      })
      .optional()
      .describe('Of a line that was imported from an access log alone'),
  })
  .meta({ id: 'LogEntry' })
export type LogEntry = z.output<typeof LogEntry>

const Headers = z.record(z.string(), z.string())
const Body = z
  .object({
    text: z.string(),
    bytes: z
      .number()
      .int()
      .describe('The size on the wire, before anything was cut; 0 where it is held back'),
    cut: z.boolean(),
    isHeldBack: z
      .boolean()
      .describe(
        'Whether its structure alone is shown, for want of `customers:read` or to a session with locked filters',
      ),
  })
  .nullable()

const relatedKinds = ['event', 'audit', 'delivery', 'sent-again', 'original'] as const

export const LogRelated = z
  .object({
    kind: z
      .enum(relatedKinds)
      .describe(
        '`event`: it told of something. `audit`: it left an entry in the audit log, for who holds `audit:read`. `delivery`: an event of it went to a webhook endpoint, for who holds `webhooks:read`. `sent-again`: it was sent again. `original`: it is another one sent again. More kinds come',
      ),
    id: Id.describe(
      'Of the event, of the audit entry, of the delivery, or of the other request in the log',
    ),
    at: Instant,
    name: z
      .string()
      .describe(
        'What happened, as it is called: `keys.issued`; of another request, who sent it, for members alone',
      ),
    ids: z.record(z.string(), z.string()).describe('Of what it happened to, by their names'),
    delivery: z
      .object({
        endpoint: z
          .string()
          .nullable()
          .describe('What its endpoint is called: its label, or its host; null for a test inbox'),
        state: z.enum(deliveryStates),
      })
      .optional()
      .describe('Of a `delivery` alone: where it goes, and how far it has come'),
  })
  .meta({ id: 'LogRelated' })
export type LogRelated = z.output<typeof LogRelated>

export const LogDetail = LogEntry.extend({
  query: z.string(),
  request: z.object({ headers: Headers, body: Body }),
  response: z.object({ headers: Headers, body: Body }),
  related: z
    .array(LogRelated)
    .describe('What it led to, as far as the caller may see each, oldest first; at most 100'),
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
      'A query such as `status:5xx,429 path:/v1/transactions* -method:GET latency:>500 "free text"`. Every term has to hold; `-` leaves out, commas list values, `*` stands at the end, and of a path at its beginning as well (`path:*refund*` holds it anywhere, `path:*check` ends so, both in either case), text in no field stands anywhere in the path. The fields are status, method, path, key, app, ip, latency and request. One that cannot be read is refused with the place of the character.',
    ),
})
export type LogSearch = z.output<typeof LogSearch>

const Span = {
  from: InstantIn.optional(),
  to: InstantIn.optional(),
}
const InSpan = z.strictObject({ ...LogSearch.shape, ...Span })

const OverTime = z.strictObject({
  ...InSpan.shape,
  before: InstantIn.optional().describe(
    'Counts nothing from here on, and leaves those buckets empty: it was counted already',
  ),
  bucketsTo: InstantIn.optional().describe(
    'Where the last bucket ends that was answered already, where no `to` says so: further answers then have the same buckets, however late it is',
  ),
})

const InPart = z.strictObject({
  ...InSpan.shape,
  since: InstantIn.optional().describe(
    'Counts nothing older than this, though more is asked about: so it counts what a histogram has counted',
  ),
})

/** A hundred years: more than this is asked of no chart, whatever logs of old were imported. */
export const logSpanDaysMax = 36_500

const Completeness = {
  isApproximate: z
    .boolean()
    .describe('Whether older lines than `completeFrom` were left out, to answer soon'),
  completeFrom: Instant.describe('From here on every line is counted'),
}
const count = z.number().int()

export const LogHistogram = z
  .object({
    from: Instant.describe('As it was asked for: the first bucket may begin before it'),
    to: Instant.describe('As it was asked for: the last bucket may end behind it'),
    intervalSeconds: count,
    buckets: z
      .array(z.object({ at: Instant, '2xx': count, '3xx': count, '4xx': count, '5xx': count }))
      .describe(
        'All of the span, the empty ones too, oldest first; at most 120. Those at its edges hold what is in the span alone',
      ),
    ...Completeness,
  })
  .meta({ id: 'LogHistogram' })
export type LogHistogram = z.output<typeof LogHistogram>

const FacetValue = z.object({
  value: z.string().describe('As a term of a query takes it: `404`, `/v1/keys/*`'),
  name: z.string().optional().describe('Of a key: how its secret begins'),
  count,
})
const Facet = z.object({
  values: z.array(FacetValue),
  ...Completeness,
  newest: count
    .optional()
    .describe('Where older lines were left out: among so many of the newest it was counted'),
})

/** What lines can be told apart by, and how many there are of each. */
export const logFacetNames = ['status', 'method', 'app', 'key', 'path', 'ip'] as const
export type LogFacetName = (typeof logFacetNames)[number]

export const LogFacets = z
  .object({
    from: Instant,
    to: Instant,
    status: Facet,
    method: Facet,
    app: Facet,
    key: Facet,
    path: Facet.describe('Whatever differs by an id alone is one: `/v1/keys/*`'),
    ip: Facet,
  })
  .meta({ id: 'LogFacets' })
export type LogFacets = z.output<typeof LogFacets>

const aggregates = {
  access: 'logs:read',
  embeddable: true,
  locked: 'no-customer-data',
} as const

export const logs = {
  search: get('/logs', {
    access: 'logs:read',
    summary: 'Search the request logs, newest first',
    description:
      'A line for each request whose key was looked at, a refused one included. An operation that is open to everybody looks at no credential, so a key that is sent along there leaves no line. What an index or a count can answer is answered at once. For anything else lines are looked at, newest first and not for long: a page may then hold fewer than `limit`, or none, and says in `lookedTo` how far it came; `page.next` goes on from there. Three such searches of one caller go on at once, and six of a tenant; one more is refused with `quota-exceeded`.',
    query: z.strictObject({ ...LogSearch.shape, ...Page.shape, ...Span }),
    reply: pageOf(LogEntry).extend({
      lookedTo: Instant.nullable()
        .optional()
        .describe(
          'Where it would have taken too long to look at all lines: older ones than this were not looked at',
        ),
    }),
    embeddable: true,
    locked: 'no-customer-data',
  }),
  histogram: get('/logs/histogram', {
    ...aggregates,
    summary: 'Count the logged requests over time',
    description: `By groups of statuses, in buckets of a length that suits the span, and of what is in it alone, as in the list; the last 24 hours where none is named, and at most ${logSpanDaysMax} days. Exact for environments, apps, keys, methods and statuses; what takes looking at each line is counted as far back as that is done soon, and says so in \`completeFrom\`: with that as \`before\` it goes on from there, and the two add up; without a \`to\`, \`bucketsTo\` keeps it to the same buckets.`,
    query: OverTime,
    reply: LogHistogram,
  }),
  facets: get('/logs/facets', {
    ...aggregates,
    summary: 'Count the logged requests by what they have in common',
    description:
      'The commonest values of each field under the filter, most first; over the span as it is asked for, as the list and the histogram are.',
    query: InPart,
    reply: LogFacets,
  }),
  show: get('/logs/{id}', {
    access: 'logs:read',
    reveals: 'customers:read',
    summary: 'Show one logged request',
    description:
      'Without `customers:read`, and to a session with locked filters, the bodies show their structure, neither their values nor their size, and of headers that may tell of them the names alone; a problem is shown in full.',
    params: z.strictObject({ id: Id }),
    reply: LogDetail,
    embeddable: true,
    locked: 'masked',
  }),
  redactionRules: get('/logs/redaction', {
    access: 'logs:read',
    summary: 'List the rules by which requests are redacted',
    description: 'They hold for all tenants, before a line is written, and cannot be switched off.',
    reply: RedactionRules,
    embeddable: true,
    locked: 'no-customer-data',
  }),
  tryRedaction: post('/logs/redaction', {
    access: 'logs:read',
    summary: 'Try out what the log keeps of a request',
    description:
      'Answers what would be stored of the sample: secrets and personal data are redacted by the names of fields and by what values look like, of fields that no operation declares the type alone is kept, and a body is cut at 16 KiB. Nothing is stored, and nothing of the sample stands in the log.',
    body: RedactionTrial,
    reply: TriedRedaction,
    status: 200,
    limit: { requests: 120, seconds: 60, per: 'principal' },
    embeddable: true,
    locked: 'no-customer-data',
  }),
  sendAgain: post('/logs/{id}/again', {
    access: 'keys:write',
    only: 'member',
    summary: 'Send a logged request again, in the sandbox',
    description:
      'For members, with `logs:read` as well. The method and the path stay as they were, and what is filled in leads to the same operation; a new idempotency key is made. It is answered as any request with that key, with the scopes that both the key and the caller hold, from the address of the caller, and stands in the log as what it is; it is no use of the key, which may go unused all the same. What the log holds as `[redacted]` has to be filled in first.',
    params: z.strictObject({ id: Id }),
    body: SendAgain,
    reply: SentAgain,
    limit: { requests: 30, seconds: 60, per: 'principal' },
    idempotent: true,
  }),
}
