import {
  lengthMark,
  redacted,
  typeMark,
  type RedactionRule,
} from '@sonaqor/contract/log-redaction-rules'
import { isCard, isSensitive, redactText, type Place } from '../../../core/redaction/index.ts'
import { nothingDeclared, type Declared } from './declared.ts'

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
  place?: Place,
): { text: string; cut: boolean } {
  const bound = new Bound(bytesMax)
  const at: At = { sensitive: declared?.isSecret === true, declared, place }
  const text = JSON.stringify(kept(value, at, depthMax, bound)) ?? 'null'
  if (bound.full) place?.note('size')
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
  readonly place: Place | undefined
}

function kept(value: unknown, at: At, depth: number, bound: Bound): unknown {
  if (Array.isArray(value)) return keptList(value, at, depth, bound)
  if (typeof value === 'object' && value !== null) return keptObject(value, at, depth, bound)
  const leaf =
    value !== null && at.declared?.isValue === false
      ? instead(typeMark(value), 'undeclared', at.place)
      : keptLeaf(value, at, depth, bound)
  return bound.take(leaf) ? leaf : null
}

function instead(what: string, rule: RedactionRule, place: Place | undefined): string {
  place?.note(rule)
  return what
}

function keptLeaf(value: unknown, at: At, depth: number, bound: Bound): unknown {
  const { sensitive, place } = at
  if (value === null) return null
  if (sensitive) return instead(redacted, 'name', place)
  if (typeof value === 'number') {
    return Number.isInteger(value) && isCard(String(value))
      ? instead(redacted, 'card', place)
      : value
  }
  if (typeof value !== 'string') return value
  if (value.length <= textMax) return redactText(keptJson(value, at, depth), place)
  bound.shortened = true
  return instead(lengthMark(value), 'length', place)
}

/** JSON that was written into a text has names as well. */
function keptJson(text: string, at: At, depth: number): string {
  if (!/^\s{0,9}[{["]/.test(text)) return text
  const value = valueOf(text)
  if (value === undefined) return text
  const inside = { ...at, declared: null }
  const safe = JSON.stringify(kept(value, inside, depth - 1, new Bound(2 * textMax)))
  return safe === JSON.stringify(value) ? text : safe
}

function valueOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

function keptList(list: readonly unknown[], at: At, depth: number, bound: Bound) {
  const out: unknown[] = []
  if (tooDeep(depth, at, bound) || !bound.take('')) return out
  const { place } = at
  const declared = at.declared && (at.declared.items ?? nothingDeclared)
  const sensitive = at.sensitive || declared?.isSecret === true
  for (const item of list) {
    if (bound.full) break
    const inside = { sensitive, declared, place: place?.within(out.length) }
    out.push(kept(item, inside, depth - 1, bound))
  }
  return out
}

function keptObject(object: object, at: At, depth: number, bound: Bound) {
  const { sensitive, declared } = at
  const out: [string, unknown][] = []
  if (tooDeep(depth, at, bound) || !bound.take('')) return {}
  for (const [name, value] of Object.entries(object)) {
    const key = keptName(name, at.place)
    const place = at.place?.within(key)
    if (bound.full || !bound.take(key)) break
    const inner = declared && (declared.fields.get(name) ?? declared.others)
    if (declared && !inner) {
      out.push([key, instead(typeMark(value), 'undeclared', place)])
      continue
    }
    const isSecret = sensitive || isSensitive(name) || inner?.isSecret === true
    const inside = { sensitive: isSecret, declared: inner, place }
    out.push([key, kept(value, inside, depth - 1, bound)])
  }
  return Object.fromEntries(out)
}

/** What is taken out of a name is noted where its value stands. */
function keptName(name: string, place: Place | undefined): string {
  const key = name.length <= textMax ? redactText(name) : redacted
  if (place && key !== name) redactText(name.slice(0, textMax), place.within(key))
  return key
}

function tooDeep(depth: number, { place }: At, bound: Bound): boolean {
  if (depth > 0) return false
  bound.shortened = true
  place?.note('size')
  return true
}
