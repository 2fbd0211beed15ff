import { describe, expect, test } from '@jest/globals'
import { checksumOf } from '@sonaqor/contract/key-format'
import { endsOf, holdsChecksum, makeSecret } from './key-format.ts'

describe('KY-2: a key can be told and checked offline', () => {
  test('a secret says its environment and carries its checksum', () => {
    expect(makeSecret('production')).toMatch(/^sq_live_[0-9A-Za-z]{36}$/)
    expect(makeSecret('sandbox')).toMatch(/^sq_test_[0-9A-Za-z]{36}$/)
    expect(holdsChecksum(makeSecret('sandbox'))).toBe(true)
  })

  test('the checksum is the CRC32 of what stands before it, as any scanner computes it', () => {
    expect(holdsChecksum('sq_test_0000000000000000000000000000004Dr3bM')).toBe(true)
    expect(holdsChecksum('sq_test_0000000000000000000000000000004Dr3bN')).toBe(false)
  })

  test('a checksum has six characters, is the one that zlib computes, and misses no single slip', () => {
    const text = 'sq_live_4fJ8'
    expect(checksumOf('123456789')).toBe('3jZRME')
    for (let place = 0; place < text.length; place += 1) {
      const slip = `${text.slice(0, place)}~${text.slice(place + 1)}`
      expect(checksumOf(slip)).not.toBe(checksumOf(text))
    }
  })

  test('one wrong character, another environment or another length is refused', () => {
    const secret = makeSecret('sandbox')
    const wrong = secret.slice(0, 20) + (secret[20] === 'a' ? 'b' : 'a') + secret.slice(21)
    const moved = secret.replace('sq_test_', 'sq_live_')
    for (const text of [wrong, moved, `${secret}a`, secret.slice(0, -1), '', 'sq_test_']) {
      expect(holdsChecksum(text)).toBe(false)
    }
  })

  test('no two secrets are alike', () => {
    const secrets = Array.from({ length: 1000 }, () => makeSecret('sandbox'))
    expect(new Set(secrets).size).toBe(1000)
  })

  test('what is shown of a secret is its two ends', () => {
    expect(endsOf('sq_test_abcdEFGHijklMNOPqrstUVWXyz0123456789')).toEqual({
      prefix: 'sq_test_abcd',
      lastFour: '6789',
    })
  })
})
