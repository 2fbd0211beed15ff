/* Rows that come and go are placed by hand, which the elements of a table do not let be done. */
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import { useId, useMemo, useState, type KeyboardEvent, type ReactNode } from 'react'
import { adopt } from '../styles/adopt.ts'
import { useWindow } from './use-window.ts'
import sheet from './virtual-list.css'

adopt(sheet)

export interface VirtualColumn<Row> {
  readonly id: string
  readonly title: string
  readonly cell: (row: Row) => ReactNode
  /** As in a grid of CSS: `2fr`, `120px`. Where there is little room, cells stand below one another. */
  readonly width: string
  readonly align?: 'end'
}

export interface VirtualListProps<Row> {
  /** What the rows are, read before them: "Transactions". */
  readonly label: string
  /** How many there are: "1,200 transactions". */
  readonly counted: string
  readonly columns: readonly VirtualColumn<Row>[]
  /** Some hundred thousand at most, for a browser draws nothing higher than 30 million pixels. */
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
  /** Enter or a press on a row. */
  readonly onOpen?: (row: Row) => void
  /** How high a row is likely to be; the closer, the steadier the bar of scrolling. */
  readonly guessPx?: number
}

/**
 * Very many rows, of which only those in view are drawn. The list itself is the one stop of the
 * keyboard and points at a row, so that the focus never goes away with a row that is scrolled out.
 */
export function VirtualList<Row>(props: VirtualListProps<Row>) {
  const { label, counted, columns, rows, keyOf, onOpen, guessPx = 40 } = props
  const id = useId()
  const [at, setAt] = useState<string>()
  const keys = useMemo(() => rows.map(keyOf), [rows, keyOf])
  const { scroller, head, body, first, end, startPx, totalPx, look, pageOf, reveal } = useWindow({
    keys,
    guessPx,
  })
  const pointed = at === undefined ? -1 : keys.indexOf(at)

  const press = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return
    const row = rows[pointed]
    if (event.key === 'Enter' && row !== undefined) return onOpen?.(row)
    const to = turnTo(event.key, pointed, rows.length, pageOf())
    if (to === undefined) return
    event.preventDefault()
    setAt(keys[to])
    reveal(to)
  }
  const open = (row: Row) => {
    setAt(keyOf(row))
    onOpen?.(row)
  }

  const isPointedDrawn = pointed >= first && pointed < end
  return (
    <div className="sq-virtual">
      <div
        ref={scroller}
        className="sq-virtual-scroller"
        role="grid"
        aria-label={label}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length}
        aria-activedescendant={isPointedDrawn ? `${id}-${pointed}` : undefined}
        tabIndex={0}
        style={{ ['--sq-columns' as string]: columns.map(({ width }) => width).join(' ') }}
        onScroll={look}
        onKeyDown={press}
      >
        <div ref={head} className="sq-virtual-head" role="rowgroup">
          <div className="sq-virtual-row" role="row" aria-rowindex={1}>
            {columns.map((column) => (
              <span key={column.id} role="columnheader" data-align={column.align}>
                {column.title}
              </span>
            ))}
          </div>
        </div>
        <div className="sq-virtual-ground" role="presentation" style={{ blockSize: totalPx }}>
          <div
            ref={body}
            role="rowgroup"
            className="sq-virtual-body"
            style={{ translate: `0 ${startPx}px` }}
          >
            {rows.slice(first, end).map((row, offset) => (
              <VirtualRow
                key={keys[first + offset]}
                id={`${id}-${first + offset}`}
                index={first + offset}
                isPointed={first + offset === pointed}
                columns={columns}
                row={row}
                onPress={onOpen && (() => open(row))}
              />
            ))}
          </div>
        </div>
      </div>
      <output className="sq-virtual-count">{counted}</output>
    </div>
  )
}

interface VirtualRowProps<Row> {
  readonly id: string
  readonly index: number
  readonly isPointed: boolean
  readonly columns: readonly VirtualColumn<Row>[]
  readonly row: Row
  readonly onPress: (() => void) | undefined
}

function VirtualRow<Row>({ id, index, isPointed, columns, row, onPress }: VirtualRowProps<Row>) {
  return (
    // The keys are the list's, which keeps the focus.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={id}
      className="sq-virtual-row"
      role="row"
      aria-rowindex={index + 2}
      data-at={isPointed || undefined}
      data-opens={onPress && true}
      onClick={onPress}
    >
      {columns.map((column) => (
        <div key={column.id} role="gridcell" data-title={column.title} data-align={column.align}>
          <div>{column.cell(row)}</div>
        </div>
      ))}
    </div>
  )
}

function turnTo(key: string, at: number, count: number, page: number): number | undefined {
  if (count === 0) return undefined
  if (key === 'ArrowDown') return Math.min(at + 1, count - 1)
  if (key === 'ArrowUp') return Math.max(at - 1, 0)
  if (key === 'PageDown') return Math.min(Math.max(at, 0) + page, count - 1)
  if (key === 'PageUp') return Math.max(at - page, 0)
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  return undefined
}
