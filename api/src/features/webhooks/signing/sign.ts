/**
 * Signatures of Standard Webhooks 1.0, over id, time and the very bytes that are sent: `v1` is HMAC-SHA256
 * by a secret that the receiver has too, `v1a` ed25519 by a key that is ours alone.
 */
import { createHmac, createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto'
import type { Signing } from '@sonaqor/contract/webhook-bounds'

export interface SigningSecret {
  /** The old one signs beside the new one while a rotation has both. */
  readonly by: 'secret' | 'old-secret'
  readonly kind: Signing
  /** Of ed25519 the seed of the private key. */
  readonly key: Buffer
  /** Of ed25519, where it is kept: to make it from the seed takes longer than to verify by it. */
  readonly publicKey?: Buffer | null
}

export interface Signature {
  readonly kind: 'v1' | 'v1a'
  readonly by: SigningSecret['by']
  /** As it stands in `webhook-signature`, its kind before it. */
  readonly value: string
}

/** What is signed. No id of ours and no time has a dot in it, so that nothing can be shifted. */
export const signedOf = (id: string, timestampSeconds: number, body: string): string =>
  `${id}.${timestampSeconds}.${body}`

/** One by each secret, in the order of the secrets. */
export function signaturesOf(
  secrets: readonly SigningSecret[],
  id: string,
  timestampSeconds: number,
  body: string,
): Signature[] {
  const signed = Buffer.from(signedOf(id, timestampSeconds, body))
  return secrets.map((secret) => ({
    kind: secret.kind === 'hmac' ? 'v1' : 'v1a',
    by: secret.by,
    value:
      secret.kind === 'hmac'
        ? `v1,${createHmac('sha256', secret.key).update(signed).digest('base64')}`
        : `v1a,${sign(null, signed, privateKeyOf(secret.key)).toString('base64')}`,
  }))
}

/** What `webhook-signature` says. */
export function signatureHeader(
  secrets: readonly SigningSecret[],
  id: string,
  timestampSeconds: number,
  body: string,
): string {
  return signaturesOf(secrets, id, timestampSeconds, body)
    .map(({ value }) => value)
    .join(' ')
}

/** The 32 bytes that verify what a seed of ed25519 signs. */
export const publicBytesOf = (seed: Buffer): Buffer =>
  Buffer.from(createPublicKey(privateKeyOf(seed)).export({ format: 'jwk' }).x ?? '', 'base64url')

/** What stands before the seed of a private key of ed25519 in PKCS #8 (RFC 8410). */
const head = Buffer.from('302e020100300506032b657004220420', 'hex')

const privateKeyOf = (seed: Buffer): KeyObject =>
  createPrivateKey({ key: Buffer.concat([head, seed]), format: 'der', type: 'pkcs8' })
