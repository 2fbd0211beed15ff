import { isRecord } from './about.ts'

/** One field of an entry, and what became of it. */
export interface Change {
  /** The names that lead to it, from the outside in. */
  readonly path: readonly string[]
  readonly kind: 'added' | 'removed' | 'changed' | 'reordered' | 'same'
  readonly before?: unknown
  readonly after?: unknown
}

/**
 * What is another between two records, field by field. Objects are gone into; of lists of plain values
 * it is told what was added and removed. What nobody recorded (`null` or `undefined` as a whole) has no
 * fields. Values are compared and shown as they were recorded: what was masked then is masked here.
 */
export function changesBetween(before: unknown, after: unknown): readonly Change[] {
  return compare([], before ?? undefined, after ?? undefined)
}

function compare(path: Change['path'], before: unknown, after: unknown): Change[] {
  if (before === undefined && after === undefined) return []
  if (holdsFields(before) || holdsFields(after)) {
    if (isOpen(before) && isOpen(after)) return compareFields(path, before, after)
  }
  if (isPlainList(before) && isPlainList(after)) return compareLists(path, before, after)
  if (before === undefined) return [{ path, kind: 'added', after }]
  if (after === undefined) return [{ path, kind: 'removed', before }]
  return [{ path, kind: isSame(before, after) ? 'same' : 'changed', before, after }]
}

/** Goes into what both sides have of it; the later one gives the order. */
function compareFields(path: Change['path'], before: unknown, after: unknown): Change[] {
  const [old, fresh] = [fieldsOf(before), fieldsOf(after)]
  const names = new Set([...Object.keys(fresh), ...Object.keys(old)])
  return [...names].flatMap((name) => compare([...path, name], old[name], fresh[name]))
}

function compareLists(path: Change['path'], before: readonly unknown[], after: readonly unknown[]) {
  const removed = lackedBy(after, before)
  const added = lackedBy(before, after)
  if (removed.length + added.length === 0) {
    const kind: Change['kind'] = isSame(before, after) ? 'same' : 'reordered'
    return [{ path, kind, before, after }]
  }
  const changes: Change[] = []
  if (removed.length > 0) changes.push({ path, kind: 'removed', before: removed })
  if (added.length > 0) changes.push({ path, kind: 'added', after: added })
  return changes
}

/** What of the one list is not in the other, each as often as it is. */
function lackedBy(list: readonly unknown[], of: readonly unknown[]): unknown[] {
  const held = [...list]
  return of.filter((value) => {
    const at = held.indexOf(value)
    if (at >= 0) held.splice(at, 1)
    return at < 0
  })
}

/** An object with something in it, or a list of such. */
function holdsFields(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0 && !isPlainList(value)
  return isRecord(value) && Object.keys(value).length > 0
}

/** What can be compared field by field: an object, a list, or nothing at all. */
const isOpen = (value: unknown) => value === undefined || Array.isArray(value) || isRecord(value)

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  if (Array.isArray(value)) return Object.fromEntries(value.map((one, at) => [String(at + 1), one]))
  return isRecord(value) ? value : {}
}

function isPlainList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.every((one) => typeof one !== 'object' || one === null)
}

/** Both were read from JSON, and what was recorded by one hand has one order of fields. */
const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
