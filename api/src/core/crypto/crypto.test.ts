import { describe, expect, test } from '@jest/globals'
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { createClock } from '../clock/index.ts'
import { openSecrets, randomBase62, seal, unseal, uuidv7, type Secrets } from './index.ts'

const key = randomBytes(32)
const pemOf = () =>
  generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' })
const secretsWith = (signingKey = String(pemOf()), clock = createClock()): Promise<Secrets> =>
  openSecrets({ pepper: key, signingKey, signingKeyId: 'one' }, clock)

describe('what is sealed', () => {
  const sealed = seal(key, Buffer.from('secret'), 'customer 7')

  test('opens with its key and context alone', () => {
    expect(String(unseal(key, sealed, 'customer 7'))).toBe('secret')
    expect(() => unseal(randomBytes(32), sealed, 'customer 7')).toThrow()
    expect(() => unseal(key, sealed, 'customer 8')).toThrow()
  })

  test('does not open when a single bit of it differs, nor with a shorter tag', () => {
    for (let place = 0; place < sealed.length; place += 1) {
      const changed = Buffer.from(sealed)
      changed.writeUInt8(changed.readUInt8(place) ^ 1, place)
      expect(() => unseal(key, changed, 'customer 7')).toThrow()
    }
    expect(() => unseal(key, sealed.subarray(0, 20), 'customer 7')).toThrow()
  })

  test('never looks the same twice', () => {
    expect(seal(key, Buffer.from('secret'), 'customer 7').equals(sealed)).toBe(false)
  })
})

describe('a token', () => {
  const token = { subject: 'session', audience: 'dashboard', claims: { tid: 'tenant' } }

  test('says what it said, to its own audience, until it ends', async () => {
    const clock = createClock()
    const secrets = await secretsWith(undefined, clock)
    const text = await secrets.sign(token, 300)
    const verified = await secrets.verify(text, 'dashboard')
    expect(verified).toMatchObject({ subject: 'session', claims: { tid: 'tenant' } })
    expect(await secrets.verify(text, 'embeds')).toBeNull()
    clock.set(new Date(Date.now() + 290_000))
    expect(await secrets.verify(text, 'dashboard')).not.toBeNull()
    clock.set(new Date(Date.now() + 310_000))
    expect(await secrets.verify(text, 'dashboard')).toBeNull()
  })

  test('of another key, without a signature, or damaged, says nothing', async () => {
    const [ours, theirs] = [await secretsWith(), await secretsWith()]
    const text = await ours.sign(token, 300)
    expect(await theirs.verify(text, 'dashboard')).toBeNull()
    const [, claims = ''] = text.split('.')
    const none = Buffer.from('{"alg":"none"}').toString('base64url')
    for (const forged of [`${none}.${claims}.`, `${text}x`, text.slice(1), '', 'a.b.c']) {
      expect(await ours.verify(forged, 'dashboard')).toBeNull()
    }
  })
})

test('a derived key belongs to its purpose and salt', async () => {
  const secrets = await secretsWith()
  const keys = [
    secrets.keyFor('cursor').export(),
    secrets.keyFor('answer').export(),
    secrets.deriveKey('answer', 'salt'),
  ].map((one) => one.toString('hex'))
  expect(new Set(keys).size).toBe(3)
  expect(secrets.deriveKey('cursor', '').toString('hex')).toBe(keys[0])
  expect(secrets.keyFor('cursor')).toBe(secrets.keyFor('cursor'))
})

test('base62 is evenly spread', () => {
  const counts = new Map<string, number>()
  for (const digit of randomBase62(62_000)) counts.set(digit, (counts.get(digit) ?? 0) + 1)
  expect(counts.size).toBe(62)
  for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(250)
})

test('ids are unique and in the order of their making, also within a millisecond', () => {
  const moment = new Date()
  const ids = Array.from({ length: 2000 }, () => uuidv7(moment))
  expect(new Set(ids).size).toBe(2000)
  expect(ids.toSorted()).toEqual(ids)
  expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(Number.parseInt(ids[0]!.replace('-', '').slice(0, 12), 16)).toBe(moment.getTime())
})
