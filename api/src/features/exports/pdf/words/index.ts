/** The words of documents, in every language that people are written to in. */
import type { ExportName } from '@sonaqor/contract/exports'
import type { Locale } from '@sonaqor/contract/notification-kinds'
import { de } from './de.ts'
import { en } from './en.ts'

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
  readonly filters: Readonly<Record<string, string>>
  readonly embedSessions: string
  readonly makers: Readonly<Record<'member' | 'key' | 'embed' | 'other', string>>
  readonly manifestDetail: string
  readonly letters: string
  readonly page: (page: number, pages: number) => string
  readonly columns: Readonly<Record<string, string>>
}

export const pdfWords: Readonly<Record<Locale, PdfWords>> = { en, de }
