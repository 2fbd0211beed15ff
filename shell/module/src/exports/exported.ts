import type { NewExport } from '@sonaqor/contract/exports'

/** A list as the API is asked for its file: of what, and narrowed by what. */
type RowsOf<Asked> = Asked extends { readonly of: unknown; filter?: unknown }
  ? Pick<Asked, 'of' | 'filter'>
  : never
export type ExportedRows = RowsOf<NewExport>

/** What the rows of a list are called, and what there is to know of their files. */
export interface ExportWords {
  /** "Export requests" */
  readonly title: string
  /** "Requests" */
  readonly rows: string
  /** "requests", behind a number. */
  readonly unit: string
  /** "1,234 requests" */
  readonly counted: (count: number) => string
  /** "Requests as CSV", by the format that the API calls it by. */
  readonly asFile: (format: string) => string
  readonly ndjsonDetail: string
  /** How long the file can be told to be the same. */
  readonly linesDetail: string
  /** What of a row is not in a file, or not any more. */
  readonly leftOut: string
}

/** What is in view, to be taken away. */
export interface Exported {
  readonly rows: ExportedRows
  /** What narrows it but its time, in the terms that it is narrowed by on the screen. */
  readonly narrowings: readonly (readonly [name: string, value: string])[]
  readonly words: ExportWords
}
