/**
 * The language in which logs are searched: `status:5xx path:/v1/transactions* -method:GET "free text"`.
 * Every term has to hold, and of the values of a term any may; free text stands anywhere in the path, as
 * does `path:*part*`. It
 * imports no schemas, so that a browser marks and completes what is typed by the very code that the
 * server reads it with.
 */
import { addressIn } from './log-query-address.ts'

export const logFields = [
  'status',
  'method',
  'path',
  'key',
  'app',
  'ip',
  'latency',
  'request',
] as const
export type LogField = (typeof logFields)[number]

export const logMethods = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE', 'HEAD', 'OPTIONS'] as const

export type LogMatch =
  | { readonly kind: 'is' | 'begins' | 'ends' | 'contains' | 'within'; readonly text: string }
  | TermRange

/** Null is without an end. */
export interface TermRange {
  readonly kind: 'span'
  readonly least: number | null
  readonly most: number | null
  /** Whether the ends belong to it. */
  readonly isClosed: boolean
}

export interface LogTerm {
  readonly field: LogField | 'text'
  readonly isNot: boolean
  readonly anyOf: readonly LogMatch[]
}

/** What was expected at a place, as a word that each reader puts into its own language. */
export type LogExpectation = keyof typeof expectations
export const expectations = {
  term: 'a term behind the minus, such as -status:404',
  field: `one of ${logFields.join(', ')} before the colon; put quotes around text that holds a colon`,
  colon: 'a colon behind the field, as in latency:>20, or quotes around text',
  value: 'a value',
  quote: 'a closing quote',
  space: 'a space or the end behind the quote',
  star: 'no * but at the ends of a path, such as /v1/keys*, *refund* or *check; put quotes around text that holds one',
  status: 'a status such as 404, 5xx, >=400 or 400..499',
  method: `one of ${logMethods.join(', ')}`,
  key: 'how the key begins, such as sq_live_Ab12, or its id',
  id: 'an id such as 0190a5b2-7c1e-7000-8000-000000000000',
  ip: 'an address or a range such as 203.0.113.7, 10.0.0.0/8 or 2001:db8::/32',
  latency: 'milliseconds such as >500, <=20 or 100..500',
  word: 'no OR, AND or NOT: all terms hold by themselves, a comma stands between values of which any may (status:404,5xx), a minus before what must not (-method:GET), and quotes around such a word as text',
  order: 'a range whose end is not before its beginning',
  fewerTerms: 'no more than 20 terms',
  fewerValues: 'no more than 20 values for one field',
} as const

export interface LogQueryFault {
  /** The place of the character, from 0. */
  readonly at: number
  readonly expected: LogExpectation
}

export type LogQueryReading =
  | { readonly terms: readonly LogTerm[]; readonly fault?: undefined }
  | { readonly fault: LogQueryFault; readonly terms?: undefined }

export const logQueryMax = 500
const termsMax = 20
const valuesMax = 20

/** One value as it was typed, and where. */
interface Typed {
  readonly text: string
  readonly isBegin: boolean
  /** Whether a star stands in front of it, which a path alone may have. */
  readonly isEnd: boolean
  readonly at: number
}

class Fault extends Error {
  readonly fault: LogQueryFault

  constructor(at: number, expected: LogExpectation) {
    super(expected)
    this.fault = { at, expected }
  }
}

export function readLogQuery(query: string): LogQueryReading {
  try {
    return { terms: termsOf(query) }
  } catch (error) {
    if (error instanceof Fault) return { fault: error.fault }
    throw error
  }
}

/** For people, who count characters from 1. */
export const wordsOf = ({ at, expected }: LogQueryFault): string =>
  `at character ${at + 1} it expects ${expectations[expected]}`

function termsOf(query: string): LogTerm[] {
  const terms: LogTerm[] = []
  let at = blanksAt(query, 0)
  while (at < query.length) {
    if (terms.length === termsMax) throw new Fault(at, 'fewerTerms')
    const [term, end] = termAt(query, at)
    terms.push(term)
    at = blanksAt(query, end)
  }
  return terms
}

function blanksAt(query: string, from: number): number {
  let at = from
  while (/\s/.test(query.charAt(at))) at += 1
  return at
}

function termAt(query: string, start: number): readonly [LogTerm, number] {
  const isNot = query.charAt(start) === '-'
  const at = isNot ? start + 1 : start
  if (isNot && !/\S/.test(query.charAt(at))) throw new Fault(at, 'term')
  const name = /^[^\s":,/]*(?=:)/.exec(query.slice(at))?.[0]
  if (name === undefined) return textAt(query, at, isNot)
  const field = logFields.find((one) => one === name.toLowerCase())
  if (!field) throw new Fault(at, 'field')
  const [values, end] = valuesAt(query, at + name.length + 1, field === 'path')
  return [{ field, isNot, anyOf: values.map(readers[field]) }, end]
}

/** What joins terms elsewhere, and is a text here only in quotes. */
export const joining = /^(?:OR|AND|NOT)$/

/** Somebody who compares means the field, and no path that holds its name. */
const comparing = new RegExp(`^(?:${logFields.join('|')})[<>=]`, 'i')

/**
 * Whoever pastes a secret asks for its key; no more of it is kept than names the key. And an id is that of
 * a request, unless quotes make a text of it.
 */
function textAt(query: string, at: number, isNot: boolean): readonly [LogTerm, number] {
  const [typed, end] = valueAt(query, at, /\s/)
  const { text } = typed
  if (text === '') throw new Fault(at, 'value')
  const isBare = query.charAt(at) !== '"' && !typed.isBegin
  if (isBare && joining.test(text)) throw new Fault(at, 'word')
  const compared = isBare && comparing.exec(text)
  if (compared) throw new Fault(at + compared[0].length - 1, 'colon')
  if (isBare && uuid.test(text)) return [{ field: 'request', isNot, anyOf: [idOf(typed)] }, end]
  if (secret.test(text)) return [{ field: 'key', isNot, anyOf: [keyNamed(text)] }, end]
  return [{ field: 'text', isNot, anyOf: [{ kind: 'contains', text }] }, end]
}

function valuesAt(query: string, start: number, mayEnd: boolean): readonly [Typed[], number] {
  const values: Typed[] = []
  for (let at = start; ; at += 1) {
    if (values.length === valuesMax) throw new Fault(at, 'fewerValues')
    const isEnd = mayEnd && query.charAt(at) === '*'
    const [value, end] = valueAt(query, isEnd ? at + 1 : at, /[\s,]/)
    const typed = { ...value, isEnd, at }
    if (typed.text === '') throw new Fault(at, 'value')
    values.push(typed)
    at = end
    if (query.charAt(at) !== ',') return [values, at]
  }
}

function valueAt(query: string, at: number, ends: RegExp): readonly [Typed, number] {
  if (query.charAt(at) === '"') return quotedAt(query, at, ends)
  let end = at
  while (end < query.length && !ends.test(query.charAt(end))) end += 1
  const written = query.slice(at, end)
  const text = written.replace(/\*$/, '')
  const star = text.indexOf('*')
  if (star >= 0) throw new Fault(at + star, 'star')
  return [{ text, isBegin: text !== written, isEnd: false, at }, end]
}

/** In quotes every sign is itself but a quote and a backslash, which a backslash stands before. */
function quotedAt(query: string, at: number, ends: RegExp): readonly [Typed, number] {
  let text = ''
  let end = at + 1
  while (query.charAt(end) !== '"') {
    if (query.charAt(end) === '\\') end += 1
    if (end >= query.length) throw new Fault(query.length, 'quote')
    text += query.charAt(end)
    end += 1
  }
  end += 1
  const isBegin = query.charAt(end) === '*'
  if (isBegin) end += 1
  if (end < query.length && !ends.test(query.charAt(end))) throw new Fault(end, 'space')
  return [{ text, isBegin, isEnd: false, at }, end]
}

export const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i
export const secret = /^sq_(?:test|live)_/
/** So long is what is shown of a key. */
export const keyShown = 'sq_live_0000'.length

const keyNamed = (text: string): LogMatch => ({ kind: 'begins', text: text.slice(0, keyShown) })
const idOf = ({ text, isBegin, at }: Typed): LogMatch => {
  if (isBegin || !uuid.test(text)) throw new Fault(at, 'id')
  return { kind: 'is', text: text.toLowerCase() }
}

const readers: Readonly<Record<LogField, (typed: Typed) => LogMatch>> = {
  status: (typed) => {
    const group = /^([1-5])xx$/i.exec(typed.text)?.[1]
    if (group) return span(Number(group) * 100, Number(group) * 100 + 99)
    return spanOf(typed, 'status', (text) => (/^[1-5]\d\d$/.test(text) ? Number(text) : undefined))
  },
  method: ({ text, at }) => {
    const method = logMethods.find((one) => one === text.toUpperCase())
    if (!method) throw new Fault(at, 'method')
    return { kind: 'is', text: method }
  },
  path: ({ text, isBegin, isEnd }) => {
    if (isEnd) return { kind: isBegin ? 'contains' : 'ends', text }
    return { kind: isBegin ? 'begins' : 'is', text }
  },
  key: (typed) => {
    if (uuid.test(typed.text)) return idOf(typed)
    // Of what was imported there is no key, and it is found as if there were.
    if (typed.text.toLowerCase() === 'imported') return keyNamed('sq_imported')
    if (!typed.text.startsWith('sq_')) throw new Fault(typed.at, 'key')
    return keyNamed(typed.text)
  },
  app: idOf,
  ip: ({ text, isBegin, at }) => {
    const address = isBegin ? null : addressIn(text)
    if (!address) throw new Fault(at, 'ip')
    const kind = address.isOne && !address.isLong ? 'is' : 'within'
    const name = address.isOne ? text.replace(/\/.*/, '') : text
    return { kind, text: name.toLowerCase() }
  },
  latency: (typed) => {
    if (!/[<>]|\.\./.test(typed.text)) throw new Fault(typed.at, 'latency')
    return spanOf(typed, 'latency', (text) => {
      const [, ms, s] =
        /^(?:(\d{1,10}(?:\.\d{1,3})?)(?:ms)?|(\d{1,7}(?:\.\d{1,3})?)s)$/i.exec(text) ?? []
      // Three decimals of seconds are whole milliseconds, but not by the arithmetic of floats.
      return s === undefined ? ms && Number(ms) : Math.round(Number(s) * 1000)
    })
  },
  request: idOf,
}

const span = (least: number | null, most: number | null, isClosed = true): TermRange => ({
  kind: 'span',
  least,
  most,
  isClosed,
})

/** `404`, `>=400`, `<500`, `400..499`. */
function spanOf(
  { text, isBegin, at }: Typed,
  expected: 'status' | 'latency',
  numberOf: (text: string) => number | '' | undefined,
): TermRange {
  const [, sign, bound = '', most] = /^([<>]=?)?([^<>]*?)(?:\.\.([^<>]*))?$/.exec(text) ?? []
  const [first, last] = [numberOf(bound), most === undefined ? undefined : numberOf(most)]
  const isNumber = typeof first === 'number' && !(sign && most !== undefined)
  if (isBegin || !isNumber || (most !== undefined && typeof last !== 'number')) {
    throw new Fault(at, expected)
  }
  if (sign) {
    const isClosed = sign.length === 2
    return sign.startsWith('>') ? span(first, null, isClosed) : span(null, first, isClosed)
  }
  if (typeof last === 'number' && last < first) throw new Fault(at, 'order')
  return span(first, typeof last === 'number' ? last : first)
}
