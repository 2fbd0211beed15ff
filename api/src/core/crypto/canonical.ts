/**
 * One text for one value (RFC 8785): keys in the order of their UTF-16 units, no spaces, numbers as
 * ECMAScript writes them. What has no JSON form is left out of objects and null in arrays.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'number' || typeof value === 'boolean') {
    return JSON.stringify(value)
  }
  if (typeof value === 'string') return JSON.stringify(storable(value))
  if (value instanceof Date) return JSON.stringify(value.toISOString())
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object') return 'null'
  const pairs = Object.entries(value)
    .filter(([, inner]) => inner !== undefined && typeof inner !== 'function')
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, inner]) => `${JSON.stringify(storable(key))}:${canonicalJson(inner)}`)
  return `{${pairs.join(',')}}`
}

/** PostgreSQL holds neither NUL nor half a surrogate pair; the hash must be over what is stored. */
function storable(text: string): string {
  const isStorable = text.isWellFormed() && !text.includes('\0')
  return isStorable ? text : text.replaceAll('\0', '\uFFFD').toWellFormed()
}
