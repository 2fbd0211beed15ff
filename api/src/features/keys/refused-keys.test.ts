import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { ProblemDocument } from '@sonaqor/contract/problem'
import type { WorldTenant } from '../../testing/builders.ts'
import type { Holder } from '../../testing/transport.ts'
import { startWorld, type OwnWorld } from '../../testing/world.ts'
import { makeSecret } from './key-format.ts'

let world: OwnWorld
let acme: WorldTenant

beforeAll(async () => {
  world = await startWorld({ env: { TRUSTED_PROXIES: '1' } })
  acme = await world.tenant('Acme', { roles: ['owner'] })
  // All of a test falls into one window.
  await world.setClock(new Date(Math.ceil(Date.now() / 60_000) * 60_000 + 1000))
})
afterAll(() => world.stop())

const knock = (as: Holder, from: string) =>
  world.ask('/v1/projects', { as, headers: { 'x-forwarded-for': from } })

const invent = (): Holder => ({ token: makeSecret('sandbox') })

async function knockOften(times: number, next: () => Holder, from: string): Promise<number[]> {
  const statuses: number[] = []
  for (let time = 0; time < times; time += 1) statuses.push((await knock(next(), from)).status)
  return statuses
}

test('LG-1 a key that is refused again and again fills no log, and waits', async () => {
  const key = await acme.key()
  const params = { id: key.id }
  await world.as(await acme.member()).keys.revoke({ params })
  const statuses = await knockOften(60, () => key, '192.0.2.1')
  expect(new Set(statuses)).toEqual(new Set([401]))

  const response = await knock(key, '192.0.2.2')
  expect(response.status).toBe(429)
  expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0)
  const document = (await response.json()) as ProblemDocument
  expect(document['violated-policies']).toEqual(['refused-key'])
  const { rows } = await world.db.query(
    'select count(*)::integer as lines from log_entries where key_id = $1',
    [key.id],
  )
  expect(rows).toEqual([{ lines: 60 }])
})

test('Reliability: whoever invents keys waits after three hundred a minute, and keys that are right do not', async () => {
  const key = await acme.key({ scopes: ['projects:read'] })
  const statuses = await knockOften(300, invent, '192.0.2.9')
  expect(new Set(statuses)).toEqual(new Set([401]))

  const response = await knock(invent(), '192.0.2.9')
  const document = (await response.json()) as ProblemDocument
  expect([response.status, document['violated-policies']]).toEqual([429, ['refused-credentials']])
  expect((await knock(invent(), '192.0.2.10')).status).toBe(401)
  expect((await knock(key, '192.0.2.9')).status).toBe(200)
})
