/** Who signed something: as `sign.ts` signs, looked at from the other side. */
import { createHmac, createPublicKey, timingSafeEqual, verify, type KeyObject } from 'node:crypto'
import { publicBytesOf, type SigningSecret } from './sign.ts'

export interface Given {
  readonly kind: 'v1' | 'v1a'
  readonly bytes: Buffer
}

/** More than any rotation needs; each takes time to look at. */
const signaturesMax = 20
const lengths = { v1: 32, v1a: 64 } as const

/** Those of a header that are signatures at all. */
export function signaturesIn(header: string): Given[] {
  return header
    .split(' ')
    .slice(0, signaturesMax)
    .flatMap((text) => {
      const [, kind, coded = ''] = /^(v1|v1a),([A-Za-z0-9+/]+={0,2})$/.exec(text) ?? []
      if (kind !== 'v1' && kind !== 'v1a') return []
      const bytes = Buffer.from(coded, 'base64')
      return bytes.length === lengths[kind] ? [{ kind, bytes }] : []
    })
}

/** Those that stand in a header in whatever way: what else it says is passed over. */
export const signaturesWithin = (header: string): Given[] =>
  (header.match(/[A-Za-z0-9+/]{43,86}={0,2}/g) ?? []).slice(0, signaturesMax).flatMap((coded) => {
    const bytes = Buffer.from(coded, 'base64')
    return (['v1', 'v1a'] as const)
      .filter((kind) => bytes.length === lengths[kind])
      .map((kind) => ({ kind, bytes }))
  })

export const kindOf = ({ kind }: SigningSecret): Given['kind'] => (kind === 'hmac' ? 'v1' : 'v1a')

export const hmacOf = (key: Buffer, signed: string): Buffer =>
  createHmac('sha256', key).update(signed).digest()

/** Which of some secrets one of the signatures is by, over these bytes. */
export function signerOf(
  secrets: readonly SigningSecret[],
  signed: string,
  given: readonly Given[],
): SigningSecret | undefined {
  return secrets.find((secret) => {
    const some = given.filter(({ kind }) => kind === kindOf(secret))
    if (secret.kind === 'hmac') {
      const own = hmacOf(secret.key, signed)
      return some.some(({ bytes }) => timingSafeEqual(own, bytes))
    }
    const key = publicKeyOf(secret.key)
    return some.some(({ bytes }) => verify(null, Buffer.from(signed), key, bytes))
  })
}

const publicKeyOf = (seed: Buffer): KeyObject =>
  createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: publicBytesOf(seed).toString('base64url') },
    format: 'jwk',
  })
