/** The secrets of the house: made once, wrapped by the key-encryption key, shared by all processes. */
import { createHmac, createPublicKey, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'
import { importPKCS8, jwtVerify, SignJWT, type CryptoKey } from 'jose'
import type { Clock } from '../clock/index.ts'

export interface Claims {
  /** Whom the token names: a session id, for example. */
  readonly subject: string
  /** The service that it is for; checked on verifying. */
  readonly audience: string
  readonly claims?: Readonly<Record<string, unknown>>
}

export interface Secrets {
  /** HMAC-SHA-256 with the pepper: how keys and refresh tokens are stored. */
  hmac(text: string): Buffer
  /** A 32-byte key for one purpose and salt, derived from the house's own secret. */
  deriveKey(purpose: string, salt: string): Buffer
  /** The same for one purpose alone, as it is wanted again and again. */
  keyFor(purpose: string): KeyObject
  /** An EdDSA JWT that lives so many seconds; its header says what kind of token it is. */
  sign(token: Claims, lifeSeconds: number): Promise<string>
  /**
   * What a token of ours says; null where it is not ours, of another kind or audience, or over: by more
   * than `lateSeconds`, where somebody asks who had it before.
   */
  verify(token: string, audience: string, lateSeconds?: number): Promise<VerifiedToken | null>
}

export interface VerifiedToken {
  readonly subject: string
  readonly expiresAt: Date
  readonly claims: Readonly<Record<string, unknown>>
}

export interface RawSecrets {
  readonly pepper: Buffer
  /** Ed25519 in PKCS #8, PEM. */
  readonly signingKey: string
  readonly signingKeyId: string
}

const issuer = 'sonaqor'

export async function openSecrets(raw: RawSecrets, clock: Clock): Promise<Secrets> {
  const signingKey = await importPKCS8(raw.signingKey, 'EdDSA')
  const publicKey = createPublicKey(raw.signingKey)
  const header = { alg: 'EdDSA', kid: raw.signingKeyId }
  // Made once: from bytes, Node would make it again for each use, five times the cost of the HMAC.
  const pepper = createSecretKey(raw.pepper)
  const deriveKey = (purpose: string, salt: string) =>
    Buffer.from(hkdfSync('sha256', raw.pepper, salt, purpose, 32))
  const keys = new Map<string, KeyObject>()
  return {
    hmac: (text) => createHmac('sha256', pepper).update(text).digest(),
    deriveKey,
    keyFor(purpose) {
      const key = keys.get(purpose) ?? createSecretKey(deriveKey(purpose, ''))
      keys.set(purpose, key)
      return key
    },
    sign: (token, lifeSeconds) => signed(token, lifeSeconds, signingKey, header, clock.now()),
    verify: async (token, audience, lateSeconds = 0) => {
      try {
        const { payload } = await jwtVerify(token, publicKey, {
          algorithms: ['EdDSA'],
          typ: typeFor(audience),
          issuer,
          audience,
          currentDate: clock.now(),
          clockTolerance: lateSeconds,
          requiredClaims: ['sub', 'exp'],
        })
        const { sub = '', exp = 0, ...claims } = payload
        return { subject: sub, expiresAt: new Date(exp * 1000), claims }
      } catch {
        return null
      }
    },
  }
}

/**
 * The kind of a token (RFC 8725, 3.11): one of each audience, so that what is given out for one purpose
 * is taken for no other, even by somebody who forgets to ask for whom it is meant.
 */
const typeFor = (audience: string) => `${audience.replaceAll(':', '-')}+jwt`

function signed(
  { subject, audience, claims = {} }: Claims,
  lifeSeconds: number,
  key: CryptoKey,
  header: { alg: string; kid: string },
  now: Date,
): Promise<string> {
  const seconds = Math.floor(now.getTime() / 1000)
  return new SignJWT({ ...claims })
    .setProtectedHeader({ ...header, typ: typeFor(audience) })
    .setIssuer(issuer)
    .setSubject(subject)
    .setAudience(audience)
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + lifeSeconds)
    .sign(key)
}
