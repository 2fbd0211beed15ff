import type { ExportFormat } from '@sonaqor/contract/exports'
import { csvLine } from '../../core/csv/index.ts'
import type { ExportSource } from './export-source.ts'

interface Format {
  readonly contentType: string
  /** What stands above all rows. */
  top(source: ExportSource): string
  line(source: ExportSource, row: unknown): string
}

/** How rows become text, a line each. */
export const formats: Readonly<Record<ExportFormat, Format>> = {
  csv: {
    contentType: 'text/csv; charset=utf-8',
    top: ({ columns }) => csvLine(columns),
    line: (source, row) => csvLine(source.cells(row)),
  },
  jsonl: {
    contentType: 'application/jsonl; charset=utf-8',
    top: () => '',
    line: (_, row) => `${JSON.stringify(row)}\n`,
  },
}
