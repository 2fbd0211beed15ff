/** What can be exported. A source reads its rows in an order that never changes, behind a cursor. */
import type { Scope as ScopeName } from '@sonaqor/contract/access'
import type { ExportName } from '@sonaqor/contract/exports'
import type { z } from 'zod'
import type { Scope } from '../../core/scope/index.ts'

export type Cell = string | number | null

export interface ExportSource<Filter = unknown, Row = unknown> {
  readonly name: ExportName
  /** What it takes to export it, and to download what was exported. */
  readonly scope: ScopeName
  readonly filter: z.ZodType<Filter>
  /** What stands above the cells in a table. */
  readonly columns: readonly string[]
  cells(row: Row): readonly Cell[]
  /** Where the rows end now, for what comes in later is left out, and how many they are, if that is known. */
  extent(
    scope: Scope,
    filter: Filter,
  ): Promise<{ readonly until: string; readonly rows: number | null }>
  /** Some rows, in order, behind the cursor of one of them or from the first; fewer than asked for are the last. */
  rowsAfter(scope: Scope, filter: Filter, span: Span): Promise<readonly Row[]>
  cursorOf(row: Row): string
}

export interface Span {
  readonly after: string | null
  readonly until: string
  readonly bound: number
}

/** Lets the filter and rows of a source be known where it is written. */
export function source<Filter, Row>(described: ExportSource<Filter, Row>): ExportSource {
  return described as ExportSource
}
