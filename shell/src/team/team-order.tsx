import type { TeamOrder } from '@sonaqor/contract/team'
import { orderedBy, Select, useText, type Ordering } from '@sonaqor/ui'
import type { Text } from '@sonaqor/ui/texts'
import { isOrder, orderOf } from './team-filter.ts'
import * as texts from './texts/en.ts'

const titles: Readonly<Record<TeamOrder, Text>> = {
  name: texts.byName,
  joined: texts.newestFirst,
  seen: texts.lastSeenFirst,
}

/** Heads of columns that ask for another order; each order goes one way. */
export const orderIn = (order: TeamOrder, onOrder: (by: TeamOrder) => void): Ordering => ({
  ...orderedBy(orderOf(order), ({ by }) => isOrder(by) && onOrder(by)),
  // Its place is in the bar, where it takes no line of its own.
  choice: () => null,
})

export interface OrderChoiceProps {
  readonly order: TeamOrder
  readonly onOrder: (by: TeamOrder) => void
}

/** In place of the heads, where rows are cards. */
export function OrderChoice({ order, onOrder }: OrderChoiceProps) {
  const say = useText()
  return (
    <div className="sq-team-order">
      <Select
        aria-label={say(texts.order)}
        options={Object.entries(titles).map(([value, title]) => ({ value, label: say(title) }))}
        value={order}
        onChange={(value) => isOrder(value) && onOrder(value)}
      />
    </div>
  )
}
