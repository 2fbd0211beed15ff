/** How a language writes lists and maps; what JSON knows is all that there is to write. */
export interface Notation {
  readonly list: readonly [open: string, close: string]
  readonly map: readonly [open: string, close: string]
  readonly entry: (name: string, value: string) => string
  readonly emptyMap: string
  readonly true: string
  readonly false: string
  readonly null: string
  readonly indent: string
}

/** A value of JSON as a literal of the language, one entry a line. */
export function literal(value: unknown, notation: Notation, depth = 0): string {
  if (value === null || value === undefined) return notation.null
  if (typeof value === 'boolean') return value ? notation.true : notation.false
  if (typeof value === 'string') return quoted(value)
  if (typeof value !== 'object') return String(value)
  const inner = (one: unknown) => literal(one, notation, depth + 1)
  if (Array.isArray(value)) return lines(value.map(inner), notation.list, notation, depth)
  const entries = Object.entries(value).map(([name, one]) => notation.entry(name, inner(one)))
  return entries.length === 0 ? notation.emptyMap : lines(entries, notation.map, notation, depth)
}

/** In single quotes, which mean the same to all languages that are written here. */
export const quoted = (text: string): string =>
  `'${text.replaceAll('\\', '\\\\').replaceAll("'", String.raw`\'`)}'`

function lines(
  entries: readonly string[],
  [open, close]: Notation['list'],
  { indent }: Notation,
  depth: number,
): string {
  if (entries.length === 0) return open + close
  const before = indent.repeat(depth + 1)
  return `${open}\n${entries.map((entry) => `${before}${entry},\n`).join('')}${indent.repeat(depth)}${close}`
}
