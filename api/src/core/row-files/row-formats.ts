/** Rows as a file: a line each, in one way for whoever writes such a file, at once or piece by piece. */
import type { ExportFormat } from '@sonaqor/contract/exports'
import { csvLine } from '../csv/index.ts'

export type Cell = string | number | null

/** A kind of row: the names of its columns, and its cells in their order. */
export interface Table<Row> {
  readonly columns: readonly string[]
  cells(row: Row): readonly Cell[]
}

export interface RowFormat {
  readonly contentType: string
  /** What stands above all rows. */
  top(columns: readonly string[]): string
  line<Row>(table: Table<Row>, row: Row): string
  /** What the file says of itself, behind all rows: a line that cannot be taken for one of them. */
  closing(manifest: object): string
}

export const rowFormats: Readonly<Record<ExportFormat, RowFormat>> = {
  csv: {
    contentType: 'text/csv; charset=utf-8',
    top: (columns) => csvLine(columns),
    line: (table, row) => csvLine(table.cells(row)),
    closing: (manifest) => csvLine([`# ${JSON.stringify(manifest)}`]),
  },
  jsonl: {
    contentType: 'application/jsonl; charset=utf-8',
    top: () => '',
    line: (_, row) => `${JSON.stringify(row)}\n`,
    closing: (manifest) => `${JSON.stringify({ manifest })}\n`,
  },
}
