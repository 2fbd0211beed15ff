/** The work of an export: its extent, its rows piece by piece, and at the end all of it read once more. */
import { createHash } from 'node:crypto'
import { exportDays, exportFormats } from '@sonaqor/contract/exports'
import { z } from 'zod'
import { rowFormats } from '../../core/row-files/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { notify } from '../notifications/index.ts'
import { WorkFailed, type Ended, type Step, type Task, type Work } from '../jobs/index.ts'
import { deletePieces, piecesOf } from './pieces.store.ts'
import { putPiece, readPieces } from './pieces.ts'
import { sourceOf } from './sources.ts'

const rowsAtOnce = 1000
const gibibyte = 1024 ** 3

export const exportParams = z.object({
  of: z.string(),
  format: z.enum(exportFormats),
  filter: z.record(z.string(), z.unknown()),
  /** As whoever asked for it saw them: a release may bring others before it is done. */
  columns: z.array(z.string()),
})
export type ExportParams = z.output<typeof exportParams>

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
})
type Place = z.output<typeof Place>

export const exportResult = z.object({
  rows: z.number(),
  bytes: z.number(),
  sha256: z.string(),
})

type ExportTask = Task<ExportParams, Place>

/** The kind of an export's job, and what it is told. */
export const exportKind = { kind: 'exports', params: exportParams } as const

export const exportWork = (bytesMax = gibibyte): Work<ExportParams, Place> => ({
  ...exportKind,
  place: Place,
  step: (scope, task) => {
    const { place } = task
    if (place === null || isUncounted(task, place)) return measure(scope, task)
    return place.isWhole ? check(scope, task, place) : write(scope, task, place, bytesMax)
  },
  ended,
})

/** One that an older release has begun, which knew of no closing line: it is begun anew. */
function isUncounted({ params }: ExportTask, { tally }: Place): boolean {
  return sourceOf(params.of).closing !== undefined && tally === undefined
}

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
  { id, params }: ExportTask,
  place: Place,
  bytesMax: number,
): Promise<Step<Place>> {
  const source = sourceOf(params.of)
  const format = rowFormats[params.format]
  const { after, until, pieces: piece } = place
  const span = { after, until, bound: rowsAtOnce }
  const { rows, next } = await source.rowsAfter(scope, params.filter, span)
  const top = piece === 0 ? format.top(source.columns) : ''
  const text = top + rows.map((row) => format.line(source, row)).join('')
  const added =
    text === '' ? 0 : await putPiece(scope, { job_id: id, piece, rows: rows.length }, text)
  const bytes = place.bytes + added
  if (bytes > bytesMax) {
    throw new WorkFailed(
      'too-large',
      `An export holds at most ${bytesMax} bytes. Narrow the filter.`,
    )
  }
  return furtherAt({
    ...place,
    after: next ?? after,
    pieces: added > 0 ? piece + 1 : piece,
    rows: place.rows + rows.length,
    bytes,
    isWhole: next === null,
    tally: source.closing && rows.reduce(source.closing.count, place.tally),
  })
}

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
 * It is done once what lies there opens, follows one another and is as much as was written. Only now is
 * known what the closing line says of it, which commits with the end of the work or not at all.
 */
async function check(scope: Scope, task: ExportTask, place: Place) {
  const { id, params, askedAt } = task
  const pieces = await piecesOf(scope, id)
  const rows = pieces.reduce((sum, one) => sum + one.rows, 0)
  const follow = pieces.every(({ piece }, at) => piece === at)
  const hash = createHash('sha256')
  let bytes = 0
  for await (const part of readPieces(scope, id)) {
    hash.update(part)
    bytes += part.length
  }
  const isAll = pieces.length === place.pieces && rows === place.rows && bytes === place.bytes
  if (!follow || !isAll) {
    throw new WorkFailed('damaged', `The export ${id} is not as much as was written.`)
  }
  const closing = closingLine(scope, task, place, hash.copy().digest('hex'))
  if (closing !== '') {
    bytes += await putPiece(scope, { job_id: id, piece: place.pieces, rows: 0 }, closing)
    for await (const part of readPieces(scope, id, place.pieces)) hash.update(part)
  }
  const result = { rows, bytes, sha256: hash.digest('hex') }
  scope.audit({ action: 'exports.made', target: id, after: { of: params.of, ...result } })
  const expiresAt = new Date(scope.now().getTime() + exportDays * 24 * 3_600_000).toISOString()
  const fileName = `${params.of}-${askedAt.toISOString().slice(0, 10)}.${params.format}`
  return { result, file: { fileName, bytes, sha256: result.sha256, expiresAt } }
}

function closingLine(scope: Scope, task: ExportTask, { tally }: Place, sha256: string): string {
  const { of, format, filter } = task.params
  const { closing } = sourceOf(of)
  if (!closing) return ''
  return closing.line(scope, {
    format,
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
