/** What has to hold of a payload, or its event is not delivered to an endpoint. */
import type { EndpointFilter, FilterCondition } from '@sonaqor/contract/webhook-endpoints'
import type { FilterOperator } from '@sonaqor/contract/webhook-bounds'

export interface Judged {
  readonly holds: boolean
  /** What stands at the place of the condition; undefined where there is no such place. */
  readonly found: unknown
}

/** Each condition, in their order. */
export function conditionsOf(filter: EndpointFilter, payload: object): Judged[] {
  return filter.map(({ path, operator, value }) => {
    const found = at(payload, path)
    return { holds: rules[operator](found, value), found }
  })
}

export const passes = (filter: EndpointFilter, payload: object): boolean =>
  conditionsOf(filter, payload).every(({ holds }) => holds)

type Rule = (found: unknown, value: FilterCondition['value']) => boolean

/** `is-not` and `is-missing` are the opposites of `is` and `exists`, and so hold of what is not there. */
const rules: Record<FilterOperator, Rule> = {
  is: isSame,
  'is-not': (found, value) => !isSame(found, value),
  'is-one-of': (found, value) => Array.isArray(value) && value.some((one) => isSame(found, one)),
  'starts-with': (found, value) =>
    typeof found === 'string' && typeof value === 'string' && found.startsWith(value),
  contains: (found, value) =>
    Array.isArray(found)
      ? found.some((one) => isSame(one, value))
      : typeof found === 'string' && isPart(value) && found.includes(String(value)),
  above: (found, value) => numberOf(found) > numberOf(value),
  below: (found, value) => numberOf(found) < numberOf(value),
  exists: (found) => found !== undefined,
  'is-missing': (found) => found === undefined,
}

const isPart = (value: FilterCondition['value']) =>
  typeof value === 'string' || typeof value === 'number'

function isSame(found: unknown, value: FilterCondition['value']): boolean {
  return typeof value === 'number' ? numberOf(found) === value : found === value
}

const decimal = /^-?\d+(?:\.\d+)?$/

/** Amounts are decimal strings on the wire. What is no number is NaN, with which no comparison holds. */
function numberOf(value: unknown): number {
  if (typeof value === 'number') return value
  return typeof value === 'string' && decimal.test(value) ? Number(value) : NaN
}

/** What stands at a place, by own names alone: a payload has no prototypes, and no array a `length`. */
function at(payload: unknown, path: string): unknown {
  let found = payload
  for (const name of path.split('.')) {
    if (typeof found !== 'object' || found === null) return undefined
    if (Array.isArray(found) ? !/^\d+$/.test(name) : !Object.hasOwn(found, name)) return undefined
    found = (found as Record<string, unknown>)[name]
  }
  return found
}
