import { Bone } from '../states/bone.tsx'
import { adopt } from '../styles/adopt.ts'
import * as texts from '../texts/en.ts'
import { useText } from '../texts/use-text.ts'
import { shownOf, type Column } from './column.ts'
import { TableHead } from './table-head.tsx'
import sheet from './table-skeleton.css'

adopt(sheet)

export interface TableSkeletonProps<Row> {
  readonly columns: readonly Column<Row>[]
  readonly hidden?: ReadonlySet<string> | undefined
  /** About as many as are likely to come. */
  readonly rows?: number
  /** There will be a box before each row. */
  readonly selectable?: boolean
}

/** A table's shape before its rows are there: its columns and head, or cards where it has cards. */
export function TableSkeleton<Row>(props: TableSkeletonProps<Row>) {
  const say = useText()
  const { rows = 6, selectable = false } = props
  const columns = shownOf(props.columns, props.hidden)
  return (
    <div className="sq-table-frame">
      <output className="sq-unseen">{say(texts.loading)}</output>
      <table className="sq-table" aria-hidden="true">
        <TableHead columns={columns} lead={selectable && ' '} />
        <tbody>
          {Array.from({ length: rows }, (_, row) => (
            <tr key={row}>
              {selectable && <td className="sq-table-lead">{null}</td>}
              {columns.map((column, at) => (
                <td
                  key={column.id}
                  data-title={column.unseenTitle ? undefined : column.title}
                  data-acts={column.unseenTitle}
                  data-align={column.align}
                  data-aside={column.isAside}
                >
                  <CellToCome of={column} seed={row + at * 2} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface CellToComeProps<Row> {
  readonly of: Column<Row>
  readonly seed: number
}

/** As high as the cell will be, so that nothing below moves when it comes. */
function CellToCome<Row>({ of: { bone, unseenTitle }, seed }: CellToComeProps<Row>) {
  return (
    <div className="sq-bones" data-shape={unseenTitle ? 'acts' : bone}>
      {!unseenTitle && <Bone seed={seed} />}
      {bone === 'lines' && <Bone seed={seed + 1} />}
    </div>
  )
}
