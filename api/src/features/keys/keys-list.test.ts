/** KY-4: keys are found by what is known of them, and listed in the order that is asked for. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Key, KeyOrder } from '@sonaqor/contract/keys'
import * as fc from 'fast-check'
import { uuidv7 } from '../../core/crypto/index.ts'
import type { WorldTenant } from '../../testing/builders.ts'
import { joinWorld } from '../../testing/shared-world.ts'
import type { World } from '../../testing/world.ts'

let world: World
let acme: WorldTenant

beforeAll(async () => {
  world = await joinWorld()
  acme = await world.tenant('Acme', { roles: ['owner'] })
})
afterAll(() => world.stop())

type Asked = Readonly<Record<string, string | number>>

const listOf = async (tenant: WorldTenant) => {
  const { keys } = world.as(await tenant.member())
  return (query: Asked) => keys.list({ query })
}

async function labelsOf(tenant: WorldTenant, query: Asked): Promise<string[]> {
  const list = await listOf(tenant)
  return (await list(query)).data.map(({ label }) => label)
}

async function issue(tenant: WorldTenant, labels: readonly string[]): Promise<Key[]> {
  const app = await tenant.app()
  const keys: Key[] = []
  for (const label of labels) keys.push(await tenant.key({ app, label }))
  return keys
}

describe('what is refused', () => {
  test.each([
    ['order=random', '?order'],
    ['search=', '?search'],
    ['search=%00', '?search'],
    [`search=${'x'.repeat(81)}`, '?search'],
  ])('%s, with a pointer', async (query, pointer) => {
    const response = await world.ask(`/v1/keys?${query}`, { as: await acme.member() })
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ errors: [{ pointer }] })
  })

  test('a cursor of another order', async () => {
    await issue(acme, ['One', 'Two'])
    const list = await listOf(acme)
    const orders = ['issued', 'label', 'used'] as const
    for (const made of orders) {
      const { next } = (await list({ limit: 1, order: made })).page
      for (const order of orders.filter((one) => one !== made)) {
        await expect(list({ limit: 1, order, cursor: next! })).rejects.toMatchObject({
          problem: { status: 400, code: 'bad-request' },
        })
      }
    }
  })
})

describe('KY-4 the search', () => {
  test('finds what stands in a label, whatever the case, and nothing that it does not say', async () => {
    const tenant = await world.tenant('Labels', { roles: ['owner'] })
    await issue(tenant, ['Checkout', 'Öfen', '100 % off', '100 or so', 'a_b', 'aXb', 'back\\slash'])
    const found = (search: string) => labelsOf(tenant, { search, order: 'label' })
    expect(await found('KOU')).toEqual(['Checkout'])
    expect(await found('ö')).toEqual(['Öfen'])
    expect(await found('ÖF')).toEqual(['Öfen'])
    expect(await found('100 %')).toEqual(['100 % off'])
    expect(await found('A_B')).toEqual(['a_b'])
    expect(await found('\\')).toEqual(['back\\slash'])
    expect(await found('nothing')).toEqual([])
    expect(await labelsOf(tenant, { search: 'b', order: 'label', state: 'revoked' })).toEqual([])
  })

  test('finds a key by the beginning of its prefix or of its last four', async () => {
    const tenant = await world.tenant('Ends', { roles: ['owner'] })
    const [key] = await issue(tenant, ['-', '-'])
    const list = await listOf(tenant)
    const { id, prefix, lastFour } = key!
    for (const search of [prefix, prefix.toUpperCase(), lastFour, lastFour.slice(0, 3)]) {
      expect((await list({ search })).data.map((found) => found.id)).toContain(id)
    }
    expect((await list({ search: prefix })).data).toHaveLength(1)
    expect((await list({ search: 'sq_test_' })).data).toHaveLength(2)
    expect((await list({ search: `x${lastFour}` })).data).toEqual([])
  })
})

describe('KY-4 what the product shows of a key finds it', () => {
  test('its shown part, its id and the name of its app', async () => {
    const tenant = await world.tenant('Shown', { roles: ['owner'] })
    const app = await tenant.app()
    const key = await tenant.key({ app, label: '-' })
    await tenant.key({ label: '-' })
    const { keys } = world.as(await tenant.member())
    const shown = `${key.prefix}…${key.lastFour}`
    for (const search of [shown, shown.slice(0, -2), key.id, key.id.toUpperCase(), app.name]) {
      expect((await keys.list({ query: { search } })).data.map(({ id }) => id)).toEqual([key.id])
    }
    expect((await keys.list({ query: { search: key.id.slice(0, 8) } })).data).toEqual([])
  })

  test('its former secret, while that works and after', async () => {
    const tenant = await world.tenant('Formerly', { roles: ['owner'] })
    const key = await tenant.key()
    const { keys } = world.as(await tenant.member())
    const ids = async (search: string) =>
      (await keys.list({ query: { search } })).data.map(({ id }) => id)
    const params = { id: key.id }
    await keys.rotate({ params, body: { overlap: '1h' } })
    const former = `${key.prefix}…${key.lastFour}`
    expect(await ids(former)).toEqual([key.id])
    await keys.endOverlap({ params })
    expect(await ids(key.prefix)).toEqual([key.id])
    expect(await ids(former)).toEqual([key.id])
  })

  test('and of a whole secret no more is taken than its prefix', async () => {
    const tenant = await world.tenant('Pasted', { roles: ['owner'] })
    const key = await tenant.key()
    const { keys } = world.as(await tenant.member())
    for (const search of [key.token, key.token.slice(0, 30)]) {
      expect((await keys.list({ query: { search } })).data.map(({ id }) => id)).toEqual([key.id])
    }
  })
})

const inDays = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString()

test('KY-4 keys that rotate and those that will end soon are asked for as a state is', async () => {
  const tenant = await world.tenant('Standing', { roles: ['owner'] })
  const { keys } = world.as(await tenant.member())
  const { id: appId } = await tenant.app()
  const issueFor = (label: string, count: number) =>
    keys.issue({ body: { appId, label, scopes: ['apps:read'], expiresAt: inDays(count) } })
  const soon = await issueFor('soon', 13)
  await issueFor('later', 16)
  const { id } = await tenant.key({ label: 'rotating' })
  await keys.rotate({ params: { id }, body: { overlap: '1h' } })
  const labels = (state: 'rotating' | 'expiring') => labelsOf(tenant, { state })
  expect(await labels('rotating')).toEqual(['rotating'])
  expect(await labels('expiring')).toEqual(['soon'])
  await keys.revoke({ params: { id: soon.id } })
  expect(await labels('expiring')).toEqual([])
})

interface Listed {
  readonly id: string
  readonly label: string
  readonly usedAt: string | null
}

const collator = new Intl.Collator('en')
const byId = (a: Listed, b: Listed) => (a.id < b.id ? -1 : 1)
const byLabel = (a: Listed, b: Listed) =>
  collator.compare(a.label.toLowerCase(), b.label.toLowerCase())
const byUse = (a: Listed, b: Listed) => (a.usedAt ?? '').localeCompare(b.usedAt ?? '')

/** The same orders in other words. */
const orders: Readonly<Record<KeyOrder, (a: Listed, b: Listed) => number>> = {
  issued: (a, b) => byId(b, a),
  label: (a, b) => byLabel(a, b) || byId(a, b),
  used: (a, b) => byUse(b, a) || byId(b, a),
}

const someKeys = fc.array(
  fc.record({
    label: fc.string({ unit: fc.constantFrom(...'aAbäÄzZ1 _'), minLength: 1, maxLength: 3 }),
    used: fc.option(fc.integer({ min: 0, max: 3 })),
  }),
  { maxLength: 25 },
)
const someOrder = fc.constantFrom<KeyOrder>('issued', 'label', 'used')
const someLimit = fc.integer({ min: 1, max: 7 })

test('KY-4 page after page shows each key once and in order, there and back', async () => {
  const tenant = await world.tenant('Pages', { roles: ['owner'] })
  const list = await listOf(tenant)
  const { id: appId } = await tenant.app()
  await fc.assert(
    fc.asyncProperty(someKeys, someOrder, someLimit, async (keys, order, limit) => {
      const rows = keys.map(({ label, used }) => ({
        id: uuidv7(),
        label,
        // Two that lie less than a millisecond apart are not at the same place.
        usedAt: used === null ? null : `2026-11-20T10:00:00.00000${used}Z`,
      }))
      await put(tenant.id, appId, rows)
      const there: string[][] = []
      const back: string[][] = []
      let { data, page } = await list({ appId, order, limit })
      there.push(data.map(({ id }) => id))
      while (page.next) {
        ;({ data, page } = await list({ appId, order, limit, cursor: page.next }))
        there.push(data.map(({ id }) => id))
      }
      while (page.prev) {
        ;({ data, page } = await list({ appId, order, limit, cursor: page.prev }))
        back.unshift(data.map(({ id }) => id))
      }
      expect(there.flat()).toEqual(rows.toSorted(orders[order]).map(({ id }) => id))
      expect(back).toEqual(there.slice(0, -1))
    }),
    { numRuns: 60, seed: 7 },
  )
})

/** These keys and no others, as if each had been used when it says. */
async function put(tenantId: string, appId: string, rows: readonly Listed[]): Promise<void> {
  await world.db.query('delete from api_keys where app_id = $1', [appId])
  await world.db.query(
    `insert into api_keys (tenant_id, environment, id, app_id, label, prefix, last_four, scopes,
       issued_at, issued_by, last_used_at)
     select $1, 'sandbox', k.id, $2, k.label, 'sq_test_1234', 'wxyz', '{apps:read}', now(), 'Test',
       k.used_at
     from unnest($3::uuid[], $4::text[], $5::timestamptz[]) as k (id, label, used_at)`,
    [
      tenantId,
      appId,
      rows.map(({ id }) => id),
      rows.map(({ label }) => label),
      rows.map(({ usedAt }) => usedAt),
    ],
  )
}
