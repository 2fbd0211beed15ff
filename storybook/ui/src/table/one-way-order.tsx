import { Select } from '../field/controls.tsx'
import { adopt } from '../styles/adopt.ts'
import sheet from './one-way-order.css'
import { orderedBy, type Order, type Ordering } from './ordered-by.tsx'

adopt(sheet)

/** As `orderedBy`, for orders that go one way each; the choice has a place of its own in the bar. */
export const orderedOneWay = (order: Order, onOrder: (by: string) => void): Ordering => ({
  ...orderedBy(order, ({ by }) => onOrder(by)),
  choice: () => null,
})

export interface OrderSelectProps {
  /** "Order" */
  readonly label: string
  /** What each order is called, by the `sort` of its column. */
  readonly titles: Readonly<Record<string, string>>
  readonly order: string
  readonly onOrder: (by: string) => void
}

/** In place of the heads, where rows are cards. */
export function OrderSelect({ label, titles, order, onOrder }: OrderSelectProps) {
  return (
    <div className="sq-order-select">
      <Select
        aria-label={label}
        options={Object.entries(titles).map(([value, title]) => ({ value, label: title }))}
        value={order}
        onChange={onOrder}
      />
    </div>
  )
}
