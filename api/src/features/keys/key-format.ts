/**
 * What a secret looks like: `sq_live_` or `sq_test_`, 30 random characters of base62 (178 bits),
 * and 6 that are the CRC32 of all before them. So a scanner knows a leaked key on sight, and a
 * mistyped or invented one is refused without a query.
 */
import type { Environment } from '@sonaqor/contract/access'
import { crc32Base62, randomBase62 } from '../../core/crypto/index.ts'

const marks = { production: 'sq_live_', sandbox: 'sq_test_' } as const
const shape = /^sq_(?:live|test)_[0-9A-Za-z]{36}$/
const checksumLength = 6

/** A fresh secret for a key of this environment. */
export function makeSecret(environment: Environment): string {
  const body = marks[environment] + randomBase62(30)
  return body + crc32Base62(body)
}

/** Whether a token is shaped like a key at all; what is not may be another kind of token. */
export function looksLikeKey(token: string): boolean {
  return token.startsWith('sq_')
}

/** Whether a secret can be one of ours; false means that it never was one. */
export function holdsChecksum(secret: string): boolean {
  if (!shape.test(secret)) return false
  const body = secret.slice(0, -checksumLength)
  return crc32Base62(body) === secret.slice(-checksumLength)
}

/** What a secret says of its environment, whether or not all of it is there. */
export function environmentOf(secret: string): Environment | null {
  if (secret.startsWith(marks.production)) return 'production'
  return secret.startsWith(marks.sandbox) ? 'sandbox' : null
}

/** The two ends of a secret that may be shown, so that people can tell their keys apart. */
export function endsOf(secret: string): { prefix: string; lastFour: string } {
  return { prefix: secret.slice(0, marks.production.length + 4), lastFour: secret.slice(-4) }
}
