/** What can be exported. A source reads its rows in an order that never changes, behind a cursor. */
import type { Scope as ScopeName } from '@sonaqor/contract/access'
import type { AuditAction } from '@sonaqor/contract/audit-actions'
import type { ExportFormat, ExportName } from '@sonaqor/contract/exports'
import type { z } from 'zod'
import { can } from '../../core/access/index.ts'
import type { Table } from '../../core/row-files/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import type { Sheet } from './pdf/sheet.ts'

export interface ExportSource<Filter = unknown, Row = unknown, Tally = unknown> extends Table<Row> {
  readonly name: ExportName
  /** What it takes to export it, and to download what was exported. */
  readonly scope: ScopeName
  /** What it takes to have a column, where that is more. */
  readonly needs?: Readonly<Record<string, ScopeName>>
  /** As reading its rows is called in the audit log, which counting them is as well. */
  readonly reading: AuditAction
  readonly filter: z.ZodType<Filter>
  /** As the filter is kept, where that is not as it was sent; one that cannot be read is refused. */
  settled?(filter: Filter, pointer: string): Filter
  /** Where the rows end now, for what comes in later is left out, and how many they are, if that is known. */
  extent(
    scope: Scope,
    filter: Filter,
  ): Promise<{ readonly until: string; readonly rows: number | null }>
  /** How many there would be, counted up to a bound; null where that is not soon known. */
  countUpTo(scope: Scope, filter: Filter, bound: number): Promise<number | null>
  /** As its rows stand in a document; without it there is none. */
  readonly sheet?: Sheet<Row>
  /** Some rows, in order, behind a cursor or from the first. */
  rowsAfter(scope: Scope, filter: Filter, span: Span): Promise<Lot<Row>>
  /** A last line of its own, for whoever has nothing but the file; without it there is none. */
  readonly closing?: Closing<Filter, Row, Tally>
}

/** Behind all rows: what they come to, counted while they are written, by one worker or by many. */
export interface Closing<Filter, Row, Tally> {
  /** It is kept as JSON from piece to piece. */
  readonly tally: z.ZodType<Tally>
  readonly nothing: Tally
  count(tally: Tally, row: Row): Tally
  line(scope: Scope, of: Closed<Filter, Tally>): string
}

interface Closed<Filter, Tally> {
  readonly format: ExportFormat
  readonly filter: Filter
  /** When it was asked for. */
  readonly at: Date
  readonly tally: Tally
  /** Of all bytes before the line, in hex. */
  readonly sha256: string
}

export interface Lot<Row> {
  /** There may be none although others follow, where looking for them would take too long at once. */
  readonly rows: readonly Row[]
  /** The cursor behind which it goes on; null where nothing follows. */
  readonly next: string | null
}

export interface Span {
  readonly after: string | null
  readonly until: string
  readonly bound: number
  /** Those that will be written of each row. */
  readonly columns: readonly string[]
}

/** The columns that somebody may have. */
export const columnsFor = ({ principal }: Scope, { columns, needs = {} }: ExportSource): string[] =>
  columns.filter((name) => {
    const needed = needs[name]
    return needed === undefined || can(principal, needed)
  })

/** What it takes to have these columns of a source, beside its own scope. */
export const takenBy = (
  { needs = {} }: Pick<ExportSource, 'needs'>,
  columns: readonly string[],
): ScopeName[] => [
  ...new Set(columns.map((name) => needs[name]).filter((needed) => needed !== undefined)),
]

/** A file has the columns that it was begun with: others came later, or are not for whoever asked for it. */
export function tableOf(made: ExportSource, columns: readonly string[]): Table<unknown> {
  // Most have all of them, and are spared the copy of each row.
  if (
    columns.length === made.columns.length &&
    columns.every((name, at) => name === made.columns[at])
  ) {
    return made
  }
  const places = columns.map((name) => made.columns.indexOf(name))
  return {
    columns,
    cells: (row) => {
      const cells = made.cells(row)
      return places.map((place) => cells[place] ?? null)
    },
  }
}

/** Lets the filter and rows of a source be known where it is written. */
export function source<Filter, Row, Tally>(
  described: ExportSource<Filter, Row, Tally>,
): ExportSource {
  return described as ExportSource
}
