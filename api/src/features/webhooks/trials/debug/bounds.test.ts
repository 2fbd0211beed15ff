/** WH-9: whatever is sent in, telling why it does not verify holds nobody else up. */
import * as crypto from 'node:crypto'
import { beforeEach, expect, jest, test } from '@jest/globals'
import { makeSecret } from '../../signing/secrets.ts'
import { signatureHeader, signaturesOf, type SigningSecret } from '../../signing/sign.ts'
import type { Known } from './causes.ts'

const verify = jest.fn(crypto.verify)
const createHmac = jest.fn(crypto.createHmac)
const createPublicKey = jest.fn(crypto.createPublicKey)
jest.unstable_mockModule('node:crypto', () => ({ ...crypto, verify, createHmac, createPublicKey }))
const { verdictOf } = await import('./verdict.ts')
beforeEach(() => void jest.clearAllMocks())

const id = '0199f0a2-5d3a-7b41-8c77-0b6f2a1d9e43'
const at = new Date('2026-03-02T09:30:00.000Z')
const seconds = at.getTime() / 1000

type Kind = SigningSecret['kind']
const secrets = (count: number, kind: Kind, by: SigningSecret['by'] = 'secret'): SigningSecret[] =>
  Array.from({ length: count }, () => ({ ...makeSecret(kind), by }))

/** All that an app can have. */
const knownOf = (kind: Kind): Known => ({
  secrets: [...secrets(1, kind), ...secrets(1, kind, 'old-secret')],
  ended: secrets(20, kind, 'old-secret'),
  others: [...secrets(49, kind, 'old-secret'), ...secrets(49, kind)],
  sent: '{}',
})
const judged = (signature: string, body: string, known: Known) => {
  const headers = {
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': signature,
  }
  return verdictOf({ headers, body, at }, known, { values: true, signing: true })
}
const foreign = (count: number, kind: Kind, body: string) =>
  signatureHeader(secrets(count, kind), id, seconds, body)

const piece = '{"a":"ü&amp;<\\u00fc","n":1},\r\n'
/** Of which each thing that may have become of it makes another one. */
const mixed = `\u{feff}[${piece.repeat(800)}1]\n`
const deep = `${'['.repeat(2000)}${'1,'.repeat(15_000)}1${']'.repeat(2000)}\n`

test.each<[string, Kind, string]>([
  ['ed25519', 'ed25519', mixed],
  ['HMAC', 'hmac', mixed],
  ['ed25519 over what lies deep', 'ed25519', deep],
  ['HMAC over what lies deep', 'hmac', deep],
])('WH-9: of %s few signatures are looked at, over few bytes', (_, kind, body) => {
  const header = foreign(20, kind, body)
  expect(judged(header, body, knownOf(kind)).isValid).toBe(false)
  const over = verify.mock.calls.map(([, signed]) => signed as Buffer)
  // Two secrets and four signatures over 20 texts at most, and 80 looks at those of others.
  expect(over.length).toBeLessThanOrEqual(2 * 4 * 20 + 80)
  expect(createHmac.mock.calls.length).toBeLessThanOrEqual(2 * 20 + 2 * 4 + 80)
  for (const signed of over) expect(signed.length).toBeLessThan(60_000)
  const keys = createPublicKey.mock.calls.map(([key]) => JSON.stringify(key))
  expect(keys.length).toBeLessThanOrEqual(2 + 20)
  expect(new Set(keys).size).toBe(keys.length)
})

test('WH-9: nothing is held twice against what is the same', () => {
  const body = 'plain'
  const known = { ...knownOf('ed25519'), ended: [], others: [] }
  expect(judged(foreign(1, 'ed25519', body), body, known).isValid).toBe(false)
  const texts = verify.mock.calls.map(([, signed]) => String(signed))
  // As it came it is looked at twice: as its header has it, and whatever its header has.
  const others = texts.filter((text) => text !== `${id}.${seconds}.${body}`)
  expect(others.length).toBe(2 * new Set(others).size)
  expect(texts.length - others.length).toBe(2 * 2)
})

test.each<Kind>(['ed25519', 'hmac'])(
  'WH-9: of %s the fourth signature is looked at, the fifth not, and that is said',
  (kind) => {
    const body = '{"n":1}'
    const known = { ...knownOf(kind), ended: [], others: [] }
    const own = signatureHeader(known.secrets.slice(0, 1), id, seconds, body)
    const fourth = judged(`${foreign(3, kind, body)} ${own}`, body, known)
    expect(fourth).toMatchObject({ isValid: true })
    const fifth = judged(`${foreign(4, kind, body)} ${own}`, body, known)
    expect(fifth).toMatchObject({ isValid: false })
    expect(fifth.rules.find(({ rule }) => rule === 'signature-format')?.detail).toBe(
      'There are signatures to look at: 4, of 4 at most.',
    )
  },
)

test.each<Kind>(['ed25519', 'hmac'])(
  'WH-9: by %s one signature is known of the oldest secret that ended and of the last endpoint',
  (kind) => {
    const body = '{"n":1}'
    const known = knownOf(kind)
    const by = (secret: SigningSecret) =>
      judged(signaturesOf([secret], id, seconds, body)[0]!.value, body, known).cause
    expect(by(known.ended.at(-1)!)).toBe('ended-secret')
    expect(by(known.others.at(-1)!)).toBe('other-endpoint')
  },
)
