import { useState, type KeyboardEvent } from 'react'
import { shownOf, type Column } from './column.ts'
import type { Ordering } from './ordered-by.tsx'
import { moveAmongRows } from './row-movement.ts'
import type { Selecting } from './selecting.tsx'
import { TableHead } from './table-head.tsx'
import { TableRow } from './table-row.tsx'

interface Rows<Row> {
  /** Read aloud before the rows. */
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
  /** The ids of columns that somebody does not want to see. */
  readonly hidden?: ReadonlySet<string> | undefined
  /** A row that no longer counts, such as a revoked one, steps back. */
  readonly isFaded?: (row: Row) => boolean
  /** The order of the rows, and how another is asked for: `orderedBy(order, setOrder)`. */
  readonly order?: Ordering | undefined
}

/** What rows that can be opened or chosen are called when they are. */
interface NamedRows<Row> {
  /** "POST /v1/customers, 201" */
  readonly nameOf: (row: Row) => string
  /** A press on a row, or Enter: leads to its drawer or its page. */
  readonly onOpen?: ((row: Row) => void) | undefined
  /** Hears the keys that are pressed on a row that can be opened, none of those on its controls. */
  readonly onRowKey?: ((row: Row, event: KeyboardEvent) => void) | undefined
  /** The row whose drawer is open. */
  readonly openKey?: string | undefined
  /** Which rows are chosen, and what may be done to them: `selecting({ … })`. */
  readonly selection?: Selecting | undefined
}

interface NamelessRows {
  readonly nameOf?: undefined
  readonly onOpen?: undefined
  readonly onRowKey?: undefined
  readonly openKey?: undefined
  readonly selection?: undefined
}

export type TableProps<Row> = Rows<Row> & (NamedRows<Row> | NamelessRows)

/**
 * Rows and columns; where there is no room for columns, each row becomes a card. What it can do
 * beyond that is handed in, so that a table that does not do it does not carry it either.
 */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, rows, keyOf, nameOf, hidden, isFaded, order, selection } = props
  const { onOpen, onRowKey, openKey } = props
  const [at, setAt] = useState<string>()
  const columns = shownOf(props.columns, hidden)
  const keys = rows.map(keyOf)
  // One row alone is a stop of the keyboard; arrows go on from there.
  const stop = [at, openKey].find((key) => key !== undefined && keys.includes(key)) ?? keys[0]

  return (
    // The keys are heard where they pass; what is pressed stands inside.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="sq-table-frame" onKeyDown={selection?.onKeyDown}>
      {order?.choice(columns)}
      <table className="sq-table">
        <caption className="sq-unseen">{caption}</caption>
        <TableHead columns={columns} order={order} lead={selection?.all(keys)} />
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- what is pressed stands in its rows */}
        <tbody onKeyDown={onOpen && moveAmongRows}>
          {rows.map((row, index) => {
            const key = keyOf(row)
            return (
              <TableRow
                key={key}
                row={row}
                columns={columns}
                faded={isFaded?.(row)}
                chosen={selection?.has(key)}
                choice={nameOf && selection?.one(key, nameOf(row))}
                opener={
                  onOpen &&
                  nameOf && {
                    name: nameOf(row),
                    current: key === openKey,
                    isStop: keys[index] === stop,
                    onArrive: () => setAt(key),
                    onOpen: () => onOpen(row),
                    onKey: onRowKey && ((event) => onRowKey(row, event)),
                  }
                }
              />
            )
          })}
        </tbody>
      </table>
      {selection?.bar()}
    </div>
  )
}
