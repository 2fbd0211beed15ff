/** Keys and apps by what people call them, for which a query says what names them. */
import { uuid } from '@sonaqor/contract/log-query'
import type { Key } from '@sonaqor/contract/keys'
import type { Names } from '../logs/entry/log-facts.tsx'
import { piecesOf, valuePattern } from './pieces-of.ts'
import { importedName } from './written.ts'

/** Each secret of a key that was rotated began otherwise, and it is asked for by all of them. */
export const askedWith = ({ id, prefix, rotatedAt }: Key) => (rotatedAt === null ? prefix : id)

type Field = 'key' | 'app'

/** What asks for each that is called so. */
export function calledSo(field: Field, name: string, names: Names): readonly string[] {
  const { apps, keys, imported } = names
  const isIt = (other: string) => other.toLowerCase() === name.trim().toLowerCase()
  if (field === 'app') return apps.filter((app) => isIt(app.name)).map(({ id }) => id)
  const ofNone = imported !== undefined && isIt(imported) ? [importedName] : []
  return [...keys.filter(({ label }) => isIt(label)).map(askedWith), ...ofNone]
}

interface Value {
  readonly field: Field
  readonly written: string
  readonly name: string
  readonly at: number
}

const byName = /^-?(key|app):/i

/** The values in a query that are no id and no beginning of a secret. */
function namesIn(query: string): readonly Value[] {
  return piecesOf(query).flatMap(({ text, at }) => {
    const [front, field] = byName.exec(text) ?? []
    if (!front || !field) return []
    return Array.from(text.slice(front.length).matchAll(valuePattern), (found) => ({
      field: field.toLowerCase() === 'key' ? ('key' as const) : ('app' as const),
      written: found[0],
      name: unquoted(found[0]),
      at: at + front.length + found.index,
    })).filter(({ name }) => !uuid.test(name) && !/^(?:sq_.*|imported)$/i.test(name))
  })
}

export const unquoted = (text: string) =>
  text.startsWith('"')
    ? text
        .slice(1)
        .replace(/"$/, '')
        .replaceAll(/\\(["\\])/g, '$1')
    : text

/** A name that one alone has becomes what asks for that one; all else stays as it is. */
export const withoutNames = (query: string, names: Names): string =>
  namesIn(query).reduceRight((rest, { field, written, name, at }) => {
    const [one, another] = calledSo(field, name, names)
    if (!one || another) return rest
    return rest.slice(0, at) + one + rest.slice(at + written.length)
  }, query)

/** The first name that nobody has, or more than one, as far as names may be known here. */
export function unclearName(query: string, names: Names) {
  return namesIn(query)
    .filter(({ field }) => (field === 'key' ? names.keys : names.apps).length > 0)
    .map(({ field, name, at }) => ({ field, name, at, count: calledSo(field, name, names).length }))
    .find(({ count }) => count !== 1)
}
