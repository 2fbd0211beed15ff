/** What a webhook does not verify for: whatever usually goes wrong is undone, and tried. */
import { timingSafeEqual } from 'node:crypto'
import { signaturesLookedAt } from '@sonaqor/contract/webhook-bounds'
import type { signatureCauses } from '@sonaqor/contract/webhook-trials'
import type { SigningSecret } from '../../signing/sign.ts'
import { bodiesBefore, changeOf, isMissing } from './bodies.ts'
import {
  hmacOf,
  kindOf,
  signaturesIn,
  signaturesWithin,
  signerOf,
  type Given,
} from '../../signing/signers.ts'

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

/** Of a webhook that no secret of its endpoint has signed as it is. */
export function causeOf(received: Received, known: Known): Cause | null {
  const { id, timestamp, body } = received
  if (/^\d{13}$/.test(timestamp)) return 'timestamp-in-milliseconds'
  if (!isSeconds(timestamp)) return isSeconds(id) ? 'id-and-time-swapped' : null
  return (
    writtenOtherwise(received, known) ??
    (isMissing(body, known.sent) ? 'body-missing' : null) ??
    signedOtherwise(received, known) ??
    changeOf(body, known.sent) ??
    bySomebodyElse(received, known)
  )
}

export const isSeconds = (text: string): boolean => /^\d{1,12}$/.test(text)

/** The signature is right, and its header is not. */
function writtenOtherwise(
  { id, timestamp, signature, body }: Received,
  { secrets }: Known,
): Cause | null {
  const signed = `${id}.${timestamp}.${body}`
  if (isHex(secrets, signed, signature)) return 'hex-signature'
  if (!signerOf(secrets, signed, signaturesWithin(signature))) return null
  const versions = signature.match(/\bv1a?,/g) ?? []
  return versions.length > 1 ? 'signatures-separated' : 'version-missing'
}

/** It is right of other bytes than those that are signed, or by another secret. */
function signedOtherwise(
  { id, timestamp, signature, body }: Received,
  { secrets, ended, others }: Known,
): Cause | null {
  const given = signaturesIn(signature)
  const isBy = (some: readonly SigningSecret[], signed: string) =>
    signerOf(some, signed, given) !== undefined
  const signed = (text: string) => `${id}.${timestamp}.${text}`
  for (const [cause, text] of bodiesBefore(body)) if (isBy(secrets, signed(text))) return cause
  const tried: readonly (readonly [Cause, readonly SigningSecret[], string])[] = [
    ['id-missing', secrets, `${timestamp}.${body}`],
    ['id-missing', secrets, body],
    ['timestamp-unsigned', secrets, `${id}.${body}`],
    ['id-and-time-swapped', secrets, `${timestamp}.${id}.${body}`],
    ['secret-not-decoded', undecoded(secrets), signed(body)],
  ]
  const found = tried.find(([, some, text]) => isBy(some, text))?.[0]
  if (found) return found
  const stranger = signerOf(strangers(ended, others, given), signed(body), given)
  if (!stranger) return null
  return ended.includes(stranger) ? 'ended-secret' : 'other-endpoint'
}

/** Enough for one signature and all that an app has, unless many of its endpoints rotate at once. */
const strangerLooks = 80

/** Those that sign no more, and those of others that sign: the ones that are asked first, as far as time is. */
function strangers(
  ended: readonly SigningSecret[],
  others: readonly SigningSecret[],
  given: readonly Given[],
): SigningSecret[] {
  const newest = others.filter(({ by }) => by === 'secret')
  const older = others.filter(({ by }) => by !== 'secret')
  let left = strangerLooks
  return [...ended, ...newest, ...older].filter((secret) => {
    const signatures = given.filter(({ kind }) => kind === kindOf(secret)).length
    // What HMAC makes is made once, and held against all of them.
    left -= secret.kind === 'hmac' ? Math.min(signatures, 1) : signatures
    return left >= 0
  })
}

/** Nothing is known of who has signed it; of what they have not, some. */
function bySomebodyElse({ signature, body }: Received, { secrets, sent }: Known): Cause | null {
  const given = signaturesIn(signature)
  const kinds = new Set(secrets.map(kindOf))
  if (given.length === 0) return null
  if (!given.some(({ kind }) => kinds.has(kind))) return 'other-kind'
  return body === sent ? 'another-secret' : null
}

/**
 * Some take what stands behind `whsec_` for the key, or all of it, or decode what stands before it as well,
 * in place of the bytes that it is of.
 */
const undecoded = (secrets: readonly SigningSecret[]): SigningSecret[] =>
  secrets
    .filter(({ kind }) => kind === 'hmac')
    .flatMap(({ by, kind, key }) => {
      const coded = key.toString('base64')
      const keys = [
        Buffer.from(coded),
        Buffer.from(`whsec_${coded}`),
        // With `_` as a letter of base64, and without.
        Buffer.from(`whsec_${coded}`, 'base64'),
        Buffer.from(`whsec${coded}`, 'base64'),
      ]
      return keys.map((taken) => ({ by, kind, key: taken }))
    })

/** The right signature, written in hex, whatever stands before it. */
function isHex(secrets: readonly SigningSecret[], signed: string, signature: string): boolean {
  const all = signature.match(/(?<![\dA-Za-z+/])[\da-f]{64}(?![\dA-Za-z+/=])/gi) ?? []
  const found = all.slice(0, signaturesLookedAt).map((hex) => Buffer.from(hex, 'hex'))
  if (found.length === 0) return false
  return secrets.some(({ kind, key }) => {
    if (kind !== 'hmac') return false
    const own = hmacOf(key, signed)
    return found.some((bytes) => timingSafeEqual(own, bytes))
  })
}
