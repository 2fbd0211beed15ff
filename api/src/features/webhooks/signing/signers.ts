/** Who signed something: as `sign.ts` signs, looked at from the other side. */
import { createHmac, createPublicKey, timingSafeEqual, verify, type KeyObject } from 'node:crypto'
import { signaturesLookedAt } from '@sonaqor/contract/webhook-bounds'
import { publicBytesOf, type SigningSecret } from './sign.ts'

export interface Given {
  readonly kind: 'v1' | 'v1a'
  readonly bytes: Buffer
}

const lengths = { v1: 32, v1a: 64 } as const
const kinds = ['v1', 'v1a'] as const

/** Each takes time to look at, and whoever sends a header chooses how many it has. */
const fewOfEach = (all: readonly Given[]): Given[] =>
  kinds.flatMap((one) => all.filter(({ kind }) => kind === one).slice(0, signaturesLookedAt))

/** Those of a header that are signatures at all, and are looked at. */
export function signaturesIn(header: string): Given[] {
  const all = header.split(' ').flatMap((text): Given[] => {
    const [, kind, coded = ''] = /^(v1|v1a),([A-Za-z0-9+/]+={0,2})$/.exec(text) ?? []
    if (kind !== 'v1' && kind !== 'v1a') return []
    const bytes = Buffer.from(coded, 'base64')
    return bytes.length === lengths[kind] ? [{ kind, bytes }] : []
  })
  return fewOfEach(all)
}

/** Those that stand in a header in whatever way: what else it says is passed over. */
export function signaturesWithin(header: string): Given[] {
  const all = (header.match(/[A-Za-z0-9+/]{43,86}={0,2}/g) ?? []).flatMap((coded) => {
    const bytes = Buffer.from(coded, 'base64')
    return kinds
      .filter((kind) => bytes.length === lengths[kind])
      .map((kind): Given => ({ kind, bytes }))
  })
  return fewOfEach(all)
}

export const kindOf = ({ kind }: SigningSecret): Given['kind'] => (kind === 'hmac' ? 'v1' : 'v1a')

export const hmacOf = (key: Buffer, signed: string | Buffer): Buffer =>
  createHmac('sha256', key).update(signed).digest()

/** Which of some secrets one of the signatures is by, over these bytes. */
export function signerOf(
  secrets: readonly SigningSecret[],
  signed: string,
  given: readonly Given[],
): SigningSecret | undefined {
  const bytes = Buffer.from(signed)
  return secrets.find((secret) => {
    const some = given.filter(({ kind }) => kind === kindOf(secret))
    if (some.length === 0) return false
    if (secret.kind === 'hmac') {
      const own = hmacOf(secret.key, bytes)
      return some.some((one) => timingSafeEqual(own, one.bytes))
    }
    const key = publicKeyOf(secret)
    return some.some((one) => verify(null, bytes, key, one.bytes))
  })
}

/** Making one takes as long as verifying by it. */
const publicKeys = new WeakMap<SigningSecret, KeyObject>()

function publicKeyOf(secret: SigningSecret): KeyObject {
  const made = publicKeys.get(secret)
  if (made) return made
  const x = (secret.publicKey ?? publicBytesOf(secret.key)).toString('base64url')
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
  publicKeys.set(secret, key)
  return key
}
