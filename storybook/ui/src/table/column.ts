import type { ReactNode } from 'react'

export interface Column<Row> {
  readonly id: string
  readonly title: string
  readonly cell: (row: Row) => ReactNode
  /** Figures stand at the end, so that their digits line up. */
  readonly align?: 'end'
  /**
   * Good to know where there is much room; elsewhere the table goes without it. A card may still have
   * a line for it.
   */
  readonly isAside?: boolean | 'but-in-cards'
  /** How wide it is (CSS), before its rows are there too; the columns without one share the rest. */
  readonly width?: string
  /** What a cell looks like before its row is there: a line of text unless said. */
  readonly bone?: 'badge' | 'lines'
  /** A column of acts needs no visible head; its buttons come with the pointer and the focus. */
  readonly unseenTitle?: boolean
  /** What rows are ordered by when its head is pressed, as whoever reads them calls it. */
  readonly sort?: string
}

/** The columns that are left when some are hidden. */
export function shownOf<Row>(
  columns: readonly Column<Row>[],
  hidden: ReadonlySet<string> | undefined,
): readonly Column<Row>[] {
  return hidden ? columns.filter(({ id }) => !hidden.has(id)) : columns
}
