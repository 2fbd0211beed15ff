/** An export as a document that people hold in hand: what it is on the first page, its lines behind. */
import { createRequire } from 'node:module'
import { setImmediate as others } from 'node:timers/promises'
import type { ExportName } from '@sonaqor/contract/exports'
import type { Locale } from '@sonaqor/contract/notification-kinds'
import type { Column, Sheet } from './sheet.ts'
import { isPlain, linesOf, shown } from './letters.ts'
import { pdfWords, type PdfWords } from './words/index.ts'

export interface Evidence<Row> {
  readonly locale: Locale
  readonly of: ExportName
  readonly sheet: Sheet<Row>
  /** What stands on the first page: a name, and what it is, a line each. */
  readonly facts: readonly (readonly [name: string, lines: readonly string[]])[]
  readonly remarks: readonly string[]
  readonly at: Date
  /** The lines once more each time it is asked for: they are read to be counted, and to be written. */
  readonly rows: () => AsyncIterable<Row>
}

/** DejaVu, which may be shipped and put into documents by its licence. */
const fontFile = createRequire(import.meta.url).resolve('dejavu-fonts-ttf/ttf/DejaVuSansMono.ttf')

const [width, height] = [841.89, 595.28]
const margin = 36
const letterSize = 6.5
/** Of the fonts in which every letter is as wide as any other: of its size. */
const letterWidth = letterSize * 0.602
const lineHeight = 8.2
const rowGap = 3
const gap = 6
const headHeight = 24
export const headFont = 'Helvetica-Bold'
export const headSize = 7
const footHeight = 18
const room = height - 2 * margin - headHeight - footHeight
const rowsAtOnce = 200
const grey = '#555555'

const fontOf = (text: string) => (isPlain(text) ? 'Courier' : 'letters')

type Document = PDFKit.PDFDocument

/**
 * The bytes of the document as they come about: of the pages never more than one is held. What is told of
 * it is in no clock's hands, so the same lines make the same bytes.
 */
export async function* evidencePdf<Row>(evidence: Evidence<Row>): AsyncGenerator<Buffer> {
  const { locale, sheet, at } = evidence
  const words = pdfWords[locale]
  const pages = await pagesOf(evidence)
  // With its fonts it is much to load for what is asked for now and then.
  const { default: Pdf } = await import('pdfkit')
  const document = new Pdf({
    size: [width, height],
    margin,
    lang: locale,
    autoFirstPage: false,
    displayTitle: true,
    info: { Title: words.of[evidence.of].title, Creator: 'Sonaqor', CreationDate: at },
  })
  document.registerFont('letters', fontFile)
  const chunks: Buffer[] = []
  document.on('data', (chunk: Buffer) => chunks.push(chunk))
  const taken = () => Buffer.concat(chunks.splice(0))
  cover(document, evidence, words)
  foot(document, words.page(1, pages))
  let drawn = 1
  let count = 0
  for await (const parts of placed(evidence)) {
    for (const { lines, page, top } of parts) {
      if (page > drawn) {
        drawn = page
        document.addPage()
        foot(document, words.page(page, pages))
        head(document, sheet, words)
      }
      draw(document, sheet, lines, top)
    }
    count += 1
    if (count % rowsAtOnce > 0) continue
    // Thousands of lines take a while, and others are not to wait for all of them.
    await others()
    yield taken()
  }
  const done = new Promise((resolve) => document.once('end', resolve))
  document.end()
  await done
  yield taken()
}

/** How many pages it will take: what stands at the foot of each is known before the first. */
async function pagesOf<Row>(evidence: Evidence<Row>): Promise<number> {
  let pages = 1
  for await (const parts of placed(evidence)) pages = parts.at(-1)?.page ?? pages
  return pages
}

interface Placed {
  readonly lines: RowLines
  readonly page: number
  readonly top: number
}

/** Where each row stands, in as many parts as it takes pages: counted and drawn by this one reckoning. */
async function* placed<Row>({ sheet, rows }: Evidence<Row>): AsyncGenerator<readonly Placed[]> {
  // The first page is the cover, on which no row has room.
  let page = 1
  let left = 0
  for await (const row of rows()) {
    yield partsOf(rowLines(sheet, row)).map((lines) => {
      const needed = heightOf(lines)
      if (needed > left) {
        page += 1
        left = room
      }
      const top = height - margin - footHeight - left
      left -= needed
      return { lines, page, top }
    })
  }
}

/** The cells of a row, each in as many lines as it takes. */
type RowLines = readonly (readonly string[])[]

const rowLines = <Row>({ columns }: Sheet<Row>, row: Row): RowLines =>
  columns.map((column) => linesOf(shown(column.of(row)), column.letters))

const heightOf = (lines: RowLines) =>
  Math.max(...lines.map(({ length }) => length)) * lineHeight + rowGap

const linesAtMost = Math.floor((room - rowGap) / lineHeight)

/** A row that is longer than a page goes on on the next. */
function partsOf(lines: RowLines): readonly RowLines[] {
  const most = Math.max(...lines.map(({ length }) => length))
  if (most <= linesAtMost) return [lines]
  return Array.from({ length: Math.ceil(most / linesAtMost) }, (_, part) =>
    lines.map((cell) => cell.slice(part * linesAtMost, (part + 1) * linesAtMost)),
  )
}

function draw<Row>(document: Document, { columns }: Sheet<Row>, lines: RowLines, top: number) {
  let left = margin
  document.fontSize(letterSize).fillColor('black')
  for (const [place, column] of columns.entries()) {
    for (const [line, text] of (lines[place] ?? []).entries()) {
      if (text === '') continue
      document.font(fontOf(text))
      document.text(text, startOf(column, text, left), top + line * lineHeight, {
        lineBreak: false,
      })
    }
    left += widthOf(column)
  }
  const bottom = top + heightOf(lines) - rowGap / 2 - 1
  document.moveTo(margin, bottom).lineTo(width - margin, bottom)
  document.lineWidth(0.25).strokeColor('#cccccc').stroke()
}

/** The room of a column in which its cells and its head stand. */
export const roomOf = ({ letters }: Pick<Column<never>, 'letters'>) => letters * letterWidth

const widthOf = (column: Pick<Column<never>, 'letters'>) => roomOf(column) + gap

/** Figures stand beneath one another by their last. */
const startOf = (
  { letters, isFigure }: Pick<Column<never>, 'letters' | 'isFigure'>,
  text: string,
  left: number,
) => (isFigure ? left + (letters - text.length) * letterWidth : left)

function head<Row>(document: Document, { columns }: Sheet<Row>, words: PdfWords): void {
  let left = margin
  document.font(headFont).fontSize(headSize).fillColor('black')
  for (const column of columns) {
    const title = words.columns[column.name]
    const box = { width: roomOf(column), align: column.isFigure ? 'right' : 'left' } as const
    document.text(title, left, margin + 6, { ...box, lineBreak: false })
    left += widthOf(column)
  }
  document.moveTo(margin, margin + 17).lineTo(width - margin, margin + 17)
  document.lineWidth(0.75).strokeColor('black').stroke()
}

function foot(document: Document, text: string): void {
  document.font('Helvetica').fontSize(7).fillColor(grey)
  const left = width - margin - document.widthOfString(text)
  document.text(text, left, height - margin - 8, { lineBreak: false })
}

const factWidth = 130
const factLetters = 118

function cover<Row>(document: Document, evidence: Evidence<Row>, words: PdfWords): void {
  const { facts, remarks } = evidence
  const { title, purpose } = words.of[evidence.of]
  document.addPage()
  document.font('Helvetica-Bold').fontSize(20).fillColor('black').text(title, margin, margin)
  document.font('Helvetica').fontSize(10).text(purpose).moveDown(1.5)
  for (const [name, lines] of facts) {
    let top = document.y
    document.font('Helvetica-Bold').fontSize(8.5).text(name, margin, top, { lineBreak: false })
    for (const text of lines.flatMap((line) => linesOf(shown(line), factLetters))) {
      document.font(fontOf(text)).fontSize(8.5)
      document.text(text, margin + factWidth, top, { lineBreak: false })
      top += 12
    }
    document.y = top + 4
  }
  document.fontSize(8.5).fillColor(grey)
  document.y += 6
  for (const remark of remarks) {
    document.font('Helvetica').text(remark, margin, document.y, { width: width - 2 * margin })
    document.moveDown(0.4)
  }
}
