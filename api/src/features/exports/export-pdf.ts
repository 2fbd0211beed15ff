/** The document of an export: made of its lines once all of them are there, and kept in their place. */
import { createHash } from 'node:crypto'
import type { Scope } from '../../core/scope/index.ts'
import { tenantName } from '../team/index.ts'
import type { ExportTask } from './export-work.ts'
import { evidencePdf, type Evidence } from './pdf/evidence-pdf.ts'
import { pdfWords, type PdfWords } from './pdf/words/index.ts'
import { deletePieces } from './pieces.store.ts'
import { putPiece, readPieces } from './pieces.ts'
import { sourceOf } from './sources.ts'

/** What the lines come to. */
interface Lines {
  readonly pieces: number
  readonly rows: number
  readonly sha256: string
}

const pieceBytes = 512 * 1024

export async function putPdf(scope: Scope, task: ExportTask, lines: Lines) {
  const { id, params } = task
  const { sheet } = sourceOf(params.of)
  if (!sheet) throw new Error(`there is no document of ${params.of}`)
  const evidence: Evidence<unknown> = {
    ...(await frontOf(scope, task, lines)),
    sheet,
    at: task.askedAt,
    rows: () => rowsIn(scope, id, lines.pieces),
  }
  const hash = createHash('sha256')
  let bytes = 0
  let piece = lines.pieces
  const put = async (part: Buffer) => {
    hash.update(part)
    bytes += await putPiece(scope, { job_id: id, piece, rows: 0 }, part)
    piece += 1
  }
  for await (const part of inPieces(evidencePdf(evidence))) await put(part)
  await deletePieces(scope, id, lines.pieces)
  return { rows: lines.rows, bytes, sha256: hash.digest('hex'), linesSha256: lines.sha256 }
}

/** Each piece is whole lines. */
async function* rowsIn(scope: Scope, id: string, pieces: number): AsyncGenerator<unknown> {
  for await (const piece of readPieces((read) => read(scope), id, pieces)) {
    for (const line of piece.toString().trimEnd().split('\n')) yield JSON.parse(line)
  }
}

async function* inPieces(parts: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = []
  let length = 0
  for await (const part of parts) {
    waiting.push(part)
    length += part.length
    if (length < pieceBytes) continue
    yield Buffer.concat(waiting)
    waiting = []
    length = 0
  }
  if (length > 0) yield Buffer.concat(waiting)
}

async function frontOf(
  scope: Scope,
  { id, params, madeBy, askedAt }: ExportTask,
  { rows, sha256 }: Lines,
): Promise<Pick<Evidence<unknown>, 'locale' | 'of' | 'facts' | 'remarks'>> {
  const locale = params.language ?? 'en'
  const words = pdfWords[locale]
  const { facts } = words
  const { name: of } = sourceOf(params.of)
  const { noFilter, howToCheck, leftOut } = words.of[of]
  const tenant = await tenantName(scope)
  const kind = madeBy.kind in words.makers ? (madeBy.kind as keyof PdfWords['makers']) : 'other'
  return {
    locale,
    of,
    facts: [
      [facts.tenant, [`${tenant} (${scope.tenantId})`]],
      [facts.askedBy, [`${madeBy.name} (${words.makers[kind]}, ${madeBy.id})`]],
      [facts.askedAt, [inUtc(askedAt)]],
      [facts.madeAt, [inUtc(scope.now())]],
      [facts.span, [spanOf(params.filter, askedAt, words)]],
      [facts.filter, filterOf(params.filter, words, noFilter)],
      [facts.rows, [new Intl.NumberFormat(locale).format(rows)]],
      [facts.linesSha256, [sha256]],
      [facts.manifest, [words.manifestDetail, `GET /v1/exports/${id}`]],
    ],
    remarks: [howToCheck, leftOut, words.letters],
  }
}

const inUtc = (moment: Date) => moment.toISOString().replace('T', ' ').replace('Z', ' UTC')

function spanOf(filter: Filter, askedAt: Date, words: PdfWords): string {
  const [from, to] = [momentIn(filter, 'from'), momentIn(filter, 'to')]
  const end = inUtc(to !== null && to < askedAt ? to : askedAt)
  return from === null ? words.everything(end) : `${words.from(inUtc(from))}, ${words.until(end)}`
}

type Filter = Readonly<Record<string, unknown>>

function momentIn(filter: Filter, name: string): Date | null {
  const value = filter[name]
  return typeof value === 'string' ? new Date(value) : null
}

/** A line for each thing that it is narrowed to but the time. */
function filterOf(filter: Filter, words: PdfWords, none: string): readonly string[] {
  const lines = Object.entries(words.filters)
    .filter(([name]) => filter[name] !== undefined)
    .map(([name, word]) => {
      const said = name === 'without' ? words.embedSessions : String(filter[name])
      return `${word}: ${said}`
    })
  return lines.length > 0 ? lines : [none]
}
