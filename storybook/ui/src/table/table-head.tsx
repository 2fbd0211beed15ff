import type { ReactNode } from 'react'
import { adopt } from '../styles/adopt.ts'
import type { Column } from './column.ts'
import type { Ordering } from './ordered-by.tsx'
import sheet from './table.css'

// What has a head is a table, or the shape of one.
adopt(sheet)

export interface TableHeadProps<Row> {
  readonly columns: readonly Column<Row>[]
  readonly order?: Ordering | undefined
  /** What stands above the signs before each row, such as a box that chooses all. */
  readonly lead?: ReactNode
}

/** The titles of the columns; what can be sorted by one offers it there. */
export function TableHead<Row>({ columns, order, lead }: TableHeadProps<Row>) {
  return (
    <thead>
      <tr>
        {lead && (
          <th scope="col" className="sq-table-lead">
            {lead}
          </th>
        )}
        {columns.map((column) => (
          <th
            key={column.id}
            scope="col"
            data-column={column.id}
            data-align={column.align}
            data-aside={column.isAside}
            style={column.width === undefined ? undefined : { inlineSize: column.width }}
            aria-sort={order?.courseOf(column.sort)}
          >
            {column.unseenTitle ? (
              <span className="sq-unseen">{column.title}</span>
            ) : (
              order?.head(column.title, column.sort) || column.title
            )}
          </th>
        ))}
      </tr>
    </thead>
  )
}
