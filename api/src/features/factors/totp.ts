/** Codes that count the time (RFC 6238): six digits of SHA-1, a new one every thirty seconds. */
import { Secret, TOTP } from 'otpauth'

const periodSeconds = 30
/** A step early or late is taken, for clocks that are half a minute off. */
const window = 1

/** 160 random bits in base32, as authenticator apps take them. */
export const newTotpSecret = () => new Secret({ size: 20 }).base32

/** What an authenticator app reads from a QR code. */
export function totpUri(secret: string, email: string): string {
  return totpOf(secret, email).toString()
}

/** The step of time whose code was given, or nothing where it is none of the three that are taken. */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  const timestamp = now.getTime()
  const delta = totpOf(secret).validate({ token: code, timestamp, window })
  return delta === null ? null : Math.floor(timestamp / 1000 / periodSeconds) + delta
}

/** The code of this moment; for the demo and for tests. */
export function codeAt(secret: string, now: Date): string {
  return totpOf(secret).generate({ timestamp: now.getTime() })
}

const totpOf = (secret: string, label = '') =>
  new TOTP({
    issuer: 'Sonaqor',
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: periodSeconds,
    secret: Secret.fromBase32(secret),
  })
