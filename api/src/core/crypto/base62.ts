import { randomBytes } from 'node:crypto'
import { crc32 } from 'node:zlib'

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** Random characters of base62, each equally likely: bytes past the last multiple of 62 are drawn anew. */
export function randomBase62(length: number): string {
  let text = ''
  while (text.length < length) {
    for (const byte of randomBytes(length * 2)) {
      if (byte < 248 && text.length < length) text += digits.charAt(byte % 62)
    }
  }
  return text
}

/** The CRC32 of a text in six characters of base62: what a key ends with, checkable offline. */
export function crc32Base62(text: string): string {
  let rest = crc32(text)
  let out = ''
  for (let place = 0; place < 6; place += 1) {
    out = digits.charAt(rest % 62) + out
    rest = Math.floor(rest / 62)
  }
  return out
}
