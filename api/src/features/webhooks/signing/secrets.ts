/** How the secrets of endpoints are made, and how they are written for people. */
import { createHash, randomBytes } from 'node:crypto'
import type { Signing } from '@sonaqor/contract/webhook-bounds'
import { publicBytesOf } from './sign.ts'

export interface NewSecret {
  readonly kind: Signing
  readonly key: Buffer
  readonly publicKey: Buffer | null
}

/** Of both kinds 32 random bytes, within the 24 to 64 of the specification. */
export function makeSecret(kind: Signing): NewSecret {
  const key = randomBytes(32)
  return { kind, key, publicKey: kind === 'ed25519' ? publicBytesOf(key) : null }
}

/** What a receiver verifies with. A private key, which would be `whsk_…`, is shown to nobody. */
export const verifierOf = ({ key, publicKey }: Pick<NewSecret, 'key' | 'publicKey'>): string =>
  publicKey === null ? `whsec_${key.toString('base64')}` : whpk(publicKey)

export const whpk = (publicKey: Buffer): string => `whpk_${publicKey.toString('base64')}`

/** A public key as others read it (RFC 8037), named by the thumbprint of RFC 7638. */
export function jwkOf(publicKey: Buffer): Readonly<Record<string, string>> {
  const members = { crv: 'Ed25519', kty: 'OKP', x: publicKey.toString('base64url') }
  const kid = createHash('sha256').update(JSON.stringify(members)).digest('base64url')
  return { ...members, kid, use: 'sig', alg: 'EdDSA' }
}
