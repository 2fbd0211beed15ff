import type { FilterCondition } from '@sonaqor/contract/webhook-endpoints'
import { filterOperators, type FilterOperator } from '@sonaqor/contract/webhook-bounds'

/** A condition as it is written: a list has commas between its values. */
export interface ConditionRow {
  readonly path: string
  readonly operator: FilterOperator
  readonly value: string
}

export const emptyRow: ConditionRow = { path: '', operator: 'is', value: '' }

const without: ReadonlySet<FilterOperator> = new Set(['exists', 'is-missing'])
export const hasValue = ({ operator }: Pick<ConditionRow, 'operator'>) => !without.has(operator)

type Scalar = string | number | boolean | null

/** Whatever JSON reads as a figure, true, false or null is that; anything else is a text. */
function scalarOf(text: string): Scalar {
  const trimmed = text.trim()
  try {
    const read: unknown = JSON.parse(trimmed)
    if (read === null || ['string', 'number', 'boolean'].includes(typeof read))
      return read as Scalar
  } catch {
    // It is a text, then.
  }
  return trimmed
}

/** A text that JSON would read as something else is told from that by its quotes. */
const writtenOf = (value: Scalar): string =>
  typeof value === 'string' && scalarOf(value) === value ? value : JSON.stringify(value)

export function rowsOf(filter: readonly FilterCondition[]): readonly ConditionRow[] {
  return filter.map(({ path, operator, value }) => ({
    path,
    operator,
    value:
      value === undefined
        ? ''
        : Array.isArray(value)
          ? value.map(writtenOf).join(', ')
          : writtenOf(value),
  }))
}

export function conditionOf({ path, operator, value }: ConditionRow): FilterCondition {
  const place = { path: path.trim(), operator }
  if (!hasValue(place)) return place
  if (operator === 'is-one-of') return { ...place, value: value.split(',').map(scalarOf) }
  return { ...place, value: scalarOf(value) }
}

export const writeRows = (rows: readonly ConditionRow[]): string => JSON.stringify(rows)

/** A draft may be of an older release. */
export function readRows(written: string): readonly ConditionRow[] {
  try {
    const read: unknown = JSON.parse(written)
    return Array.isArray(read) ? read.filter(isRow) : []
  } catch {
    return []
  }
}

const isRow = (row: Partial<ConditionRow> | null): row is ConditionRow =>
  typeof row?.path === 'string' &&
  typeof row.value === 'string' &&
  filterOperators.some((operator) => operator === row.operator)

export const conditionsIn = (written: string): readonly FilterCondition[] =>
  readRows(written).map(conditionOf)

/** Every place of an example, as a filter names it. */
export function pathsIn(value: unknown, before = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) return before ? [before] : []
  return Object.entries(value).flatMap(([name, inner]) =>
    pathsIn(inner, before ? `${before}.${name}` : name),
  )
}
