/** A signed access review as a PDF: what was found, what was decided by whom, and who signed it when. */
import { setImmediate as others } from 'node:timers/promises'
import { staleDays } from '@sonaqor/contract/reviews'
import type { ItemRow, ReviewRow } from './reviews.store.ts'

export interface SignedReview {
  readonly tenant: string
  readonly review: ReviewRow
  readonly items: readonly ItemRow[]
  readonly signed: { readonly by: string; readonly email: string; readonly at: Date }
}

interface Column {
  readonly title: string
  readonly width: number
  readonly of: (item: ItemRow) => string
}

const day = (moment: Date | null) => moment?.toISOString().slice(0, 10) ?? 'never'
const moment = (at: Date) => `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`

const decided = ({ decision, decided_by, decided_at }: ItemRow) =>
  `${decision === 'keep' ? 'Confirmed' : 'To be removed'} by ${decided_by ?? ''}, ${day(decided_at)}`

const columns: Readonly<Record<ItemRow['kind'], readonly Column[]>> = {
  member: [
    { title: 'Member', width: 190, of: ({ name, detail }) => `${name}\n${detail}` },
    {
      title: 'Role',
      width: 70,
      of: ({ role, suspended }) => `${role ?? ''}${suspended ? '\nSuspended' : ''}`,
    },
    { title: 'Since', width: 65, of: ({ since }) => day(since) },
    { title: 'Last seen', width: 65, of: ({ last_used_at }) => day(last_used_at) },
    { title: 'Decision', width: 125, of: decided },
  ],
  key: [
    { title: 'API key', width: 130, of: ({ name, detail }) => `${name}\n${detail}` },
    { title: 'Environment', width: 70, of: ({ key_environment }) => key_environment ?? '' },
    { title: 'Issued', width: 130, of: ({ since, made_by }) => `${day(since)}\nby ${made_by}` },
    { title: 'Last used', width: 60, of: ({ last_used_at }) => day(last_used_at) },
    { title: 'Decision', width: 125, of: decided },
  ],
}

/** The names of the sections, and how their kinds are counted. */
const sections = { member: 'Members', key: 'API keys' } as const

const margin = 40
const rowsAtOnce = 50
const pad = 4

/** The bytes of the document. The same review makes the same document, but for nothing at all. */
export async function reviewPdf(review: SignedReview): Promise<Buffer> {
  // With its fonts it is much to load for what is asked for a few times a year.
  const { default: Pdf } = await import('pdfkit')
  const document = new Pdf({
    size: 'A4',
    margin,
    lang: 'en',
    info: {
      Title: `Access review of ${printable(review.tenant)}`,
      Author: printable(review.signed.by),
      CreationDate: review.signed.at,
    },
  })
  const chunks: Buffer[] = []
  document.on('data', (chunk: Buffer) => chunks.push(chunk))
  const done = new Promise((resolve) => document.once('end', resolve))
  head(document, review)
  for (const kind of ['member', 'key'] as const) {
    const items = review.items.filter((item) => item.kind === kind)
    if (items.length > 0) await table(document, sections[kind], columns[kind], items)
  }
  signature(document, review)
  document.end()
  await done
  return Buffer.concat(chunks)
}

function head(document: PDFKit.PDFDocument, { tenant, review, items }: SignedReview): void {
  document.font('Helvetica-Bold').fontSize(18).text(`Access review`)
  document.font('Helvetica').fontSize(11).text(printable(tenant)).moveDown(0.5)
  const what =
    review.which === 'stale'
      ? `Members who were not here, and keys that were not used, for ${staleDays} days`
      : 'All members and all keys'
  const removed = items.filter(({ decision }) => decision === 'remove').length
  document
    .fontSize(9)
    .text(`${what}, as of ${moment(review.started_at)}.`)
    .text(printable(`Started by ${review.started_by}. Review ${review.id}.`))
    .text(`${items.length} lines: ${items.length - removed} confirmed, ${removed} to be removed.`)
    .moveDown(1)
}

async function table(
  document: PDFKit.PDFDocument,
  title: string,
  cells: readonly Column[],
  items: readonly ItemRow[],
): Promise<void> {
  makeRoom(document, 60)
  document.font('Helvetica-Bold').fontSize(12).text(title, margin).moveDown(0.3)
  row(document, cells, (column) => column.title)
  document.font('Helvetica')
  for (const [place, item] of items.entries()) {
    // Thousands of lines take seconds, and other requests are not to wait for all of them.
    if (place % rowsAtOnce === 0) await others()
    row(document, cells, (column) => printable(column.of(item)))
  }
  document.moveDown(1)
}

function row(
  document: PDFKit.PDFDocument,
  cells: readonly Column[],
  textOf: (column: Column) => string,
): void {
  document.fontSize(8)
  const heights = cells.map((column) =>
    document.heightOfString(textOf(column), { width: column.width - pad }),
  )
  const height = Math.max(...heights) + 2 * pad
  makeRoom(document, height)
  const top = document.y
  let left = margin
  for (const column of cells) {
    document.text(textOf(column), left, top + pad, { width: column.width - pad })
    left += column.width
  }
  document.moveTo(margin, top + height).lineTo(left, top + height)
  document.lineWidth(0.5).strokeColor('#bbbbbb').stroke()
  document.x = margin
  document.y = top + height
}

function signature(document: PDFKit.PDFDocument, { signed }: SignedReview): void {
  makeRoom(document, 60)
  document
    .font('Helvetica-Bold')
    .fontSize(10)
    .text(printable(`Signed by ${signed.by} (${signed.email}) on ${moment(signed.at)}`), margin)
    .font('Helvetica')
    .fontSize(8)
    .text(
      'The SHA-256 of this file stands in the audit log of the tenant, in the entry “reviews.signed”, and is signed by Sonaqor: the signature is downloaded beside the file, and verified as /docs/audit says.',
    )
}

function makeRoom(document: PDFKit.PDFDocument, height: number): void {
  if (document.y + height > document.page.height - margin) document.addPage()
}

/** What the fonts of every reader have; the e-mail beside a name says who it is where letters are lost. */
function printable(text: string): string {
  const plain = text.replaceAll(/[łŁđĐħĦıŧŦ]/g, (letter) => bare[letter] ?? '?')
  return [...plain].map((letter) => (isKnown(letter) ? letter : withoutMarks(letter))).join('')
}

const bare: Readonly<Record<string, string>> = {
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ħ: 'h',
  Ħ: 'H',
  ı: 'i',
  ŧ: 't',
  Ŧ: 'T',
}

const isKnown = (letter: string) => /^[\n\x20-\x7e\xa1-\xff…“”‘’–—€œŒšŠžŽŸ]$/.test(letter)

function withoutMarks(letter: string): string {
  const [first = ''] = letter.normalize('NFD')
  return isKnown(first) ? first : '?'
}
