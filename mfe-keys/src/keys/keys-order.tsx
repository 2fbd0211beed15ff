import type { KeyOrder } from '@sonaqor/contract/keys'
import type { Say, Text } from '@sonaqor/module/texts'
import { orderedBy, Select, type Ordering } from '@sonaqor/ui'
import * as texts from '../texts/en.ts'
import { isOrder, orderOf } from './keys-filter.ts'

const titles: Readonly<Record<KeyOrder, Text>> = {
  issued: texts.newestFirst,
  label: texts.byLabel,
  used: texts.lastUsedFirst,
}

/** The orders that there are; each goes one way, so that a select names them in place of both ways. */
export function orderIn(say: Say, order: KeyOrder, onOrder: (by: KeyOrder) => void): Ordering {
  return {
    ...orderedBy(orderOf(order), ({ by }) => isOrder(by) && onOrder(by)),
    choice: () => (
      <div className="sq-order-choice">
        <Select
          aria-label={say(texts.order)}
          options={Object.entries(titles).map(([value, title]) => ({ value, label: say(title) }))}
          value={order}
          onChange={(value) => isOrder(value) && onOrder(value)}
        />
      </div>
    ),
  }
}
