/** LG-2, LG-5: what nobody means is refused in words that lead on, and never fails on our side. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { LogEntry } from '@sonaqor/contract/logs'
import type { ProblemDocument } from '@sonaqor/contract/problem'
import type { WorldTenant } from '../../../testing/builders.ts'
import { joinWorld } from '../../../testing/shared-world.ts'
import type { Holder } from '../../../testing/transport.ts'
import type { World } from '../../../testing/world.ts'

let world: World
let acme: WorldTenant
let owner: Holder
let keyId: string

beforeAll(async () => {
  world = await joinWorld()
  acme = await world.tenant('Absurd')
  owner = await acme.member()
  const key = await acme.key()
  keyId = key.id
  for (let sent = 0; sent < 3; sent += 1) await world.ask('/v1/apps', { as: key })
})
afterAll(() => world.stop())

const ask = (query: Record<string, string>, path = '/v1/logs') =>
  world.ask(`${path}?${new URLSearchParams(query)}`, { as: owner })
const faultIn = async (answer: Response) => {
  const { errors = [], detail } = (await answer.json()) as ProblemDocument
  return { status: answer.status, pointers: errors.map(({ pointer }) => pointer), detail }
}

test.each([
  'status:500..400',
  'status:99',
  'status:>=1000',
  'ip:10.0.0.0/33',
  'ip:2001:db8::/129',
  'ip:1.2.3',
  'latency:1e9',
  'latency:>-1',
  'latency:5s..1s',
  'request:0190a5b2',
  'method:BREW',
  'path:/v1/*/x',
])('LG-2 %s is refused, by the place of the character', async (q) => {
  for (const path of ['/v1/logs', '/v1/logs/histogram', '/v1/logs/facets']) {
    const { status, pointers, detail } = await faultIn(await ask({ q }, path))
    expect({ status, pointers }).toEqual({ status: 400, pointers: ['?q'] })
    expect(detail).toMatch(/^The query cannot be read: at character \d+ it expects /)
  }
})

test.each([
  [{ from: '2026-11-20T10:00:00Z', to: '2026-11-19T10:00:00Z' }, '?to'],
  [{ from: '0000-01-01T00:00:00Z' }, '?from'],
  [{ to: '+12026-01-01T00:00:00Z' }, '?to'],
  [{ from: '2026-02-30T00:00:00Z' }, '?from'],
  [{ limit: '1e9' }, '?limit'],
  [{ cursor: 'x'.repeat(2000) }, '?cursor'],
] as const)('LG-2 a part that is absurd is refused, and named: %#', async (query, pointer) => {
  const { status, pointers } = await faultIn(await ask(query))
  expect({ status, pointers }).toEqual({ status: 422, pointers: [pointer] })
})

test('LG-5 the widest span there is shows what is in it, and a chart of it is refused with its bound', async () => {
  const widest = { from: '0001-01-01T00:00:00Z', to: '9999-12-31T23:59:59Z', keyId }
  const found = (await (await ask(widest)).json()) as { data: LogEntry[] }
  expect(found.data).toHaveLength(3)
  for (const path of ['/v1/logs/histogram', '/v1/logs/facets']) {
    const { status, pointers } = await faultIn(await ask(widest, path))
    expect({ status, pointers }).toEqual({ status: 422, pointers: ['?from'] })
  }
  const future = { from: '2999-01-01T00:00:00Z', keyId }
  expect(await (await ask(future)).json()).toMatchObject({ data: [] })
})

test('LG-5 a cursor that was altered, or is of another list or filter, is refused in so many words', async () => {
  const first = (await (await ask({ keyId, limit: '1' })).json()) as { page: { next: string } }
  const { next } = first.page
  const ofAudit = await world.as(owner).audit.search({ query: { limit: 1 } })
  const flipped = (at: number) =>
    `${next.slice(0, at)}${next.at(at) === 'A' ? 'B' : 'A'}${next.slice(at + 1)}`
  const altered = [0, 7, 21, 25, next.length - 6].map(flipped)
  const cursors = [...altered, next.slice(0, -4), `${next}AAAA`, ofAudit.page.next!, '', '%00']
  for (const cursor of cursors) {
    const answer = await ask({ keyId, limit: '1', cursor })
    expect(await faultIn(answer)).toMatchObject({
      status: 400,
      detail: 'The cursor is not one of ours, or was handed out for another filter.',
    })
  }
  const others: readonly Record<string, string>[] = [
    { keyId, status: '2xx' },
    { keyId, q: 'apps' },
    {},
  ]
  for (const other of others) {
    expect((await ask({ ...other, limit: '1', cursor: next })).status).toBe(400)
  }
  expect((await ask({ keyId, limit: '1', cursor: next })).status).toBe(200)
})

test.each(['/v1/logs/histogram', '/v1/logs/facets'])(
  'LG-3 %s of a year whose last bucket cannot be written down is refused, and of the one before answered',
  async (path) => {
    for (const to of ['9999-12-31T23:59:59Z', '9999-12-31T00:00:00Z']) {
      const { status, pointers } = await faultIn(await ask({ to }, path))
      expect([status, pointers]).toEqual([422, ['?to']])
    }
    expect((await ask({ to: '9998-12-31T23:59:59Z' }, path)).status).toBe(200)
  },
)
