/**
 * What the secret of a key looks like: `sq_live_` or `sq_test_`, 30 random characters of base62 (178
 * bits), and 6 that are the CRC32 of all before them. So a scanner knows a leaked key on sight, and a
 * mistyped or invented one is refused without asking anybody. A browser tells it by the same code.
 */
import type { Environment } from './access.ts'

export const keyMarks = { production: 'sq_live_', sandbox: 'sq_test_' } as const

const shape = /^sq_(?:live|test)_[0-9A-Za-z]{36}$/
const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const checksumLength = 6

/** Whether a secret can be one of ours; false means that it never was one. */
export function holdsChecksum(secret: string): boolean {
  if (!shape.test(secret)) return false
  return checksumOf(secret.slice(0, -checksumLength)) === secret.slice(-checksumLength)
}

/** Whether a text holds a secret that can be one of ours, whatever stands around it. */
export const holdsKey = (text: string): boolean =>
  (text.match(/sq_(?:live|test)_[0-9A-Za-z]{36}/g) ?? []).some(holdsChecksum)

/** Somebody may paste a whole secret, or most of one; no more of it is kept than names its key. */
const secrets = /(sq_(?:test|live)_\w{4})\w+/g
export const withoutSecrets = (text: string): string => text.replaceAll(secrets, '$1')

/** What a secret says of its environment, whether or not all of it is there. */
export function environmentOf(secret: string): Environment | null {
  if (secret.startsWith(keyMarks.production)) return 'production'
  return secret.startsWith(keyMarks.sandbox) ? 'sandbox' : null
}

/** The CRC32 of a text in six characters of base62, which hold no more. */
export function checksumOf(text: string): string {
  let rest = crc32(text)
  let out = ''
  for (let place = 0; place < checksumLength; place += 1) {
    out = digits.charAt(rest % digits.length) + out
    rest = Math.floor(rest / digits.length)
  }
  return out
}

/** As zlib and every scanner have it, of a text that is ASCII. */
function crc32(text: string): number {
  let rest = -1
  for (let place = 0; place < text.length; place += 1) {
    rest ^= text.charCodeAt(place)
    for (let bit = 0; bit < 8; bit += 1) rest = (rest >>> 1) ^ (rest & 1 ? 0xedb88320 : 0)
  }
  return ~rest >>> 0
}
