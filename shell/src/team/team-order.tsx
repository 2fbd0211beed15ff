import type { TeamOrder } from '@sonaqor/contract/team'
import { orderedOneWay, OrderSelect, useText } from '@sonaqor/ui'
import type { Text } from '@sonaqor/ui/texts'
import { isOrder, orderOf } from './team-filter.ts'
import * as texts from './texts/en.ts'

const titles: Readonly<Record<TeamOrder, Text>> = {
  name: texts.byName,
  joined: texts.newestFirst,
  seen: texts.lastSeenFirst,
}

/** Heads of columns that ask for another order; each order goes one way. */
export const orderIn = (order: TeamOrder, onOrder: (by: TeamOrder) => void) =>
  orderedOneWay(orderOf(order), (by) => isOrder(by) && onOrder(by))

export interface OrderChoiceProps {
  readonly order: TeamOrder
  readonly onOrder: (by: TeamOrder) => void
}

/** In place of the heads, where rows are cards. */
export function OrderChoice({ order, onOrder }: OrderChoiceProps) {
  const say = useText()
  const said = Object.entries(titles).map(([by, title]) => [by, say(title)])
  return (
    <OrderSelect
      label={say(texts.order)}
      titles={Object.fromEntries(said)}
      order={order}
      onOrder={(by) => isOrder(by) && onOrder(by)}
    />
  )
}
