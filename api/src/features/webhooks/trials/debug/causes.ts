/** What may have been done to a webhook on its way: each is undone, and tried. */
import { timingSafeEqual } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { signatureCauses } from '@sonaqor/contract/webhook-trials'
import type { SigningSecret } from '../../signing/sign.ts'
import { hmacOf, signaturesIn, signerOf } from './signers.ts'

export type Cause = (typeof signatureCauses)[number]

export interface Received {
  readonly id: string
  readonly timestamp: string
  /** All of the header. */
  readonly signature: string
  readonly body: string
}

export interface Known {
  /** Those that sign now. */
  readonly secrets: readonly SigningSecret[]
  readonly ended: readonly SigningSecret[]
  /** Of the other endpoints of the app. */
  readonly others: readonly SigningSecret[]
  /** The body of the delivery of that id, where there is one. */
  readonly sent: string | null
}

const inMilliseconds = /^\d{13}$/

/** Of a webhook that does not verify as it is. */
export function causeOf(received: Received, known: Known): Cause | null {
  const { id, timestamp, signature, body } = received
  const given = signaturesIn(signature)
  const isBy = (secrets: readonly SigningSecret[], signed: string) =>
    signerOf(secrets, signed, given) !== undefined
  const signed = (text: string) => `${id}.${timestamp}.${text}`

  if (inMilliseconds.test(timestamp)) return 'timestamp-in-milliseconds'
  if (isHex(known.secrets, signed(body), signature)) return 'hex-signature'
  if (isMissing(body, known.sent)) return 'body-missing'
  for (const [cause, text] of bodiesBefore(body)) {
    if (text !== body && isBy(known.secrets, signed(text))) return cause
  }
  if (isBy(known.secrets, `${timestamp}.${body}`) || isBy(known.secrets, body)) return 'id-missing'
  if (isBy(undecoded(known.secrets), signed(body))) return 'secret-not-decoded'
  if (isBy(known.ended, signed(body))) return 'ended-secret'
  if (isBy(known.others, signed(body))) return 'other-endpoint'
  return known.sent !== null && body !== known.sent && isSameJson(body, known.sent)
    ? 'reformatted'
    : null
}

/** What frameworks leave of a body that they have read, where there was one. */
const eaten = new Set(['{}', 'null', 'undefined', '[object Object]', '""'])

const isMissing = (body: string, sent: string | null) =>
  body === '' || (body !== sent && eaten.has(body.trim()))

const mark = '\u{feff}'

/** What may have been signed where this came, the likeliest first. */
function* bodiesBefore(body: string): Iterable<readonly [Cause, string]> {
  yield ['trailing-newline', body.replace(/\r?\n$/, '')]
  yield ['trailing-newline', `${body}\n`]
  yield ['trailing-newline', `${body}\r\n`]
  yield ['newlines-converted', body.replaceAll('\r\n', '\n')]
  yield ['newlines-converted', body.replaceAll(/\r?\n/g, '\r\n')]
  yield ['byte-order-mark', body.startsWith(mark) ? body.slice(mark.length) : mark + body]
  yield ['escaped-unicode', unescaped(body)]
  yield ['escaped-unicode', escaped(body)]
  yield ['body-missing', '']
  for (const indent of [0, 2, 4, '\t']) {
    const text = rewritten(body, indent)
    if (text !== null) yield ['reformatted', text]
  }
}

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

function rewritten(body: string, indent: number | string): string | null {
  try {
    return JSON.stringify(JSON.parse(body), null, indent)
  } catch {
    return null
  }
}

function isSameJson(one: string, other: string): boolean {
  try {
    return isDeepStrictEqual(JSON.parse(one), JSON.parse(other))
  } catch {
    return false
  }
}

/** Some take what stands behind `whsec_` for the key, or all of it, in place of the bytes that it is of. */
const undecoded = (secrets: readonly SigningSecret[]): SigningSecret[] =>
  secrets
    .filter(({ kind }) => kind === 'hmac')
    .flatMap((secret) => {
      const coded = secret.key.toString('base64')
      const { by, kind } = secret
      return [coded, `whsec_${coded}`].map((text) => ({ by, kind, key: Buffer.from(text) }))
    })

/** The right signature, written in hex, whatever stands before it. */
function isHex(secrets: readonly SigningSecret[], signed: string, signature: string): boolean {
  const found = signature.match(/(?<![\dA-Za-z+/])[\da-f]{64}(?![\dA-Za-z+/=])/gi) ?? []
  return secrets.some(
    ({ kind, key }) =>
      kind === 'hmac' &&
      found.some((hex) => timingSafeEqual(hmacOf(key, signed), Buffer.from(hex, 'hex'))),
  )
}
