import { Fragment, useId, type ReactNode } from 'react'
import { Icon } from '../icon/icon.tsx'
import { adopt } from '../styles/adopt.ts'
import sheet from './table.css'

adopt(sheet)

export interface Column<Row> {
  readonly id: string
  readonly title: string
  readonly cell: (row: Row) => ReactNode
  /** Figures stand at the end, so that their digits line up. */
  readonly align?: 'end'
  /** Good to know where there is much room; elsewhere the table goes without it. */
  readonly isAside?: boolean
  /** A column of buttons needs no visible head. */
  readonly unseenTitle?: boolean
}

/** Rows that open in place to show more of themselves. */
export interface Disclosure<Row> {
  readonly openKey: string | undefined
  readonly onToggle: (key: string) => void
  /** What the row is called when it is opened: "POST /v1/customers, 201". */
  readonly name: (row: Row) => string
  readonly detail: (row: Row) => ReactNode
}

export interface TableProps<Row> {
  /** Read aloud before the rows. */
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
  /** A row that no longer counts, such as a revoked one, steps back. */
  readonly isFaded?: (row: Row) => boolean
  readonly disclosure?: Disclosure<Row>
}

/** Rows and columns; where there is no room for columns, each row becomes a card. */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, columns, rows, keyOf, disclosure } = props
  return (
    <table className="sq-table">
      <caption className="sq-unseen">{caption}</caption>
      <thead>
        <tr>
          {disclosure && <Head title="Details" unseen />}
          {columns.map(({ id, title, unseenTitle, align, isAside }) => (
            <Head key={id} title={title} unseen={unseenTitle} align={align} isAside={isAside} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <TableRow key={keyOf(row)} {...props} row={row} />
        ))}
      </tbody>
    </table>
  )
}

interface HeadProps {
  readonly title: string
  readonly unseen?: boolean | undefined
  readonly align?: 'end' | undefined
  readonly isAside?: boolean | undefined
}

function Head({ title, unseen = false, align, isAside }: HeadProps) {
  return (
    <th scope="col" data-align={align} data-aside={isAside}>
      {unseen ? <span className="sq-unseen">{title}</span> : title}
    </th>
  )
}

interface TableRowProps<Row> extends TableProps<Row> {
  readonly row: Row
}

function TableRow<Row>({ row, columns, keyOf, isFaded, disclosure }: TableRowProps<Row>) {
  const detailId = useId()
  const open = disclosure?.openKey === keyOf(row)
  return (
    <Fragment>
      <tr data-faded={isFaded?.(row) || undefined} data-opens={disclosure && true}>
        {disclosure && (
          <td className="sq-table-opener">
            <button
              type="button"
              className="sq-table-open"
              aria-expanded={open}
              aria-controls={open ? detailId : undefined}
              aria-label={disclosure.name(row)}
              onClick={() => disclosure.onToggle(keyOf(row))}
            >
              <Icon name="chevron" />
            </button>
          </td>
        )}
        {columns.map((column) => (
          <td
            key={column.id}
            data-title={column.unseenTitle ? undefined : column.title}
            data-align={column.align}
            data-aside={column.isAside}
          >
            <div>{column.cell(row)}</div>
          </td>
        ))}
      </tr>
      {disclosure && open && (
        <tr className="sq-table-detail" id={detailId}>
          <td colSpan={columns.length + 1}>{disclosure.detail(row)}</td>
        </tr>
      )}
    </Fragment>
  )
}
