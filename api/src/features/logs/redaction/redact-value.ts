import { isCard } from './account-numbers.ts'
import { nothingDeclared, type Declared } from './declared.ts'
import { redacted, redactText } from './redact-text.ts'
import { isSensitive } from './sensitive-names.ts'

/** A longer text is told by its length alone: a pattern cut in two would be found no more. */
const textMax = 2048
const depthMax = 24

/**
 * A JSON value without its secrets and personal data, as text of about `bytesMax` bytes at most.
 * What lies past the bound is left out element by element, so that the text stays JSON. The work is
 * bounded by what is kept and not by what was sent. Where it is told what is declared, of anything else
 * the name and type alone are kept.
 */
export function redactValue(
  value: unknown,
  bytesMax: number,
  declared: Declared | null,
): { text: string; cut: boolean } {
  const bound = new Bound(bytesMax)
  const text =
    JSON.stringify(kept(value, { sensitive: false, declared }, depthMax, bound)) ?? 'null'
  return { text, cut: bound.full || bound.shortened }
}

class Bound {
  #left: number
  /** Nothing more is kept. */
  full = false
  /** Something was left out, and the rest is kept all the same. */
  shortened = false

  constructor(bytes: number) {
    this.#left = bytes
  }

  /** Takes room for a piece with what stands around it; false once there is none left. */
  take(piece: unknown): boolean {
    const bytes = typeof piece === 'string' ? Buffer.byteLength(piece) : 8
    this.#left -= bytes + 3
    if (this.#left < 0) this.full = true
    return !this.full
  }
}

/** Where a value stands: below a private name or not, and what is declared there, if that matters. */
interface At {
  readonly sensitive: boolean
  readonly declared: Declared | null
}

function kept(value: unknown, at: At, depth: number, bound: Bound): unknown {
  if (Array.isArray(value)) return keptList(value, at, depth, bound)
  if (typeof value === 'object' && value !== null) return keptObject(value, at, depth, bound)
  const leaf =
    value !== null && at.declared?.isValue === false
      ? typeOf(value)
      : keptLeaf(value, at.sensitive, bound)
  return bound.take(leaf) ? leaf : null
}

function keptLeaf(value: unknown, sensitive: boolean, bound: Bound): unknown {
  if (value === null) return null
  if (sensitive) return redacted
  if (typeof value === 'number') return isCard(String(value)) ? redacted : value
  if (typeof value !== 'string') return value
  if (value.length <= textMax) return redactText(value)
  bound.shortened = true
  return `[${value.length} characters]`
}

function keptList(list: readonly unknown[], at: At, depth: number, bound: Bound) {
  const out: unknown[] = []
  if (tooDeep(depth, bound) || !bound.take('')) return out
  const { sensitive, declared } = at
  const inside = declared ? { sensitive, declared: declared.items ?? nothingDeclared } : at
  for (const item of list) {
    if (bound.full) break
    out.push(kept(item, inside, depth - 1, bound))
  }
  return out
}

function keptObject(object: object, { sensitive, declared }: At, depth: number, bound: Bound) {
  const out: [string, unknown][] = []
  if (tooDeep(depth, bound) || !bound.take('')) return {}
  for (const [name, value] of Object.entries(object)) {
    const key = name.length <= textMax ? redactText(name) : redacted
    if (bound.full || !bound.take(key)) break
    const inner = declared && (declared.fields.get(name) ?? declared.others)
    if (declared && !inner) {
      out.push([key, typeOf(value)])
      continue
    }
    const at = { sensitive: sensitive || isSensitive(name), declared: inner }
    out.push([key, kept(value, at, depth - 1, bound)])
  }
  return Object.fromEntries(out)
}

function tooDeep(depth: number, bound: Bound): boolean {
  if (depth <= 0) bound.shortened = true
  return depth <= 0
}

function typeOf(value: unknown): string {
  if (value === null) return '[null]'
  return Array.isArray(value) ? '[list]' : `[${typeof value}]`
}
