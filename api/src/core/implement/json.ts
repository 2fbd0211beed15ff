/** JSON from a stranger: well-formed UTF-8, and nothing in it that a later stage could trip over. */
import { Problem, type FieldError } from '../problems/index.ts'
import { pointerTo } from '../problems/field-errors.ts'

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
  let value: unknown
  try {
    value = JSON.parse(utf8.decode(bytes))
  } catch (cause) {
    throw new Problem('bad-request', {
      detail:
        bytes.length === 0 ? 'A JSON body is expected.' : `The body is not JSON: ${said(cause)}.`,
      cause,
    })
  }
  const fault = jsonFault(rows ? withoutRows(value) : value)
  if (fault) {
    throw new Problem('invalid', {
      detail: 'The body holds what cannot be stored.',
      errors: [fault],
    })
  }
  return value
}

function withoutRows(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('items' in value)) return value
  return Array.isArray(value.items) ? { ...value, items: [] } : value
}

function said(cause: unknown): string {
  // V8 quotes the input behind its first sentence; what was sent stays out of logs and answers.
  return cause instanceof SyntaxError ? (cause.message.split(',')[0] ?? '') : 'it is not UTF-8'
}

/** The first thing in a value that nobody could store, if there is one, by a pointer from the value. */
export function jsonFault(root: unknown): FieldError | null {
  const rest: { value: unknown; path: readonly PropertyKey[] }[] = [{ value: root, path: [] }]
  for (let next = rest.pop(); next; next = rest.pop()) {
    const { value, path } = next
    const detail = faultOf(value, path)
    if (detail) return { detail, pointer: pointerTo(path, 'body') }
    if (typeof value !== 'object' || value === null) continue
    for (const [key, inner] of Object.entries(value))
      rest.push({ value: inner, path: [...path, key] })
  }
  return null
}

function faultOf(value: unknown, path: readonly PropertyKey[]): string | null {
  if (path.length > depthMax) return 'is nested too deeply'
  const name = path.at(-1)
  if (name === '__proto__') return 'is not allowed as a name'
  return textFault(name) ?? textFault(value)
}

/** PostgreSQL stores neither NUL nor half of a surrogate pair. */
export function textFault(text: unknown): string | null {
  if (typeof text !== 'string') return null
  if (text.includes('\0')) return 'must not contain the character U+0000'
  return text.isWellFormed() ? null : 'must be well-formed Unicode'
}
