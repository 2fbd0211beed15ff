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
  let text = ''
  // Sorted without a comparison of ours, texts are in the order of their units.
  for (const key of Object.keys(value).toSorted()) {
    const inner = (value as Readonly<Record<string, unknown>>)[key]
    if (inner === undefined || typeof inner === 'function') continue
    text += `${text === '' ? '' : ','}${nameOf(key)}:${canonicalJson(inner)}`
  }
  return `{${text}}`
}

/** Names come again and again; a stranger's, who may make up any, are no reason to keep more of them. */
const names = new Map<string, string>()
const namesMax = 500

function nameOf(key: string): string {
  const known = names.get(key)
  if (known !== undefined) return known
  const name = JSON.stringify(storable(key))
  if (names.size < namesMax && key.length < 40) names.set(key, name)
  return name
}

/** PostgreSQL holds neither NUL nor half a surrogate pair; the hash must be over what is stored. */
function storable(text: string): string {
  const isStorable = text.isWellFormed() && !text.includes('\0')
  return isStorable ? text : text.replaceAll('\0', '\uFFFD').toWellFormed()
}
