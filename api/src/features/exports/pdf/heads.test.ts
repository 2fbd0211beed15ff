import { expect, test } from '@jest/globals'
import Pdf from 'pdfkit'
import { auditSource } from '../audit-source.ts'
import { deliverySource } from '../delivery-source.ts'
import { logSource } from '../log-source.ts'
import { headFont, headSize, roomOf } from './evidence-pdf.ts'
import { pdfWords } from './words/index.ts'

test.each(['en', 'de'] as const)(
  'LG-6: each column has room for its head in one line: %s',
  (locale) => {
    const document = new Pdf().font(headFont).fontSize(headSize)
    const { columns: heads } = pdfWords[locale]
    const columns = [auditSource, logSource, deliverySource].flatMap(
      ({ sheet }) => sheet?.columns ?? [],
    )
    expect(columns.length).toBeGreaterThan(0)
    const tooNarrow = columns.filter(
      (column) => document.widthOfString(heads[column.name]) > roomOf(column),
    )
    expect(tooNarrow.map(({ name }) => name)).toEqual([])
  },
)
