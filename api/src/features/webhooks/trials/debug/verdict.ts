/** Which rule of Standard Webhooks something keeps and which it breaks, in the order of a receiver. */
import { signaturesLookedAt, toleranceSeconds } from '@sonaqor/contract/webhook-bounds'
import { signatureRules, type SignatureVerdict } from '@sonaqor/contract/webhook-trials'
import { signaturesOf, type SigningSecret } from '../../signing/sign.ts'
import { causeOf, isSeconds, type Cause, type Known, type Received } from './causes.ts'
import { kindOf, signaturesIn, signerOf } from '../../signing/signers.ts'

type Rule = (typeof signatureRules)[number]
type Judged = readonly [state: 'holds' | 'broken' | 'not-reached', detail: string]

export interface Debugged {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly at: Date
}

export interface Allowed {
  /** Whether they may see what was sent. Who may not may not guess it either: nothing is held against it. */
  readonly values: boolean
  /** Whether they may have something signed: whoever sees the secret can do so anyway. */
  readonly signing: boolean
}

export function verdictOf(debugged: Debugged, all: Known, allowed: Allowed): SignatureVerdict {
  const { body, at } = debugged
  const known = allowed.values ? all : { ...all, sent: null }
  const [id, timestamp, signature] = names.map((name) => headerOf(debugged.headers, name))
  const received = { id: id ?? '', timestamp: timestamp ?? '', signature: signature ?? '', body }
  const isWhole = Boolean(id && timestamp && signature)
  const isTime = isSeconds(received.timestamp)
  const signer = isWhole && isTime ? signerIn(received, known.secrets) : undefined
  const secondsAgo = isWhole && isTime ? secondsBetween(Number(timestamp), at) : null
  const judged: Record<Rule, Judged> = {
    headers: headersRule(received),
    'timestamp-format': isWhole ? timeRule(received.timestamp, isTime) : notReached,
    'timestamp-tolerance': secondsAgo === null ? notReached : toleranceRule(secondsAgo),
    'signature-format': isWhole ? formatRule(received.signature, known.secrets) : notReached,
    body: isWhole ? bodyRule(body, known.sent, Boolean(signer), allowed) : notReached,
    signature: notReached,
  }
  if (isWhole && isTime && judged['signature-format'][0] === 'holds') {
    judged.signature = signer
      ? ['holds', 'One of the signatures is by a secret of this endpoint, over these bytes.']
      : ['broken', 'No signature is by a secret of this endpoint, over these bytes.']
  }
  const rules = signatureRules.map((rule) => {
    const [state, detail] = judged[rule]
    return { rule, state, detail }
  })
  return {
    isValid: signer !== undefined && rules.every(({ state }) => state !== 'broken'),
    rules,
    cause: isWhole ? ((signer ? null : causeOf(received, known)) ?? tooFar(secondsAgo)) : null,
    signedSecondsAgo: secondsAgo,
    signedBy: signer?.by ?? null,
    expected: allowed.signing && isWhole && isTime ? expectedOf(received, known.secrets) : [],
    firstDifference: signer ? null : differenceOf(body, known.sent),
  }
}

const names = ['webhook-id', 'webhook-timestamp', 'webhook-signature']

const notReached: Judged = ['not-reached', 'A rule before it has to hold first.']

const headerOf = (headers: Debugged['headers'], name: string): string | undefined =>
  Object.entries(headers)
    .find(([key]) => key.toLowerCase() === name)?.[1]
    .trim()

function headersRule({ id, timestamp, signature }: Received): Judged {
  const values = [id, timestamp, signature]
  const missing = names.filter((_, place) => values[place] === '')
  if (missing.length === 0) return ['holds', 'All three headers are there.']
  return ['broken', `Missing: ${missing.join(', ')}.`]
}

function timeRule(timestamp: string, isTime: boolean): Judged {
  if (isTime) return ['holds', 'It is a time in seconds since 1970.']
  const what = /^\d{13}$/.test(timestamp) ? 'It is in milliseconds' : 'It is no whole number'
  return ['broken', `${what}; it has to be seconds since 1970.`]
}

const secondsBetween = (signedAt: number, at: Date) => Math.round(at.getTime() / 1000 - signedAt)

function toleranceRule(ago: number): Judged {
  const detail = `${Math.abs(ago)} seconds ${ago < 0 ? 'after' : 'before'} it came; ${toleranceSeconds} are allowed.`
  return [tooFar(ago) ? 'broken' : 'holds', `It was signed ${detail}`]
}

/** What is old may be sent again by somebody who has read it; what is ahead, one of two clocks has wrong. */
function tooFar(ago: number | null): Cause | null {
  if (ago === null || Math.abs(ago) <= toleranceSeconds) return null
  return ago > 0 ? 'timestamp-too-old' : 'timestamp-in-future'
}

function formatRule(signature: string, secrets: readonly SigningSecret[]): Judged {
  const kinds = [...new Set(secrets.map(kindOf))]
  const all = signaturesIn(signature)
  const given = all.filter((one) => kinds.includes(one.kind))
  if (given.length > 0) {
    const most = given.length < signaturesLookedAt ? '' : `, of ${signaturesLookedAt} at most`
    return ['holds', `There are signatures to look at: ${given.length}${most}.`]
  }
  const [kind = 'v1'] = kinds
  const [other] = all
  const bytes = kind === 'v1' ? 32 : 64
  const instead = other ? ` There is \`${other.kind},\`, which this endpoint does not sign by.` : ''
  return ['broken', `There is no \`${kind},\` with base64 of ${bytes} bytes behind it.${instead}`]
}

function bodyRule(body: string, sent: string | null, isSigned: boolean, allowed: Allowed): Judged {
  if (body === '' && !isSigned) return ['broken', 'It is empty: something has read it before you.']
  if (sent === null) {
    const known = allowed.values
      ? 'There is no delivery of this id to this endpoint to hold it against'
      : 'It is not held against what was sent, which you may not read'
    return ['not-reached', isSigned ? `${known}; its signature vouches for it.` : `${known}.`]
  }
  const at = firstOf(Buffer.from(body), Buffer.from(sent))
  if (at === null) return ['holds', 'It is, byte for byte, what was sent.']
  if (isSigned) {
    return ['holds', 'Its signature vouches for it, though another body is kept of this delivery.']
  }
  return ['broken', `It is not what was sent, from byte ${at} on.`]
}

/** Where two differ; null where they do not. */
function firstOf(one: Buffer, other: Buffer): number | null {
  if (one.equals(other)) return null
  const at = one.findIndex((byte, place) => byte !== other[place])
  return at === -1 ? one.length : at
}

function differenceOf(body: string, sent: string | null): SignatureVerdict['firstDifference'] {
  if (sent === null) return null
  const [came, went] = [Buffer.from(body), Buffer.from(sent)]
  const at = firstOf(came, went)
  return at === null ? null : { at, sent: partOf(went, at), received: partOf(came, at) }
}

const partBytes = 40

/** From the beginning of the letter that the byte is of. */
function partOf(bytes: Buffer, at: number): string {
  let start = at
  while (start > 0 && ((bytes[start] ?? 0) & 0xc0) === 0x80) start -= 1
  return new TextDecoder().decode(bytes.subarray(start, start + partBytes), { stream: true })
}

const signerIn = ({ id, timestamp, signature, body }: Received, secrets: Known['secrets']) =>
  signerOf(secrets, `${id}.${timestamp}.${body}`, signaturesIn(signature))

const expectedOf = ({ id, timestamp, body }: Received, secrets: Known['secrets']) => {
  const shared = secrets.filter(({ kind }) => kind === 'hmac')
  return signaturesOf(shared, id, Number(timestamp), body).map(({ value }) => value)
}
