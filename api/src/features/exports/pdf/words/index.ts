/** The words of documents, in every language that people are written to in. */
import type { exportFilters, ExportName } from '@sonaqor/contract/exports'
import type { Locale } from '@sonaqor/contract/notification-kinds'
import type { z } from 'zod'
import type { ColumnName } from '../sheet.ts'
import { de } from './de.ts'
import { en } from './en.ts'

type NamesIn<Filter> = Filter extends unknown ? keyof Filter : never
/** What any of them can be narrowed by, but for its span, which is told in a line of its own. */
type FilterName = Exclude<NamesIn<z.output<(typeof exportFilters)[ExportName]>>, 'from' | 'to'>

/** What differs by what is exported. */
interface WordsOf {
  readonly title: string
  readonly purpose: string
  readonly noFilter: string
  readonly howToCheck: string
  /** What is not in it, or no more. */
  readonly leftOut: string
}

export interface PdfWords {
  readonly of: Readonly<Record<ExportName, WordsOf>>
  readonly facts: {
    readonly tenant: string
    readonly askedBy: string
    readonly askedAt: string
    readonly madeAt: string
    readonly span: string
    readonly filter: string
    readonly rows: string
    readonly linesSha256: string
    readonly manifest: string
  }
  /** Of a span that is open at one end or at both. */
  readonly from: (moment: string) => string
  readonly until: (moment: string) => string
  readonly everything: (moment: string) => string
  /** By their names in the filter. */
  readonly filters: Readonly<Record<FilterName, string>>
  readonly embedSessions: string
  readonly makers: Readonly<Record<'member' | 'key' | 'embed' | 'other', string>>
  readonly manifestDetail: string
  readonly letters: string
  readonly page: (page: number, pages: number) => string
  readonly columns: Readonly<Record<ColumnName, string>>
}

export const pdfWords: Readonly<Record<Locale, PdfWords>> = { en, de }
