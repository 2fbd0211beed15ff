/** LG-1: what the log keeps of a request can be tried out, and is what it then keeps. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { RedactionTrial } from '@sonaqor/contract/log-redaction'
import { redactionRules, type RedactionRule } from '@sonaqor/contract/log-redaction-rules'
import type { Key } from '@sonaqor/contract/keys'
import type { WorldTenant } from '../../../testing/builders.ts'
import type { Holder } from '../../../testing/transport.ts'
import { joinWorld } from '../../../testing/shared-world.ts'
import type { World } from '../../../testing/world.ts'

let world: World
let tenant: WorldTenant
let key: Key & Holder

beforeAll(async () => {
  world = await joinWorld()
  tenant = await world.tenant('Acme')
  key = await tenant.key()
})
afterAll(() => world.stop())

const card = '4111 1111 1111 1111'
const body = JSON.stringify({
  externalId: 'c-1',
  name: 'Ada Example',
  region: 'ada@example.com',
  nmae: 'Ada Example',
})
const path = `/v1/customers/${encodeURIComponent(card)}`

test('whoever may not see logs tries nothing out', async () => {
  const { logs } = world.as(await tenant.member('analyst'))
  const sample = { method: 'GET', path } as const
  await expect(logs.tryRedaction({ body: { sample } })).rejects.toMatchObject({
    problem: { status: 403, scope: 'logs:read' },
  })
})

test('LG-1 a sample is shown as the log would keep it', async () => {
  const { logs } = world.as(await tenant.member('developer'))
  const headers = { Authorization: 'Bearer sq_test_1', 'User-Agent': 'shop (ops@example.com)' }
  const sample = { method: 'POST', path: '/v1/customers', headers, body } as const
  expect(await logs.tryRedaction({ body: { sample } })).toEqual({
    operation: 'customers.ingest',
    path: '/v1/customers',
    query: '',
    headers: { 'user-agent': 'shop ([redacted])' },
    body: {
      text: '{"externalId":"c-1","name":"[redacted]","region":"[redacted]","nmae":"[string]"}',
      bytes: Buffer.byteLength(body),
      cut: false,
    },
    places: [
      { at: '/headers/authorization', rule: 'header' },
      { at: '/headers/user-agent', rule: 'email' },
      { at: '/body/name', rule: 'name' },
      { at: '/body/region', rule: 'email' },
      { at: '/body/nmae', rule: 'undeclared' },
    ],
  })
  const asked = { method: 'GET', path, query: 'limit=5&email=ada%40example.com' } as const
  expect(await logs.tryRedaction({ body: { sample: asked } })).toMatchObject({
    path: '/v1/customers/[redacted]',
    query: 'limit=[redacted]&email=[redacted]',
    body: null,
    places: [
      { at: '/path/3', rule: 'card' },
      { at: '/query/0', rule: 'undeclared' },
      { at: '/query/1', rule: 'name' },
    ],
  })
})

const customer = (fields: object) => JSON.stringify({ externalId: 'c-1', ...fields })
const samples: Record<RedactionRule, Partial<RedactionTrial['sample']>> = {
  header: { headers: { Cookie: 'a=b' } },
  undeclared: { body: customer({ nmae: 'Ada' }) },
  name: { body: customer({ name: 'Ada' }) },
  secret: { headers: { 'User-Agent': 'sq_live_0123456789' } },
  email: { body: customer({ region: 'ada@example.com' }) },
  iban: { body: customer({ region: 'DE89 3704 0044 0532 0130 00' }) },
  card: { body: customer({ region: '4111 1111 1111 1111' }) },
  telephone: { body: customer({ region: '+49 170 1234567' }) },
  nationalId: { body: customer({ region: '078-05-1120' }) },
  length: { body: customer({ region: 'a'.repeat(3000) }) },
  size: { body: JSON.stringify(Array.from({ length: 7000 }, () => ({}))) },
  format: { body: 'name=Ada' },
  carrier: { path: '/v1/logs/0190a5b2-7c1e-7000-8000-000000000001/again', body: '{}' },
}

test('LG-1 whoever sees logs is told which rules there are, and each is one that a request can meet', async () => {
  const { logs } = world.as(await tenant.member('developer'))
  const { rules } = await logs.redactionRules({})
  expect(rules.map(({ rule }) => rule)).toEqual([...redactionRules])
  expect(rules.find(({ rule }) => rule === 'header')?.of).toContain('user-agent')
  expect(rules.find(({ rule }) => rule === 'name')?.of).toContain('iban')
  for (const { rule } of rules) {
    const sample = { method: 'POST', path: '/v1/customers', ...samples[rule] } as const
    const { places } = await logs.tryRedaction({ body: { sample } })
    expect([rule, new Set(places.map((place) => place.rule))]).toEqual([rule, new Set([rule])])
  }
})

test('LG-1 words come before an id, and where nothing is there no field is declared', async () => {
  const { logs } = world.as(await tenant.member('developer'))
  const tried = (at: string) =>
    logs.tryRedaction({ body: { sample: { method: 'POST', path: at, body: '{"key":"k","a":1}' } } })
  expect(await tried('/v1/keys/check')).toMatchObject({ operation: 'keys.check' })
  expect(await tried('/v1/nowhere')).toMatchObject({
    operation: null,
    body: { text: '{"key":"[string]","a":"[number]"}' },
  })
})

test('LG-1 what is tried is what the log keeps of the same request', async () => {
  const sent = await world.ask('/v1/customers', { as: key, json: JSON.parse(body) as object })
  const { logs } = world.as(await tenant.member('owner'))
  const requestId = sent.headers.get('x-request-id')!
  const [line] = (await logs.search({ query: { requestId } })).data
  const kept = await logs.show({ params: { id: line!.id } })
  const sample = { method: 'POST', path: '/v1/customers', body } as const
  const tried = await logs.tryRedaction({ body: { sample } })
  expect(kept.request.body).toEqual({ ...tried.body, isHeldBack: false })
})

test('LG-1 of a request that tries it with a key, none of the sample stands in the log', async () => {
  const sample = { method: 'POST', path, query: 'q=Ada', headers: { 'x-name': 'Ada' }, body }
  const tried = await world.ask('/v1/logs/redaction', { as: key, json: { sample } })
  expect(tried.status).toBe(200)
  const requestId = tried.headers.get('x-request-id')!
  const { rows } = await world.db.query<{ line: string }>(
    'select l::text as line from log_entries l where tenant_id = $1 and request_id = $2',
    [tenant.id, requestId],
  )
  expect(rows).toHaveLength(1)
  expect(rows[0]!.line).not.toMatch(/\bada\b|4111 ?1111/i)
})
