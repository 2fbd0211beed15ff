import type { FilterCondition } from '@sonaqor/contract/webhook-endpoints'
import type { FilterOperator } from '@sonaqor/contract/webhook-bounds'
import type { Say, Text } from '@sonaqor/module/texts'
import * as texts from '../texts/en.ts'
import { rowsOf } from './condition-rows.ts'

export const operatorTitles: Readonly<Record<FilterOperator, Text>> = {
  is: texts.operatorIs,
  'is-not': texts.operatorIsNot,
  'is-one-of': texts.operatorIsOneOf,
  'starts-with': texts.operatorStartsWith,
  contains: texts.operatorContains,
  above: texts.operatorAbove,
  below: texts.operatorBelow,
  exists: texts.operatorExists,
  'is-missing': texts.operatorIsMissing,
}

/** A condition as one reads it: "data.state is active". */
export function inWords(condition: FilterCondition, say: Say): string {
  const [row] = rowsOf([condition])
  const operator = say(operatorTitles[condition.operator])
  return say(texts.conditionInWords, {
    path: condition.path,
    operator,
    value: row?.value ?? '',
  }).trim()
}
