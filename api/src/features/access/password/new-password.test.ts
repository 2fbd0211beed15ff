/** XC-1: which passwords are refused, wherever one is chosen, and that nothing else is. */
import { randomBytes } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { dictionary } from '@zxcvbn-ts/language-common'
import { Problem } from '../../../core/problems/index.ts'
import { checkPassword } from './new-password.ts'
import { hashPassword, isPasswordOf } from './passwords.ts'

const words = ['Nikhil Varma', 'nikhil.varma@harrowgate.example', 'Harrowgate Markets']

function faultOf(password: string, pointer?: string) {
  try {
    checkPassword(password, words, pointer)
    return null
  } catch (thrown) {
    return (thrown as Problem).details.errors?.[0] ?? null
  }
}

describe('XC-1 V6.2 a password is refused', () => {
  test.each([
    ['14 characters', 'xk4!mqz&9tw2p#', 'must have at least 15 characters'],
    ['14 characters that two keys make', 'e\u0301'.repeat(14), 'must have at least 15 characters'],
    ['129 characters', `${'xk4!mqz&9tw2p#'.repeat(9)}abc`, 'must have at most 128 characters'],
  ])('of %s', (_, password, detail) => {
    expect(faultOf(password)).toEqual({ detail, pointer: '#/password' })
  })

  test.each([
    'passwordpassword',
    'Password12345678',
    'P@ssw0rd12345678',
    '123456789012345',
    '111111111111111',
    'aaaaaaaaaaaaaaaaaaaaaaaa',
    'abcabcabcabcabcabc',
    'abcdefghijklmnopqrstuvwxyz',
    'qwertyuiopasdfghjkl',
    '1qaz2wsx3edc4rfv',
    'qwerty123456789',
    'iloveyouiloveyou',
    'letmeinletmein123',
  ])('that is guessed among the first: %s', (password) => {
    expect(faultOf(password)?.detail).toBe('is among the passwords that are guessed first')
  })

  test('that is one of the commonest which are so long', () => {
    const common = dictionary['passwords-common'].filter((one) => one.length >= 15)
    expect(common.length).toBeGreaterThan(30)
    expect(common.filter((password) => faultOf(password) === null)).toEqual([])
  })

  test.each([
    'Nikhil.Varma.2026',
    'harrowgate-markets-1',
    'VarmaNikhilVarma!!',
    'sonaqor-sonaqor-26',
    'Harrowgate owner 1',
    'nikhil at harrowgate',
  ])('that is made of the words of its owner, tenant or house: %s', (password) => {
    expect(faultOf(password)?.detail).toBe('is made of words that others know of you')
  })

  test('at the field that it came in', () => {
    expect(faultOf('short', '#/next')?.pointer).toBe('#/next')
  })
})

describe('XC-1 V6.2.5 a password is taken', () => {
  test.each([
    ['words', 'correct horse battery staple'],
    ['own words among others', 'harrowgate lemon tugboat quiver'],
    ['lower case alone', 'xkmqztwpvbgjrlc'],
    ['digits alone', '839205716420938'],
    ['128 characters', 'xk4!mqz&9tw2p#'.repeat(9).slice(0, 120) + '%d3Fw@1k'],
    ['128 emoji', '🦊🐙🌵🪐🧊🥨🎺🦉'.repeat(16)],
    ['Greek', 'ψάρια πετούν στο φεγγάρι'],
  ])('of %s', (_, password) => {
    expect(faultOf(password)).toBeNull()
  })

  test('whatever classes of characters it has: 64 at random', () => {
    const random = Array.from({ length: 64 }, (_, i) =>
      randomBytes(24).toString((['base64', 'hex', 'base64url'] as const)[i % 3]),
    )
    expect(random.filter((password) => faultOf(password) !== null)).toEqual([])
  })
})

describe('XC-1 V6.2.8 a password is compared', () => {
  test('as it is: spaces, case and all, in whichever spelling of Unicode', async () => {
    const hash = await hashPassword('  Caf\u00e9 au lait, s. v. p. ')
    const same = (password: string) => isPasswordOf(hash, password)
    expect(await same('  Cafe\u0301 au lait, s. v. p. ')).toBe(true)
    expect(await same('Caf\u00e9 au lait, s. v. p.')).toBe(false)
    expect(await same('  caf\u00e9 au lait, s. v. p. ')).toBe(false)
    expect(await same('  Cafe au lait, s. v. p. ')).toBe(false)
  })
})
