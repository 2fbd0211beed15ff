/** XC-1: the codes are those of RFC 6238, of its appendix B, as authenticator apps show them. */
import { describe, expect, test } from '@jest/globals'
import { codeAt, newTotpSecret, stepOfCode, totpUri } from './totp.ts'

/** The key of the appendix, `12345678901234567890`, in base32. */
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const at = (seconds: number) => new Date(seconds * 1000)

test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_234_567_890, '005924'],
  [20_000_000_000, '353130'],
])('at %i seconds the code is %s', (seconds, code) => {
  expect(codeAt(secret, at(seconds))).toBe(code)
  expect(stepOfCode(secret, code, at(seconds))).toBe(Math.floor(seconds / 30))
})

describe('a code', () => {
  const now = at(1_111_111_109)

  test.each([-1, 0, 1])('of a clock that is %i steps off is taken, as that very step', (off) => {
    const then = at(1_111_111_109 + off * 30)
    expect(stepOfCode(secret, codeAt(secret, then), now)).toBe(Math.floor(then.getTime() / 30_000))
  })

  test.each([-2, 2])('of a clock that is %i steps off is not', (off) => {
    expect(stepOfCode(secret, codeAt(secret, at(1_111_111_109 + off * 30)), now)).toBeNull()
  })
})

test('each secret has 160 bits of its own, and an app reads it from the address', () => {
  const [one, other] = [newTotpSecret(), newTotpSecret()]
  expect(one).toMatch(/^[A-Z2-7]{32}$/)
  expect(one).not.toBe(other)
  expect(totpUri(one, 'ada@world.test')).toContain(`secret=${one}`)
})
