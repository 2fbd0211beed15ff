/** What was probably meant by a query that found nothing. */
import { logMethods, readLogQuery } from '@sonaqor/contract/log-query'
import type { Names } from '../logs/entry/log-facts.tsx'
import { calledSo } from './named.ts'
import { networkOf } from './pasted.ts'
import { termOf } from './pieces.ts'
import { piecesOf } from './pieces-of.ts'
import { importedName } from './written.ts'

export interface Meant {
  readonly kind: 'path' | 'exact' | 'line' | 'status' | 'network' | 'key' | 'app' | 'imported'
  readonly name: string
  /** Of a line. */
  readonly method?: string
  readonly q: string
}

/** One for each piece that may mean something else than it says, and for a name of several words. */
export function meantBy(query: string, names: Names): readonly Meant[] {
  const line = lineIn(query)
  if (line) return [line]
  const pieces = piecesOf(query)
  const isWords = pieces.length > 1 && pieces.every(({ text }) => textIn(text) !== undefined)
  const wholes = isWords ? namedBy(query.trim(), names) : []
  const parts = pieces.flatMap(({ text, at }) =>
    [
      ...(beforeQuery(text) ?? containing(text)),
      ...countedAs(textIn(text)),
      ...namedBy(textIn(text), names),
    ].map(({ kind, name, q }) => ({
      kind,
      name,
      q: query.slice(0, at) + q + query.slice(at + text.length),
    })),
  )
  return [...wholes, ...parts]
}

/** A word stands anywhere in the path, and is perhaps what a key or an app is called. */
const textIn = (piece: string) => valueOf(piece, 'text')?.text

const requestLine = new RegExp(
  String.raw`^\s*"?(${logMethods.join('|')})\s+([^\s"]+)(?:\s+HTTP/[\d.]+)?"?\s*$`,
  'i',
)

/** A request as a row of the list or an access log writes it: its method in front of its path. */
function lineIn(query: string): Meant | undefined {
  const [, written = '', target = ''] = requestLine.exec(query) ?? []
  const [name] = (valueOf(target, 'path') ?? valueOf(target, 'text'))?.text.split('?') ?? []
  if (!name?.startsWith('/')) return undefined
  const method = written.toUpperCase()
  return { kind: 'line', name, method, q: `method:${method} path:${quotedIn(name)}` }
}

/** A number may be a status, and numbers between dots are how an address begins. */
function countedAs(word = ''): readonly Meant[] {
  if (/^[1-5](?:\d\d|xx)$/i.test(word)) {
    const name = word.toLowerCase()
    return [{ kind: 'status', name, q: `status:${name}` }]
  }
  const name = word.includes('.') && networkOf(word)
  if (!name || readLogQuery(`ip:${name}`).fault) return []
  return [{ kind: 'network', name, q: `ip:${name}` }]
}

function namedBy(name: string | undefined, names: Names): readonly Meant[] {
  if (!name) return []
  return (['key', 'app'] as const).flatMap((kind) => {
    const values = calledSo(kind, name, names)
    const isImported = values.every((value) => value === importedName)
    return values.length > 0
      ? [{ kind: isImported ? 'imported' : kind, name, q: `${kind}:${values.join(',')}` }]
      : []
  })
}

/** A line that was pasted as it was asked for: what stands behind the path is not searched. */
function beforeQuery(piece: string): readonly Meant[] | undefined {
  const [name] = (valueOf(piece, 'path') ?? valueOf(piece, 'text'))?.text.split('?') ?? []
  if (!name || !piece.includes('?')) return undefined
  return name.startsWith('/')
    ? [{ kind: 'exact', name, q: `path:${quotedIn(name)}` }]
    : [{ kind: 'path', name, q: `path:*${quotedIn(name)}*` }]
}

/** A path that is asked for whole, by its beginning or by its end may hold it elsewhere. */
function containing(piece: string): readonly Meant[] {
  const value = valueOf(piece, 'path')
  if (!value || value.kind === 'contains') return []
  const { text: name } = value
  return [{ kind: 'path', name, q: `path:*${quotedIn(name)}*` }]
}

const quotedIn = (name: string) =>
  /[\s",*]/.test(name) ? `"${name.replaceAll(/["\\]/g, String.raw`\$&`)}"` : name

function valueOf(piece: string, field: 'text' | 'path') {
  const [term] = readLogQuery(termOf(piece)).terms ?? []
  const [match, another] = term?.anyOf ?? []
  const isOne = term?.field === field && !term.isNot && !another
  return isOne && match?.kind !== 'span' ? match : undefined
}
