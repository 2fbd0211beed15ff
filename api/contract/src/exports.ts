/** Exports of any size: a job writes the file, and a manifest says what it holds. */
import { z } from 'zod'
import { Actor, audit } from './audit.ts'
import { get, post } from './endpoint.ts'
import { countedRowsMax, exportDays, linkSeconds, pdfRowsMax } from './export-bounds.ts'
import { Job } from './jobs.ts'
import { LogSearch } from './logs.ts'
import { locales } from './notification-kinds.ts'
import { InApp } from './page.ts'
import { Id, Instant, InstantIn } from './values.ts'
import { DeliveryFilter } from './webhook-deliveries.ts'

/** A line for each row, of any size. */
export const exportFormats = ['csv', 'jsonl'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** Those, and a document for people. */
export const fileFormats = [...exportFormats, 'pdf'] as const
export type FileFormat = (typeof fileFormats)[number]

/** What can be exported, and what each is narrowed by: as it is where it is listed. */
export const exportFilters = {
  audit: audit.export.options.query.omit({ format: true }),
  logs: z.strictObject({
    ...LogSearch.shape,
    from: InstantIn.optional(),
    to: InstantIn.optional(),
  }),
  // What is looked for in payloads is left out: whoever takes the file may not be one to read them.
  deliveries: z.strictObject({
    ...InApp.shape,
    ...DeliveryFilter.omit({ field: true, value: true }).shape,
  }),
} as const
export type ExportName = keyof typeof exportFilters

export { countedRowsMax, exportDays, linkSeconds, pdfRowsMax }

const language = z.enum(locales).optional().describe('Of the words in a PDF')
const Form = { format: z.enum(fileFormats).default('csv'), language }

const NewExport = z.discriminatedUnion('of', [
  z.strictObject({
    of: z.literal('audit'),
    filter: exportFilters.audit.default({}),
    ...Form,
  }),
  z.strictObject({
    of: z.literal('logs'),
    filter: exportFilters.logs.default({}),
    ...Form,
  }),
  z.strictObject({
    of: z.literal('deliveries'),
    filter: exportFilters.deliveries.default({}),
    ...Form,
  }),
])
export type NewExport = z.input<typeof NewExport>

const Measured = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('audit'), filter: exportFilters.audit.default({}) }),
  z.strictObject({ of: z.literal('logs'), filter: exportFilters.logs.default({}) }),
  z.strictObject({ of: z.literal('deliveries'), filter: exportFilters.deliveries.default({}) }),
])

export const ExportSize = z
  .object({
    rows: z.number().int().nullable().describe('Null where counting them takes too long'),
    isAtLeast: z.boolean().describe('Whether there are more, which were not counted'),
  })
  .meta({ id: 'ExportSize' })
export type ExportSize = z.output<typeof ExportSize>

export const ExportLink = z
  .object({
    path: z.string().describe('Where the file is, at the origin of the API'),
    expiresAt: Instant,
    fileName: z.string(),
    bytes: z.number().int(),
    sha256: z.string(),
  })
  .meta({ id: 'ExportLink' })
export type ExportLink = z.output<typeof ExportLink>

export const ExportManifest = z
  .object({
    id: Id,
    of: z.string(),
    format: z.enum(fileFormats),
    filter: z.record(z.string(), z.unknown()),
    columns: z
      .array(z.string())
      .describe(
        'In their order; new ones are added at the end. Those with names of apps and keys are there for whoever started it with `apps:read` and `keys:read`, which downloading it then takes as well. `latencyMs` is empty, and null in NDJSON, where an imported line does not tell it',
      ),
    rows: z
      .number()
      .int()
      .describe(
        'Without the line of names that stands above them in CSV, and the manifest that closes the file of an audit log',
      ),
    bytes: z.number().int(),
    sha256: z.string().describe('Of the whole file, in hex'),
    linesSha256: z
      .string()
      .optional()
      .describe('Of a PDF: of its lines as an export of them as NDJSON has them'),
    fileName: z.string(),
    madeBy: Actor,
    at: Instant.describe('When it was asked for; what came in later is not in it'),
    finishedAt: Instant,
    expiresAt: Instant,
    contract: z.string().describe('The version of the contract whose fields these are'),
  })
  .meta({ id: 'ExportManifest' })
export type ExportManifest = z.output<typeof ExportManifest>

const ExportParams = z.strictObject({ id: Id.describe('Of the job') })

export const dataExports = {
  start: post('/exports', {
    access: 'jobs:run',
    summary: 'Start an export',
    description: `A job writes the file, however long it is; follow it with \`jobs.show\`. Beside \`jobs:run\` it takes the scope of what is exported: \`audit:read\` for the audit log, whose file ends with the manifest of \`audit.export\`, as the stand-alone verifier wants it; \`logs:read\` for the logged requests, newest first and without their bodies; \`webhooks:read\` for the deliveries of webhooks, a row each, newest first and without their payloads. Each can be had as a PDF, for at most ${pdfRowsMax} rows. The file can be downloaded for ${exportDays} days once the job is done, which it is only when the file was read again and is what its manifest says.`,
    body: NewExport,
    reply: Job,
    status: 201,
    idempotent: true,
    limit: { requests: 60, seconds: 3600, per: 'principal' },
    embeddable: true,
  }),
  measure: post('/exports/measure', {
    access: 'jobs:run',
    summary: 'Count what an export would hold',
    description: `Exact where that is soon known, and counted no further than ${countedRowsMax} rows.`,
    body: Measured,
    reply: ExportSize,
    limit: { requests: 60, seconds: 60, per: 'principal' },
    embeddable: true,
  }),
  show: get('/exports/{id}', {
    access: 'jobs:read',
    summary: 'Show the manifest of an export',
    description: 'How many rows and bytes, their SHA-256, the filter and who asked for it.',
    params: ExportParams,
    reply: ExportManifest,
    embeddable: true,
  }),
  download: get('/exports/{id}/file', {
    access: 'jobs:read',
    summary: 'Download an export',
    description: 'It takes the scope of what is exported. Who downloads it is in the audit log.',
    params: ExportParams,
    streams: ['text/csv', 'application/jsonl', 'application/pdf'],
    limit: { requests: 60, seconds: 60, per: 'principal' },
  }),
  link: post('/exports/{id}/link', {
    access: 'jobs:read',
    summary: 'Make a link to the file of an export',
    description: `For a browser, which then writes the file to the disk as it comes. It takes the scope of what is exported, needs no credential, works once and for ${linkSeconds} seconds; the download is in the audit log, as done by whoever made the link.`,
    params: ExportParams,
    reply: ExportLink,
    status: 201,
    limit: { requests: 60, seconds: 60, per: 'principal' },
    embeddable: true,
    idempotent: true,
    secret: 'short-lived',
  }),
  take: get('/downloads/{link}', {
    access: 'public',
    summary: 'Download the file that a link leads to',
    description: 'A link that was used, or has waited too long, is answered with 410.',
    params: z.strictObject({ link: z.string().max(1000) }),
    streams: ['text/csv', 'application/jsonl', 'application/pdf'],
    limit: { requests: 60, seconds: 60, per: 'ip' },
    fleeting: true,
  }),
}
