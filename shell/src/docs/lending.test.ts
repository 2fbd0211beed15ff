import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { docsLabel, lifeMs, openLending } from './lending.ts'

const origin = 'https://sonaqor.test'
const now = Date.parse('2026-11-22T12:00:00Z')
const inAnHour = new Date(now + lifeMs).toISOString()

const me = {
  person: { id: 'p1', name: 'Ada', email: 'ada@acme.example' },
  scopes: ['keys:read', 'keys:write', 'logs:read', 'projects:write'],
  secondFactorMissing: false,
}
const lent = {
  id: 'k1',
  label: docsLabel,
  issuedBy: 'Ada',
  scopes: ['logs:read', 'keys:read'],
  expiresAt: inAnHour,
  revision: 4,
}

interface Asked {
  readonly what: string
  readonly body: unknown
  readonly headers: Readonly<Record<string, string>>
}

let asked: Asked[]
let session: object | null
let keys: object[]
const fetched = globalThis.fetch

beforeEach(() => {
  asked = []
  session = { token: 'access', me }
  keys = []
  globalThis.fetch = jest.fn<typeof fetch>(async (address, init) => {
    const { pathname, search } = new URL(String(address))
    const { method, body, headers } = init as { method: string; body?: string; headers: {} }
    asked.push({
      what: `${method} ${pathname}${search}`,
      body: body === undefined ? undefined : JSON.parse(body),
      headers,
    })
    const answers: Readonly<Record<string, object>> = {
      '/v1/auth/resume': { session },
      '/v1/apps': { data: [{ id: 'a1', name: 'Checkout' }], page: {} },
      '/v1/keys': method === 'GET' ? { data: keys, page: {} } : { id: 'k2', secret: 'issued' },
      '/v1/keys/k1/rotate': { id: 'k1', secret: 'rotated' },
    }
    return new Response(JSON.stringify(answers[pathname]))
  })
})
afterEach(() => {
  globalThis.fetch = fetched
})

let alone = 0
const lending = () =>
  openLending(
    origin,
    { alone: (work) => ((alone += 1), work()), tell: () => undefined, listen: () => undefined },
    () => now,
  )

describe('SU-4: the reader’s own sandbox key', () => {
  test('is issued by the reader’s session for an hour, and can do what they can but make keys', async () => {
    expect((await lending().lend('a1')).secret).toBe('issued')
    const issue = asked.at(-1)!
    expect(issue.what).toBe('POST /v1/keys')
    expect(issue.headers['authorization']).toBe('Bearer access')
    expect(issue.body).toEqual({
      appId: 'a1',
      label: docsLabel,
      scopes: ['keys:read', 'logs:read'],
      expiresAt: inAnHour,
    })
  })

  test('is one and the same on every page: where it still lives, it gets a new secret, and the old one ends', async () => {
    keys = [lent]
    expect((await lending().lend('a1')).secret).toBe('rotated')
    expect(asked.at(-2)?.what).toContain('appId=a1&state=active')
    expect(asked.at(-1)).toMatchObject({
      what: 'POST /v1/keys/k1/rotate',
      body: { overlap: 'now', expiresAt: inAnHour },
    })
    // Another page may ask at the same moment, and neither is refused.
    expect(asked.at(-1)?.headers).not.toHaveProperty('if-match')
  })

  test.each([
    ['somebody else’s', { issuedBy: 'Grace' }],
    ['one that lives longer, which somebody has made by hand', { expiresAt: null }],
    ['one that can do something else', { scopes: ['logs:read'] }],
    ['one of another name', { label: 'Docs: try it out' }],
  ])('leaves %s alone', async (_, change) => {
    keys = [{ ...lent, ...change }]
    expect((await lending().lend('a1')).secret).toBe('issued')
    expect(asked.filter(({ what }) => what.includes('rotate'))).toEqual([])
  })

  test('is one of the sandbox: no other apps are asked for', async () => {
    expect(await lending().apps()).toHaveLength(1)
    expect(asked.at(-1)?.what).toBe('GET /v1/apps?environment=sandbox&limit=200')
  })

  test('is nothing that a stranger gets, and finding out refuses nobody', async () => {
    session = null
    expect(await lending().reader()).toBeNull()
    await expect(lending().lend('a1')).rejects.toThrow()
    expect(asked.map(({ what }) => what)).toEqual(['POST /v1/auth/resume', 'POST /v1/auth/resume'])
  })

  test('uses the cookie as the tabs of the dashboard do, one at a time', async () => {
    alone = 0
    await lending().reader()
    expect(alone).toBe(1)
  })
})
