/** Exports: starting one, what it holds, and taking it away. */
import type { Environment } from '@sonaqor/contract/access'
import {
  countedRowsMax,
  exportDays,
  pdfRowsMax,
  type dataExports,
  type ExportLink,
  type ExportManifest,
  type ExportSize,
} from '@sonaqor/contract/exports'
import type { InputOf } from '@sonaqor/contract/endpoint'
import type { Job } from '@sonaqor/contract/jobs'
import { contractVersion } from '@sonaqor/contract/version'
import { requireScope } from '../../core/access/index.ts'
import { auditReading } from '../../core/audit/index.ts'
import type { FileOut } from '../../core/implement/index.ts'
import { Problem } from '../../core/problems/index.ts'
import { rowFormats } from '../../core/row-files/index.ts'
import type { AuditAct, Scope } from '../../core/scope/index.ts'
import { forgetPlace, makerOf, requireSeen, startWork, type JobRow } from '../jobs/index.ts'
import { followLink, makeLink } from './links.ts'
import { deleteLinks } from './links.store.ts'
import { exportKind, exportParams, exportResult, type ExportParams } from './export-work.ts'
import { deletePieces, findExpired } from './pieces.store.ts'
import { readPieces } from './pieces.ts'
import { columnsFor, takenBy, type ExportSource } from './export-source.ts'
import { sourceOf } from './sources.ts'

type NewExport = InputOf<typeof dataExports.start>['body']
type Measured = InputOf<typeof dataExports.measure>['body']

export async function startExport(scope: Scope, asked: NewExport): Promise<Job> {
  const { of, format } = asked
  const source = sourceOf(of)
  const filter = settledBy(source, asked.filter)
  requireInSight(scope, filter.environment)
  requireScope(scope, source.scope)
  if (format === 'pdf') await requireRoomOnPaper(scope, source, filter)
  const params: ExportParams = { of, format, filter, columns: columnsFor(scope, source) }
  if (asked.language) params.language = asked.language
  const job = await startWork(scope, exportKind, {
    params,
    scope: source.scope,
    about: { of, format },
    unit: 'rows',
    environment: filter.environment,
  })
  scope.audit({
    action: 'exports.started',
    target: job.id,
    ...(job.environment ? { environment: job.environment } : {}),
    ...(job.appId ? { appId: job.appId } : {}),
    after: { of, format, filter },
  })
  return job
}

export async function measureExport(scope: Scope, asked: Measured): Promise<ExportSize> {
  const source = sourceOf(asked.of)
  requireScope(scope, source.scope)
  const filter = settledBy(source, asked.filter)
  requireInSight(scope, filter.environment)
  await auditReading(scope, source.reading, filter)
  const rows = await source.countUpTo(scope, filter, countedRowsMax)
  return { rows, isAtLeast: rows === countedRowsMax }
}

/** Said before it starts; what is not soon counted is counted while it is written. */
async function requireRoomOnPaper(
  scope: Scope,
  source: ExportSource,
  filter: object,
): Promise<void> {
  const rows = await source.countUpTo(scope, filter, pdfRowsMax + 1)
  if (rows === null || rows <= pdfRowsMax) return
  throw new Problem('invalid', {
    detail: `A PDF holds at most ${pdfRowsMax} rows, and there are more. Take CSV or NDJSON (jsonl), which hold any number, or narrow the filter.`,
    errors: [{ detail: 'must be csv or jsonl for so many rows', pointer: '#/format' }],
  })
}

function settledBy<Filter>(source: ExportSource, filter: Filter): Filter {
  return source.settled ? (source.settled(filter, '#/filter/q') as Filter) : filter
}

/** A list narrowed to what is not seen is empty; nobody means to keep a file with nothing in it. */
function requireInSight(scope: Scope, environment: Environment | undefined): void {
  if (environment === undefined || scope.environments.includes(environment)) return
  throw new Problem('invalid', {
    detail: 'The filter names an environment that you do not see.',
    errors: [{ detail: 'must be one that you see', pointer: '#/filter/environment' }],
  })
}

export async function showManifest(scope: Scope, id: string): Promise<ExportManifest> {
  const { row, params, file, result } = await requireMade(scope, id)
  const { of, format, filter, columns } = params
  return {
    id,
    of,
    format,
    filter,
    columns,
    ...result,
    fileName: file.fileName,
    expiresAt: file.expiresAt,
    madeBy: makerOf(row),
    at: row.at.toISOString(),
    finishedAt: (row.finished_at ?? row.moved_at).toISOString(),
    contract: contractVersion,
  }
}

/** Where a browser finds the file: it is led there, and keeps nothing of it in memory. */
export async function linkToExport(scope: Scope, id: string): Promise<ExportLink> {
  const { fileName, bytes, sha256 } = (await requireThere(scope, id)).file
  return { ...(await makeLink(scope, id)), fileName, bytes, sha256 }
}

export async function takeExport(scope: Scope, link: string): Promise<FileOut> {
  const { jobId, use } = await followLink(scope, link)
  const file = await downloadExport(scope, jobId)
  const taken: FileOut['taken'] = async (taking) => {
    await use(taking)
    await file.taken(taking)
  }
  return { ...file, taken }
}

export async function downloadExport(scope: Scope, id: string): Promise<FileOut> {
  const { row, params, file } = await requireThere(scope, id)
  const { bytes, sha256, fileName } = file
  const downloaded: AuditAct = {
    action: 'exports.downloaded',
    target: id,
    ...(row.environment ? { environment: row.environment } : {}),
    ...(row.app_id ? { appId: row.app_id } : {}),
    after: { of: params.of, bytes, sha256 },
  }
  return {
    contentType: contentTypes[params.format],
    fileName,
    bytes,
    taken: (taking) => taking.audit(downloaded),
    read: (step) => readPieces(step, id),
  }
}

const contentTypes = {
  csv: rowFormats.csv.contentType,
  jsonl: rowFormats.jsonl.contentType,
  pdf: 'application/pdf',
} as const

/** A file that is still kept, for whoever may have what it holds. */
async function requireThere(scope: Scope, id: string) {
  const made = await requireMade(scope, id)
  requireScope(scope, made.row.scope)
  const { of, columns } = made.params
  for (const needed of takenBy(sourceOf(of), columns)) requireScope(scope, needed)
  if (new Date(made.file.expiresAt) <= scope.now()) {
    throw new Problem('not-found', {
      detail: `The file was deleted after ${exportDays} days. Start the export again.`,
    })
  }
  return made
}

const dayMs = 24 * 3_600_000

/** What of exports that are over is deleted; that there were any, their jobs still say. */
export async function deleteExpired(scope: Scope): Promise<void> {
  const before = new Date(scope.now().getTime() - exportDays * dayMs)
  await deleteLinks(scope, scope.now())
  for (const id of await findExpired(scope, before)) {
    if (await forgetPlace(scope, id, before)) await deletePieces(scope, id)
  }
}

async function requireMade(scope: Scope, id: string) {
  const row: JobRow = await requireSeen(scope, id)
  if (row.kind !== exportKind.kind) {
    throw new Problem('not-found', { detail: 'There is no export with this id.' })
  }
  // The filter may say what a page of a partner is not to know.
  if (scope.principal.kind === 'embed') requireScope(scope, row.scope)
  const { file } = row
  if (!file) throw new Problem('conflict', { detail: 'There is a file once the export is done.' })
  const params = exportParams.parse(row.params)
  return { row, file, params, result: exportResult.parse(row.result) }
}
