import { useLayoutEffect, useRef, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react'
import type { Column } from './column.ts'

export interface TableRowProps<Row> {
  readonly row: Row
  readonly columns: readonly Column<Row>[]
  readonly faded: boolean | undefined
  readonly chosen: boolean | undefined
  /** The box that chooses the row. */
  readonly choice: ReactNode
  readonly opener: Opener | undefined
}

interface Opener {
  readonly name: string
  readonly current: boolean
  readonly isStop: boolean
  readonly onArrive: () => void
  readonly onOpen: () => void
  readonly onKey: ((event: KeyboardEvent) => void) | undefined
}

/** One row, a cell for each column; the whole of it opens what it stands for, where that can be opened. */
export function TableRow<Row>(props: TableRowProps<Row>) {
  const { row, columns, faded, chosen, choice, opener } = props
  const place = useActsOf(opener)
  return (
    // Its first cell holds the button for those who come by keyboard or by ear.
    <tr
      ref={place}
      data-faded={faded || undefined}
      data-chosen={chosen || undefined}
      data-current={opener?.current || undefined}
      data-opens={opener && true}
      onFocus={opener?.onArrive}
      onClick={opener && ((event) => isMeantForRow(event) && opener.onOpen())}
    >
      {choice && <td className="sq-table-lead">{choice}</td>}
      {columns.map((column, index) => (
        <td
          key={column.id}
          data-column={column.id}
          data-title={column.unseenTitle ? undefined : column.title}
          data-acts={column.unseenTitle}
          data-align={column.align}
          data-aside={column.isAside}
        >
          {index === 0 && opener && <OpenerButton {...opener} />}
          <div>{column.cell(row)}</div>
        </td>
      ))}
    </tr>
  )
}

/**
 * The acts of a row come after it, where the keyboard has stopped at it; those of all others are passed
 * by, or a list of fifty rows would be a hundred stops. Returns a reference to the row.
 */
function useActsOf(opener: Opener | undefined) {
  const place = useRef<HTMLTableRowElement>(null)
  // After each drawing, for a menu may have come only now.
  useLayoutEffect(() => {
    if (!opener) return
    for (const act of place.current?.querySelectorAll<HTMLElement>(acts) ?? []) {
      act.tabIndex = opener.isStop ? 0 : -1
    }
  })
  return place
}

/** What hangs on an act, such as an open menu, has stops of its own. */
const acts = 'td[data-acts] :is(a[href], button):not([popover] *)'

/** It lies over the whole row and is seen by its outline alone; the press itself is the row's. */
function OpenerButton({ name, current, isStop, onKey }: Opener) {
  return (
    <button
      type="button"
      className="sq-table-opener"
      aria-label={name}
      aria-current={current || undefined}
      tabIndex={isStop ? 0 : -1}
      onKeyDown={onKey}
    />
  )
}

const ownControls =
  'a, button:not(.sq-table-opener), input, select, label, summary, dialog, [popover]'

/** A press on one of its own controls is theirs, and who marks some words wants to copy them. */
function isMeantForRow({ target, detail }: MouseEvent): boolean {
  if (!(target instanceof Element) || target.closest(ownControls)) return false
  const isByPointer = detail > 0
  return !(isByPointer && hasMarkedWords(target))
}

/** In some browsers a shadow root has a selection of its own; elsewhere the page's tells of it, too. */
function hasMarkedWords(place: Element): boolean {
  const root: Node & { getSelection?: () => Selection | null } = place.getRootNode()
  return (root.getSelection?.() ?? getSelection())?.type === 'Range'
}
