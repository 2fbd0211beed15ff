/** What may have become of a body on its way: each is undone, so that it can be told whether that was signed. */
import { isDeepStrictEqual } from 'node:util'
import type { Cause } from './causes.ts'

/** What frameworks leave of a body that they have read, where there was one. */
const eaten = new Set(['{}', 'null', 'undefined', '[object Object]', '""'])

export const isMissing = (body: string, sent: string | null): boolean =>
  body === '' || (body !== sent && eaten.has(body.trim()))

const mark = '\u{feff}'

/** What may have been signed where this came, the likeliest first, each once, and not what came itself. */
export function* bodiesBefore(body: string): Iterable<readonly [Cause, string]> {
  const seen = new Set([body])
  for (const [cause, text] of allBefore(body)) {
    if (text.length > lettersMax || seen.has(text)) continue
    seen.add(text)
    yield [cause, text]
  }
}

/** Nothing that we send is nearly as long; each takes time to hold a signature against. */
const lettersMax = 40_000

function* allBefore(body: string): Iterable<readonly [Cause, string]> {
  yield ['trailing-newline', body.replace(/\r?\n$/, '')]
  yield ['trailing-newline', `${body}\n`]
  yield ['trailing-newline', `${body}\r\n`]
  yield ['newlines-converted', body.replaceAll('\r\n', '\n')]
  yield ['newlines-converted', body.replaceAll(/\r?\n/g, '\r\n')]
  yield ['byte-order-mark', withoutMark(body) ?? mark + body]
  yield ['escaped-unicode', unescaped(body)]
  yield ['escaped-unicode', escaped(body)]
  yield ['entities', decoded(body)]
  yield ['entities', encoded(body)]
  yield ['charset', readAgain(body)]
  yield ['body-missing', '']
  const plain = rewritten(body, 0)
  if (plain === null) return
  yield ['reformatted', plain]
  for (const indent of ['  ', '    ', '\t']) {
    if (lettersIndented(plain, indent.length) > lettersMax) continue
    const text = rewritten(plain, indent)
    if (text !== null) yield ['reformatted', text]
  }
}

/**
 * How long JSON is with each thing in a line of its own: what lies deep in something takes so much space before
 * it that it is not written to find out.
 */
function lettersIndented(plain: string, indent: number): number {
  let [letters, depth] = [plain.length, 0]
  for (const sign of plain.replaceAll(/"(?:[^"\\]|\\.)*"/g, '')) {
    if (sign === '[' || sign === '{') depth += 1
    if (sign === ']' || sign === '}') depth -= 1
    if ('[{,}]'.includes(sign)) letters += 1 + depth * indent
    if (sign === ':') letters += 1
  }
  return letters
}

/** What became of the body that was sent, where no signature tells it. */
export function changeOf(body: string, sent: string | null): Cause | null {
  if (sent === null) return isOurs(body) ? null : 'reformatted'
  if (body === sent) return null
  if (isSameJson(body, sent)) return 'reformatted'
  if (decoded(sent) === body || decoded(body) === sent) return 'entities'
  if (body.includes(lost) && withLost(body) === withLost(sent)) return 'charset'
  return 'body-changed'
}

const withoutMark = (body: string) => (body.startsWith(mark) ? body.slice(mark.length) : undefined)

/** What stands for itself in JSON is no escape of it: quotes, backslashes and control characters. */
const unescaped = (body: string) =>
  body.replaceAll(/(?<!\\)((?:\\\\)*)\\u([\da-f]{4})/gi, (whole, before: string, hex: string) => {
    const code = Number.parseInt(hex, 16)
    return code < 0x80 ? whole : before + String.fromCharCode(code)
  })

const escaped = (body: string) =>
  body.replaceAll(
    /[\u0080-\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

const entities: Readonly<Record<string, string>> = {
  '&quot;': '"',
  '&#34;': '"',
  '&#39;': "'",
  '&#039;': "'",
  '&#x27;': "'",
  '&apos;': "'",
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
}

/** As what cleans input does it, or undoes it. */
const decoded = (body: string) =>
  body.replaceAll(/&(?:quot|apos|lt|gt|amp|#34|#0?39|#x27);/gi, (entity) => {
    return entities[entity.toLowerCase()] ?? entity
  })

const encoded = (body: string) =>
  body.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** UTF-8 that was read as Latin-1, read as what it is. */
const readAgain = (body: string) =>
  /[\u0100-\uffff]/.test(body) ? body : Buffer.from(body, 'latin1').toString('utf8')

/** What stands for bytes that are no text in the charset that was believed. */
const lost = '\u{fffd}'
const withLost = (text: string) => text.replaceAll(/[\u0080-\uffff]+/g, lost)

function rewritten(body: string, indent: number | string): string | null {
  try {
    return JSON.stringify(JSON.parse(withoutMark(body) ?? body), null, indent)
  } catch {
    return null
  }
}

/** We write JSON in one way: what reads alike and is written otherwise was written by somebody else. */
const isOurs = (body: string) => [null, body.trimEnd()].includes(rewritten(body, 0))

function isSameJson(one: string, other: string): boolean {
  try {
    return isDeepStrictEqual(JSON.parse(withoutMark(one) ?? one), JSON.parse(other))
  } catch {
    return false
  }
}
