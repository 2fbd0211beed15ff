/** The words of documents, in every language that people are written to in. */
import type { Locale } from '@sonaqor/contract/notification-kinds'
import { de } from './de.ts'
import { en } from './en.ts'

export interface PdfWords {
  readonly title: string
  readonly purpose: string
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
  readonly noFilter: string
  /** By their names in the filter. */
  readonly filters: Readonly<Record<string, string>>
  readonly embedSessions: string
  readonly makers: Readonly<Record<'member' | 'key' | 'embed' | 'other', string>>
  readonly manifestDetail: string
  readonly howToCheck: string
  readonly redacted: string
  readonly letters: string
  readonly page: (page: number, pages: number) => string
  readonly columns: Readonly<Record<string, string>>
}

export const pdfWords: Readonly<Record<Locale, PdfWords>> = { en, de }
