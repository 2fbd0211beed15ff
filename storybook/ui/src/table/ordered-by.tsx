import type { ReactNode } from 'react'
import { Select } from '../field/controls.tsx'
import { Icon } from '../icon/icon.tsx'
import { adopt } from '../styles/adopt.ts'
import * as texts from '../texts/en.ts'
import { useText } from '../texts/use-text.ts'
import type { Column } from './column.ts'
import sheet from './ordered-by.css'

adopt(sheet)

export interface Order {
  /** The `sort` of a column. */
  readonly by: string
  readonly descending: boolean
}

type Named = Pick<Column<never>, 'id' | 'title' | 'sort'>

/** What a table draws so that its order is seen and another can be asked for. */
export interface Ordering {
  readonly courseOf: (sort: string | undefined) => 'ascending' | 'descending' | undefined
  readonly head: (title: string, sort: string | undefined) => ReactNode
  readonly choice: (columns: readonly Named[]) => ReactNode
}

/**
 * Gives a table an order: heads of columns with a `sort` become buttons, and where rows are cards a
 * select takes their place. Whoever reads the rows puts them in order.
 */
export function orderedBy(order: Order, onOrder: (next: Order) => void): Ordering {
  const courseOf: Ordering['courseOf'] = (sort) => {
    if (sort === undefined || sort !== order.by) return undefined
    return order.descending ? 'descending' : 'ascending'
  }
  return {
    courseOf,
    head: (title, sort) =>
      sort !== undefined && (
        <button
          type="button"
          className="sq-order"
          data-course={courseOf(sort)}
          onClick={() => onOrder({ by: sort, descending: courseOf(sort) === 'ascending' })}
        >
          {title}
          <Icon name="up" />
        </button>
      ),
    choice: (columns) => <OrderChoice columns={columns} order={order} onOrder={onOrder} />,
  }
}

interface OrderChoiceProps {
  readonly columns: readonly Named[]
  readonly order: Order
  readonly onOrder: (next: Order) => void
}

function OrderChoice({ columns, order, onOrder }: OrderChoiceProps) {
  const say = useText()
  const options = columns.flatMap(({ title, sort }) =>
    sort === undefined
      ? []
      : [
          { value: sort, label: say(texts.ascending, { column: title }) },
          { value: `-${sort}`, label: say(texts.descending, { column: title }) },
        ],
  )
  return (
    <label className="sq-order-choice">
      {say(texts.sortBy)}
      <Select
        options={options}
        value={(order.descending ? '-' : '') + order.by}
        onChange={(value) =>
          onOrder({ by: value.replace(/^-/, ''), descending: value.startsWith('-') })
        }
      />
    </label>
  )
}
