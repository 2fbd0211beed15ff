import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { uuidv7 } from '../crypto/index.ts'
import { bearer } from '../../testing/toy/principals.ts'
import { startToyWorld } from '../../testing/toy/world.ts'
import type { Holder } from '../../testing/transport.ts'
import type { World } from '../../testing/world.ts'

const page = 'https://portal.example'
const ours = 'http://sonaqor.test'
const tenantId = uuidv7()
const embed = bearer(tenantId, { kind: 'embed', origins: [page], keyId: uuidv7() })
const frame = bearer(tenantId, { kind: 'embed', origins: [ours], keyId: uuidv7() })
const member = bearer(tenantId)
const key = bearer(tenantId, { kind: 'key' })

let world: World
beforeAll(async () => {
  world = await startToyWorld({ env: { PUBLIC_URL: ours } })
})
afterAll(() => world.stop())

const preflight = (path: string, origin: string) =>
  world.ask(path, {
    method: 'OPTIONS',
    headers: { origin, 'access-control-request-method': 'GET' },
  })

const read = (as: Holder | null, headers: Record<string, string>, path = '/v1/notes') =>
  world.ask(path, { as, headers })

const from = async (headers: Record<string, string>) => (await read(embed, headers)).status
const knock = (as: Holder, origin: string) => read(as, { origin }, '/v1/doors/knock')
const whisper = (as: Holder, origin: string) =>
  world.ask('/v1/notes/whisper', { as, method: 'POST', headers: { origin } })
const post = async (headers: Record<string, string>) =>
  (await world.ask('/v1/doors/member', { as: member, method: 'POST', headers })).status

test('a preflight lets any page ask an embeddable address, without credentials', async () => {
  const { status, headers } = await preflight('/v1/notes', 'https://anybody.example')
  expect(status).toBe(204)
  expect(headers.get('access-control-allow-origin')).toBe('*')
  expect(headers.get('access-control-allow-credentials')).toBeNull()
  expect(headers.get('access-control-allow-methods')).toBe('GET, POST')
})

test.each(['/v1/doors/knock', '/v1/notes/whisper', '/v1/notes/misbehave'])(
  'a preflight lets no page ask %s',
  async (path) => {
    const { headers } = await preflight(path, page)
    expect(headers.get('access-control-allow-origin')).toBeNull()
  },
)

test('an embed token is taken from the one place that it was made for', async () => {
  expect(await from({ origin: page })).toBe(200)
  expect(await from({ origin: ours })).toBe(403)
  expect(await from({ 'sec-fetch-site': 'same-origin' })).toBe(403)
  expect((await read(frame, { origin: ours })).status).toBe(200)
  expect((await read(frame, { 'sec-fetch-site': 'same-origin' })).status).toBe(200)
  expect((await read(frame, { origin: page })).status).toBe(403)
  expect(await from({ origin: 'https://other.example' })).toBe(403)
  expect(await from({ origin: 'null' })).toBe(403)
  expect(await from({})).toBe(403)
})

test('a page can read why it was refused', async () => {
  const { headers } = await read(embed, { origin: 'https://other.example' })
  expect(headers.get('access-control-allow-origin')).toBe('*')
})

test('what is not embeddable, or shows a secret, is for frames of our own alone', async () => {
  expect((await knock(embed, page)).status).toBe(403)
  expect((await knock(frame, ours)).status).toBe(204)
  expect((await whisper(embed, page)).status).toBe(403)
  expect((await whisper(frame, ours)).status).toBe(200)
})

test('keys and members are not taken from pages of other origins', async () => {
  for (const holder of [key, member]) {
    expect((await read(holder, { origin: page })).status).toBe(403)
    expect((await read(holder, { origin: ours })).status).toBe(200)
    expect((await read(holder, {})).status).toBe(200)
  }
})

test('a write with a cookie is taken from our own pages alone', async () => {
  const cookie = '__Host-sonaqor-refresh=x'
  expect(await post({ cookie })).toBe(403)
  expect(await post({ cookie, origin: page })).toBe(403)
  expect(await post({ cookie, origin: ours })).toBe(204)
  expect(await post({})).toBe(204)
})
