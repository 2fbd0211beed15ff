import type { KeyOrder } from '@sonaqor/contract/keys'
import type { Text } from '@sonaqor/module/texts'
import { orderedOneWay, OrderSelect, useText } from '@sonaqor/ui'
import * as texts from '../texts/en.ts'
import { isOrder, orderOf } from './keys-filter.ts'

const titles: Readonly<Record<KeyOrder, Text>> = {
  issued: texts.newestFirst,
  label: texts.byLabel,
  used: texts.lastUsedFirst,
}

/** Heads of columns that ask for another order; each order goes one way. */
export const orderIn = (order: KeyOrder, onOrder: (by: KeyOrder) => void) =>
  orderedOneWay(orderOf(order), (by) => isOrder(by) && onOrder(by))

export interface OrderChoiceProps {
  readonly order: KeyOrder
  readonly onOrder: (by: KeyOrder) => void
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
