/** JSON from a stranger: well-formed UTF-8, and nothing in it that a later stage could trip over. */
import { pointerTo, Problem, type FieldError } from '../../problems/index.ts'

const depthMax = 32
const utf8 = new TextDecoder('utf-8', { fatal: true })

/** Media types with a charset other than UTF-8 are refused by the pattern as well. */
const jsonType = /^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/i

export function requireJson(contentType: string | null, contentEncoding: string | null): void {
  if (!jsonType.test(contentType ?? '') || contentEncoding) {
    throw new Problem('unsupported-media-type', {
      detail: 'Send the body as application/json in UTF-8, without a content encoding.',
    })
  }
}

/** The rows of a batch are looked at by whoever takes them one by one, with `jsonFault`. */
export function parseJson(bytes: Buffer, { rows = false } = {}): unknown {
  const text = read(bytes, (given) => utf8.decode(given))
  const value = read(text, (given) => JSON.parse(given) as unknown)
  requireStorable(rows ? withoutRows(value) : value)
  if (!mayLoseNumbers.test(text)) return value
  const marked = read(text, parseMarking)
  requireStorable(rows ? withoutRows(marked) : marked)
  return marked
}

function read<Given extends Buffer | string, Read>(given: Given, by: (given: Given) => Read): Read {
  try {
    return by(given)
  } catch (cause) {
    throw new Problem('bad-request', {
      detail:
        given.length === 0 ? 'A JSON body is expected.' : `The body is not JSON: ${said(cause)}.`,
      cause,
    })
  }
}

function requireStorable(value: unknown): void {
  const fault = jsonFault(value)
  if (!fault) return
  throw new Problem('invalid', {
    detail: 'The body holds what cannot be stored.',
    errors: [fault],
  })
}

/**
 * Long or with an exponent, outside of a text or even in one: such a body is read once more, with each
 * number beside what was written. All others, nearly all that there are, are read once.
 */
const mayLoseNumbers = /(?:^|[[:,\s])-?(?:\d{16}|\d[\d.]*[eE])/

/** Stands where a number was written that would be read as another one. */
const lostNumber = Symbol('a number that is not kept as it was written')

const parseMarking = (text: string): unknown =>
  JSON.parse(text, (_, value: unknown, { source = '' }: { readonly source?: string } = {}) =>
    typeof value === 'number' && !isKept(value, source) ? lostNumber : value,
  )

/** A fraction is rounded and that is no news; the infinite, the vanished and the long integer are. */
function isKept(value: number, source: string): boolean {
  if (!Number.isFinite(value)) return false
  if (/^-?\d+$/.test(source)) return Number.isSafeInteger(value)
  return value !== 0 || !/^[^eE]*[1-9]/.test(source)
}

function withoutRows(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('items' in value)) return value
  return Array.isArray(value.items) ? { ...value, items: [] } : value
}

function said(cause: unknown): string {
  if (cause instanceof RangeError) return 'it is nested too deeply'
  // V8 quotes the input behind its first sentence; what was sent stays out of logs and answers.
  return cause instanceof SyntaxError ? (cause.message.split(',')[0] ?? '') : 'it is not UTF-8'
}

/** The first thing in a value that nobody could store, if there is one, by a pointer from the value. */
export function jsonFault(root: unknown): FieldError | null {
  const fault = faultIn(root, undefined, 0)
  return fault && { detail: fault.detail, pointer: pointerTo(fault.path.toReversed(), 'body') }
}

interface Fault {
  readonly detail: string
  /** From the inside out. It is told by whoever has one, and costs nobody else anything. */
  readonly path: PropertyKey[]
}

function faultIn(value: unknown, name: string | undefined, depth: number): Fault | null {
  const detail = faultOf(value, name, depth)
  if (detail) return { detail, path: [] }
  if (typeof value !== 'object' || value === null) return null
  for (const key of Object.keys(value)) {
    const fault = faultIn((value as Readonly<Record<string, unknown>>)[key], key, depth + 1)
    if (!fault) continue
    fault.path.push(key)
    return fault
  }
  return null
}

function faultOf(value: unknown, name: string | undefined, depth: number): string | null {
  if (depth > depthMax) return 'is nested too deeply'
  if (value === lostNumber) return 'is a number that cannot be kept exactly; send it as a text'
  if (name === '__proto__') return 'is not allowed as a name'
  return textFault(name) ?? textFault(value)
}

/** PostgreSQL stores neither NUL nor half of a surrogate pair. */
export function textFault(text: unknown): string | null {
  if (typeof text !== 'string') return null
  if (text.includes('\0')) return 'must not contain the character U+0000'
  return text.isWellFormed() ? null : 'must be well-formed Unicode'
}
