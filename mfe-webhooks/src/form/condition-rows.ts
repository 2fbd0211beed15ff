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

const integer = /^-?\d+$/

/**
 * Whatever JSON reads as a figure, true, false or null is that; anything else is a text, and so is a figure of
 * more digits than a number can hold.
 */
function scalarOf(text: string): Scalar {
  const trimmed = text.trim()
  const read = readIn(trimmed)
  if (typeof read !== 'number') return read === undefined ? trimmed : read
  return isWhole(read, trimmed) ? read : trimmed
}

const isWhole = (read: number, text: string) =>
  Number.isFinite(read) && (!integer.test(text) || Number.isSafeInteger(read))

/** A text, a figure, true, false or null as JSON has it; nothing where it is none of these. */
function readIn(text: string): Scalar | undefined {
  try {
    const read: unknown = JSON.parse(text)
    return typeof read === 'object' && read !== null ? undefined : (read as Scalar)
  } catch {
    return undefined
  }
}

/** What a field of one line cannot hold. */
// oxlint-disable-next-line no-control-regex -- these are the ones that it takes away
const lost = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/

const quoted = (text: string) => JSON.stringify(text)

/** A text that would be read as something else is told from that by its quotes. */
function writtenOf(value: Scalar): string {
  if (typeof value === 'string') {
    return scalarOf(value) === value && !lost.test(value) ? value : quoted(value)
  }
  // The digits of so large a number are not all its own.
  const isLarge =
    typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)
  return isLarge ? value.toExponential() : JSON.stringify(value)
}

/** Of several, one with a comma, or with a quote before it, stands in quotes too. */
const writtenAmong = (value: Scalar): string =>
  typeof value === 'string' && /^"|,/.test(value) ? quoted(value) : writtenOf(value)

/** Up to the next comma that stands in no quotes. */
const nextOne = /\s*("(?:[^"\\]|\\.)*"(?=\s*(?:,|$))|[^,]*)\s*(,|$)/y

function severalOf(text: string): Scalar[] {
  const found: Scalar[] = []
  for (nextOne.lastIndex = 0; ;) {
    const [, one = '', comma] = nextOne.exec(text) ?? []
    found.push(scalarOf(one))
    if (!comma) return found
  }
}

/** A text alone is meant, whatever it looks like; in quotes it is what stands between them. */
function textOf(text: string): string {
  const read = readIn(text)
  return typeof read === 'string' ? read : text
}

const writtenText = (text: string) =>
  textOf(text) === text && !lost.test(text) ? text : quoted(text)

/** A text, or a number where it is written as numbers are: a list may hold that. */
function partOf(text: string): string | number {
  const read = scalarOf(text)
  return typeof read === 'number' && writtenOf(read) === text.trim() ? read : textOf(text)
}

const writtenPart = (value: Scalar) =>
  typeof value === 'string' && partOf(value) === value ? writtenText(value) : writtenOf(value)

interface Manner {
  readonly write: (value: Scalar) => string
  readonly read: (text: string) => Scalar
}

const anything: Manner = { write: writtenOf, read: scalarOf }
const manners: { readonly [Operator in FilterOperator]?: Manner } = {
  'starts-with': {
    write: (value) => (typeof value === 'string' ? writtenText(value) : writtenOf(value)),
    read: textOf,
  },
  contains: { write: writtenPart, read: partOf },
}
const mannerOf = (operator: FilterOperator) => manners[operator] ?? anything

export function rowsOf(filter: readonly FilterCondition[]): readonly ConditionRow[] {
  return filter.map(({ path, operator, value }) => ({
    path,
    operator,
    value:
      value === undefined
        ? ''
        : Array.isArray(value)
          ? value.map(writtenAmong).join(', ')
          : mannerOf(operator).write(value),
  }))
}

export function conditionOf({ path, operator, value }: ConditionRow): FilterCondition {
  const place = { path: path.trim(), operator }
  if (!hasValue(place)) return place
  if (operator === 'is-one-of') return { ...place, value: severalOf(value) }
  return { ...place, value: mannerOf(operator).read(value) }
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

/** A condition on no place can hold of nothing. */
export const hasPlaces = (written: string): boolean =>
  readRows(written).every(({ path }) => path.trim() !== '')

export const conditionsIn = (written: string): readonly FilterCondition[] =>
  readRows(written).map(conditionOf)

/** Every place of an example, as a filter names it. */
export function pathsIn(value: unknown, before = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) return before ? [before] : []
  return Object.entries(value).flatMap(([name, inner]) =>
    pathsIn(inner, before ? `${before}.${name}` : name),
  )
}
