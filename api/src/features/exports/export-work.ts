/** The work of an export: its extent, its rows piece by piece, and at the end all of it read once more. */
import { exportDays, fileFormats, pdfRowsMax } from '@sonaqor/contract/exports'
import { locales } from '@sonaqor/contract/notification-kinds'
import { z } from 'zod'
import { rowFormats, type Table } from '../../core/row-files/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { notify } from '../notifications/index.ts'
import { WorkFailed, type Ended, type Step, type Task, type Work } from '../jobs/index.ts'
import { putPdf } from './export-pdf.ts'
import { deletePieces, findPiece } from './pieces.store.ts'
import { putPiece, takePiece } from './pieces.ts'
import { RunningHash, WrittenHash } from './running-hash.ts'
import { tableOf, takenBy } from './export-source.ts'
import { sourceOf } from './sources.ts'

/** In each piece. */
const rowsAtOnce = 1000
/** So many pieces are written in one step at most. */
const lotsMax = 8
/** About a second's worth of a file that is read once more. */
const piecesAtOnce = 64
/** What no log comes to, and a fault might. */
const tebibyte = 1024 ** 4

export const exportParams = z.object({
  of: z.string(),
  format: z.enum(fileFormats),
  filter: z.record(z.string(), z.unknown()),
  /** As whoever asked for it saw them: a release may bring others before it is done. */
  columns: z.array(z.string()),
  language: z.enum(locales).optional(),
})
export type ExportParams = z.output<typeof exportParams>

/** Of what was read once more: how far, and what it comes to. */
const Reread = z.object({ pieces: z.number(), rows: z.number(), hash: WrittenHash })

/** How much is written, and behind which row the next piece begins. */
const Place = z.object({
  after: z.string().nullable(),
  until: z.string(),
  total: z.number().nullable(),
  pieces: z.number(),
  rows: z.number(),
  bytes: z.number(),
  isWhole: z.boolean(),
  /** What the closing line will say of the rows so far. */
  tally: z.unknown().optional(),
  /** Older releases write `checked`, with another hash: each begins anew what the other one has begun. */
  reread: Reread.optional(),
})
type Place = z.output<typeof Place>
type Reread = z.output<typeof Reread>

export const exportResult = z.object({
  rows: z.number(),
  bytes: z.number(),
  sha256: z.string(),
  /** Where the file is no file of lines: of those that it was made of. */
  linesSha256: z.string().optional(),
})
type ExportResult = z.output<typeof exportResult>

export type ExportTask = Task<ExportParams, Place>

/** The kind of an export's job, and what it is told. */
export const exportKind = { kind: 'exports', params: exportParams } as const

export const exportWork = (bytesMax = tebibyte): Work<ExportParams, Place> => ({
  ...exportKind,
  place: Place,
  step: (scope, task) => {
    const { place } = task
    if (place === null || isUncounted(task, place)) return measure(scope, task)
    if (!place.isWhole) return write(scope, task, place, bytesMax)
    return check(scope, task, place)
  },
  ended,
})

/** One that an older release has begun, which knew of no closing line: it is begun anew. */
function isUncounted({ params }: ExportTask, { tally }: Place): boolean {
  return sourceOf(params.of).closing !== undefined && tally === undefined
}

/** A document is made of lines, once all of them are there. */
const lineFormatOf = ({ format }: ExportParams) => (format === 'pdf' ? 'jsonl' : format)

async function measure(scope: Scope, { id, params }: ExportTask): Promise<Step<Place>> {
  await deletePieces(scope, id)
  const source = sourceOf(params.of)
  const { until, rows: total } = await source.extent(scope, params.filter)
  const tally = source.closing?.nothing
  const nothing = { after: null, pieces: 0, rows: 0, bytes: 0, isWhole: false, tally }
  return furtherAt({ ...nothing, until, total })
}

async function write(
  scope: Scope,
  task: ExportTask,
  place: Place,
  bytesMax: number,
): Promise<Step<Place>> {
  const { params } = task
  let at = place
  let isFull = true
  // One that is not full took long to find, and others may look meanwhile.
  for (let lots = lotsAfter(place.pieces); lots > 0 && isFull && !at.isWhole; lots -= 1) {
    const before = at.rows
    at = await writeLot(scope, task, at)
    isFull = at.rows - before === rowsAtOnce
  }
  const { bytes, rows } = at
  if (bytes > bytesMax) throw tooLarge(`${bytesMax} bytes. Narrow the filter.`)
  if (params.format === 'pdf' && rows > pdfRowsMax) {
    throw tooLarge(`${pdfRowsMax} rows as a PDF. Take CSV or NDJSON, or narrow the filter.`)
  }
  return furtherAt(at)
}

/** Reads no more than it writes, so that the rows of one lot are gone before those of the next come. */
async function writeLot(scope: Scope, { id, params }: ExportTask, place: Place): Promise<Place> {
  const source = sourceOf(params.of)
  const { after, until, pieces: piece } = place
  const { columns } = params
  const span = { after, until, bound: rowsAtOnce, columns }
  const { rows, next } = await source.rowsAfter(scope, params.filter, span)
  const texts = textsOf(rows, lineFormatOf(params), tableOf(source, columns), piece === 0)
  let { bytes } = place
  // One after another: a transaction has one connection, which takes one statement at a time.
  for (const [at, { text, count }] of texts.entries()) {
    bytes += await putPiece(scope, { job_id: id, piece: piece + at, rows: count }, text)
  }
  return {
    ...place,
    after: next ?? after,
    pieces: piece + texts.length,
    rows: place.rows + rows.length,
    bytes,
    isWhole: next === null,
    tally: source.closing && rows.reduce(source.closing.count, place.tally),
  }
}

/**
 * A short file shows at each piece how far it is. Of a long one each step writes more, so that a commit
 * is paid for by many rows; but no more is read at once than memory is spared for.
 */
const lotsAfter = (pieces: number) => Math.min(lotsMax, Math.max(1, Math.floor(pieces / lotsMax)))

/** The texts of the pieces that the rows make, and how many of them stand in each. */
function textsOf(
  rows: readonly unknown[],
  lineFormat: keyof typeof rowFormats,
  table: Table<unknown>,
  isFirst: boolean,
): { readonly text: string; readonly count: number }[] {
  const format = rowFormats[lineFormat]
  const top = isFirst ? format.top(table.columns) : ''
  const pieces = []
  for (let from = 0; from === 0 || from < rows.length; from += rowsAtOnce) {
    const some = rows.slice(from, from + rowsAtOnce)
    const lines = some.map((row) => format.line(table, row)).join('')
    pieces.push({ text: from === 0 ? top + lines : lines, count: some.length })
  }
  return pieces.filter(({ text }) => text !== '')
}

const tooLarge = (most: string) => new WorkFailed('too-large', `An export holds at most ${most}`)

function furtherAt(place: Place): Step<Place> {
  const { isWhole, rows, total } = place
  return {
    place,
    stage: isWhole ? 'checking' : 'writing',
    done: rows,
    total: isWhole ? rows : total,
  }
}

/**
 * Reads some of what lies there once more: each piece opens, is the next one, and is what was written. With
 * the last of them it is done.
 */
async function check(scope: Scope, task: ExportTask, place: Place): Promise<Step<Place>> {
  const { id } = task
  const { pieces: from, rows, hash } = await rereadBy(place)
  const end = Math.min(from + piecesAtOnce, place.pieces)
  let found = rows
  for (let at = from; at < end; at += 1) {
    const piece = await findPiece(scope, id, at)
    if (!piece) throw damaged(id)
    hash.update(await takePiece(scope, piece))
    found += piece.rows
  }
  if (end === place.pieces) return finish(scope, task, place, { rows: found, hash })
  return furtherAt({ ...place, reread: { pieces: end, rows: found, hash: hash.write() } })
}

interface Rereading extends Omit<Reread, 'hash'> {
  readonly hash: RunningHash
}

async function rereadBy({ reread }: Place): Promise<Rereading> {
  const hash = reread && (await RunningHash.from(reread.hash))
  if (hash) return { ...reread, hash }
  return { pieces: 0, rows: 0, hash: await RunningHash.begin() }
}

/**
 * It is done once what lies there is as much as was written. Only now is known what the closing line says
 * of it, which commits with the end of the work or not at all; and so does a document.
 */
async function finish(
  scope: Scope,
  task: ExportTask,
  place: Place,
  { rows, hash }: { readonly rows: number; readonly hash: RunningHash },
) {
  const { id, params, askedAt } = task
  const isMore = await findPiece(scope, id, place.pieces)
  if (isMore || rows !== place.rows || hash.bytes !== place.bytes) throw damaged(id)
  const result =
    params.format === 'pdf'
      ? await putPdf(scope, task, { ...place, sha256: hash.digest() })
      : await close(scope, task, place, hash)
  scope.audit({ action: 'exports.made', target: id, after: { of: params.of, ...result } })
  const expiresAt = new Date(scope.now().getTime() + exportDays * 24 * 3_600_000).toISOString()
  const fileName = `${params.of}-${askedAt.toISOString().slice(0, 10)}.${params.format}`
  const { bytes, sha256 } = result
  const alsoTakes = takenBy(sourceOf(params.of), params.columns)
  return { result, file: { fileName, bytes, sha256, expiresAt, alsoTakes } }
}

async function close(
  scope: Scope,
  task: ExportTask,
  place: Place,
  hash: RunningHash,
): Promise<ExportResult> {
  const closing = closingLine(scope, task, place, hash.digest())
  if (closing !== '') {
    await putPiece(scope, { job_id: task.id, piece: place.pieces, rows: 0 }, closing)
    hash.update(Buffer.from(closing))
  }
  return { rows: place.rows, bytes: hash.bytes, sha256: hash.digest() }
}

const damaged = (id: string) =>
  new WorkFailed('damaged', `The export ${id} is not as much as was written.`)

function closingLine(scope: Scope, task: ExportTask, { tally }: Place, sha256: string): string {
  const { of, filter } = task.params
  const { closing } = sourceOf(of)
  if (!closing) return ''
  return closing.line(scope, {
    format: lineFormatOf(task.params),
    filter,
    at: task.askedAt,
    tally: closing.tally.parse(tally),
    sha256,
  })
}

/** A key has no inbox; whoever uses it asks for the job. */
async function ended(scope: Scope, task: Ended<ExportParams>): Promise<void> {
  if (task.madeBy.kind !== 'member') return
  const about = { to: [task.madeBy.id], link: '/work' } as const
  const { of } = task.params
  if (task.state === 'failed') {
    await notify(scope, { kind: 'exports.failed', params: { of }, ...about })
    return
  }
  const { rows } = exportResult.parse(task.result)
  await notify(scope, { kind: 'exports.made', params: { of, rows }, ...about })
}
