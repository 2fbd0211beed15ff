import type { KeyOrder } from '@sonaqor/contract/keys'
import type { Text } from '@sonaqor/module/texts'
import { orderedBy, Select, useText, type Ordering } from '@sonaqor/ui'
import * as texts from '../texts/en.ts'
import { isOrder, orderOf } from './keys-filter.ts'

const titles: Readonly<Record<KeyOrder, Text>> = {
  issued: texts.newestFirst,
  label: texts.byLabel,
  used: texts.lastUsedFirst,
}

/** Heads of columns that ask for another order; each order goes one way. */
export const orderIn = (order: KeyOrder, onOrder: (by: KeyOrder) => void): Ordering => ({
  ...orderedBy(orderOf(order), ({ by }) => isOrder(by) && onOrder(by)),
  // Its place is in the bar, where it takes no line of its own.
  choice: () => null,
})

export interface OrderChoiceProps {
  readonly order: KeyOrder
  readonly onOrder: (by: KeyOrder) => void
}

/** In place of the heads, where rows are cards. */
export function OrderChoice({ order, onOrder }: OrderChoiceProps) {
  const say = useText()
  return (
    <div className="sq-keys-order">
      <Select
        aria-label={say(texts.order)}
        options={Object.entries(titles).map(([value, title]) => ({ value, label: say(title) }))}
        value={order}
        onChange={(value) => isOrder(value) && onOrder(value)}
      />
    </div>
  )
}
