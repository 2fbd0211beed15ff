/** Exports of any size: a job writes the file, and a manifest says what it holds. */
import { z } from 'zod'
import { Actor, audit } from './audit.ts'
import { get, post } from './endpoint.ts'
import { Job } from './jobs.ts'
import { LogSearch } from './logs.ts'
import { Id, Instant, InstantIn } from './values.ts'

export const exportFormats = ['csv', 'jsonl'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** What can be exported, and what each is narrowed by: as it is where it is listed. */
export const exportFilters = {
  audit: audit.export.options.query.omit({ format: true }),
  logs: z.strictObject({
    ...LogSearch.shape,
    from: InstantIn.optional(),
    to: InstantIn.optional(),
  }),
} as const
export type ExportName = keyof typeof exportFilters

/** For so long the file of an export can be downloaded. */
export const exportDays = 7

const NewExport = z.discriminatedUnion('of', [
  z.strictObject({
    of: z.literal('audit'),
    format: z.enum(exportFormats).default('csv'),
    filter: exportFilters.audit.default({}),
  }),
  z.strictObject({
    of: z.literal('logs'),
    format: z.enum(exportFormats).default('csv'),
    filter: exportFilters.logs.default({}),
  }),
])
export type NewExport = z.input<typeof NewExport>

export const ExportManifest = z
  .object({
    id: Id,
    of: z.string(),
    format: z.enum(exportFormats),
    filter: z.record(z.string(), z.unknown()),
    columns: z.array(z.string()),
    rows: z
      .number()
      .int()
      .describe(
        'Without the line of names that stands above them in CSV, and the manifest that closes the file of an audit log',
      ),
    bytes: z.number().int(),
    sha256: z.string().describe('Of the whole file, in hex'),
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
    description: `A job writes the file, however long it is; follow it with \`jobs.show\`. Beside \`jobs:run\` it takes the scope of what is exported: \`audit:read\` for the audit log, whose file ends with the manifest of \`audit.export\`, as the stand-alone verifier wants it; \`logs:read\` for the logged requests, newest first and without their bodies. The file can be downloaded for ${exportDays} days once the job is done, which it is only when the file was read again and is what its manifest says.`,
    body: NewExport,
    reply: Job,
    status: 201,
    idempotent: true,
    limit: { requests: 60, seconds: 3600, per: 'principal' },
  }),
  show: get('/exports/{id}', {
    access: 'jobs:read',
    summary: 'Show the manifest of an export',
    description: 'How many rows and bytes, their SHA-256, the filter and who asked for it.',
    params: ExportParams,
    reply: ExportManifest,
  }),
  download: get('/exports/{id}/file', {
    access: 'jobs:read',
    summary: 'Download an export',
    description: 'It takes the scope of what is exported. Who downloads it is in the audit log.',
    params: ExportParams,
    streams: ['text/csv', 'application/jsonl'],
    limit: { requests: 60, seconds: 60, per: 'principal' },
  }),
}
