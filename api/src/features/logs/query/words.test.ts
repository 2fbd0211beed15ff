/** LG-5 LG-7: a text anywhere in a path is found by an index of the days that are over, exactly as by walking. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { LogEntry, LogSearch } from '@sonaqor/contract/logs'
import { systemPrincipal } from '../../../core/access/index.ts'
import type { OpenFoundation } from '../../../core/house/index.ts'
import { page } from '../../../core/paging/index.ts'
import type { WorldTenant } from '../../../testing/builders.ts'
import { openFoundationOf } from '../../../testing/foundation.ts'
import { writeLines } from '../../../testing/log-lines.ts'
import { startWorld, type OwnWorld } from '../../../testing/world.ts'
import { logsJobs } from '../retention/logs.jobs.ts'
import { createLogStore } from '../logs.store.ts'
import { toEntry, type LogRow } from './matching.store.ts'
import { linesHolding, whereFewHoldIt, searchedText } from './words.store.ts'

let world: OwnWorld
let foundation: OpenFoundation
let tenant: WorldTenant
let other: WorldTenant
let all: LogEntry[]

const dayMs = 24 * 3_600_000
const ages = [0, 1, 2, 9]
const daysAgo = (days: number) => new Date(Date.now() - days * dayMs)
const partOf = (days: number) =>
  `log_entries_${daysAgo(days).toISOString().slice(0, 10).replaceAll('-', '')}`

beforeAll(async () => {
  world = await startWorld()
  foundation = await openFoundationOf(world)
  tenant = await world.tenant('Words', { roles: ['owner'] })
  other = await world.tenant('Other', { roles: ['owner'] })
  for (const one of [tenant, other]) {
    for (const environment of ['sandbox', 'production'] as const) {
      const { id: keyId, appId, prefix: keyPrefix } = await one.key({ environment })
      for (const days of ages) {
        const whose = { tenantId: one.id, environment, appId, keyId, keyPrefix }
        const from = new Date(daysAgo(days).getTime() - 60_000)
        await writeLines(world, { ...whose, count: 45, from, everyMs: 700 })
      }
    }
  }
  await run('logs.close-days')
  const api = world.as(await tenant.member())
  all = []
  for (let cursor: string | undefined; ;) {
    const { data, page: places } = await api.logs.search({ query: { limit: 200, cursor } })
    all.push(...data)
    if (places.next === null) break
    cursor = places.next
  }
}, 60_000)
afterAll(async () => {
  await foundation?.close()
  await world?.stop()
})

const within = <T>(whose: WorldTenant, work: Parameters<typeof inScope<T>>[1]) =>
  inScope<T>(systemPrincipal('searching', whose.id), work)
const inScope = <T>(
  ...[principal, work]: Parameters<typeof foundation.scopes.run<T>>
): Promise<T> => foundation.scopes.run(principal, work)

async function run(name: string): Promise<void> {
  const job = logsJobs(createLogStore(foundation.database)).find((one) => one.type.name === name)!
  await inScope(systemPrincipal('closing', null), (scope) =>
    job.run(scope, job.type.payload.parse({})),
  )
}

const indexed = async (by = 'words') =>
  (
    await world.db.query<{ name: string }>(
      `select relname as name from pg_class where relname ~ ('^log_entries_\\d{8}_' || $1 || '$')
       order by 1`,
      [by],
    )
  ).rows.map(({ name }) => name.replace(`_${by}`, ''))

test('LG-5 days that are over are found by the words in them, and the day that is written to is not', async () => {
  const found = await indexed()
  for (const days of ages.slice(1)) expect(found).toContain(partOf(days))
  for (const days of [0, -1]) expect(found).not.toContain(partOf(days))
  for (const further of ['environment', 'status']) {
    expect(await indexed(further)).toEqual(found)
  }
})

test('LG-5 a day is closed once, and one that comes in later with the next round', async () => {
  const before = await indexed()
  await run('logs.close-days')
  expect(await indexed()).toEqual(before)
  await world.db.query('select app.make_log_partitions($1)', [[daysAgo(20)]])
  await run('logs.close-days')
  expect(await indexed()).toContain(partOf(20))
})

const filters: readonly LogSearch[] = [
  { q: 'where' },
  { q: 'CUSTOMERS/' },
  { q: '"nowhere "' },
  { q: '0a5b2-7c1e' },
  { q: '"100%"' },
  { q: 'c_7' },
  { q: 'embed -status:2xx' },
  { q: 'customers method:DELETE', environment: 'sandbox' },
  { q: 'trans "actions"' },
  { q: 'customers', status: '5xx', path: '/v1/customers' },
  { q: 'path:*STOMERS/c*' },
  { q: 'path:*stomers -status:5xx' },
]

test.each(filters)(
  'LG-5 %j is answered as by walking along all lines, page by page',
  async (filter) => {
    const api = world.as(await tenant.member())
    const limit = 7
    const pageBy = (cursor: string | undefined) =>
      within(tenant, (scope) =>
        page<LogRow, LogEntry>(
          scope,
          (place) =>
            linesHolding(scope, filter, searchedText(scope, filter)!, {
              cursor: place,
              bound: limit + 1,
            }),
          {
            limit,
            cursor,
            sort: [{ column: 'id', order: 'desc' }],
            filter: ['logs', filter],
            item: (row) => toEntry(scope, row),
          },
        ),
      )
    const walked = (await api.logs.search({ query: { ...filter, limit: 200 } })).data
    const pages = [await pageBy(undefined)]
    for (let last = pages[0]!; last.page.next !== null; last = pages.at(-1)!) {
      pages.push(await pageBy(last.page.next))
    }
    const found = pages.flatMap(({ data }) => data)
    expect(found.slice(0, 200)).toEqual(walked)
    expect(found.length).toBe(new Set(found.map(({ id }) => id)).size)
    for (let turn = pages.length - 1; turn > 0; turn -= 1) {
      expect((await pageBy(pages[turn]!.page.prev!)).data).toEqual(pages[turn - 1]!.data)
    }
  },
)

test('LG-5 it goes no further than the span that is asked for', async () => {
  const [from, to] = [daysAgo(2.5).toISOString(), daysAgo(0.5).toISOString()]
  const rows = await within(tenant, (scope) =>
    linesHolding(scope, { q: 'customers' }, 'customers', { from, to, cursor: null }),
  )
  const expected = all.filter(
    ({ at, path }) => at >= from && at < to && path.toLowerCase().includes('customers'),
  )
  expect(rows.length).toBe(expected.length)
  expect(rows.length).toBeGreaterThan(0)
})

const youngest = 'ffffffff-ffff-ffff-ffff-ffffffffffff'
const oldest = youngest.replaceAll('f', '0')

const search = (bound: number) =>
  within(tenant, (scope) =>
    whereFewHoldIt(scope, async () => {
      const ids = await scope.db.raw<{ id: string }>(
        'select app.search_log_paths(?, ?, ?, ?) as id',
        ['customers', oldest, youngest, bound],
      )
      return ids.rows.length
    }),
  )

test('LG-5 what many lines hold is left to walking', async () => {
  const many = all.filter(({ path }) => path.toLowerCase().includes('customers')).length
  expect(await search(many)).toBe(many)
  expect(await search(many - 1)).toBeNull()
})

const midnight = (days: number) => new Date(Math.floor(daysAgo(days).getTime() / dayMs) * dayMs)

test('LG-5 where a day ends with as many as are looked for, what is older is not left out unsaid', async () => {
  const one = await world.tenant('Many', { roles: ['owner'] })
  const { id: keyId, appId, prefix: keyPrefix } = await one.key()
  const whose = { tenantId: one.id, appId, keyId, keyPrefix, everyMs: 1 }
  await writeLines(world, { ...whose, count: 10_000, from: midnight(1) })
  const found = (q: string) =>
    within(one, (scope) =>
      whereFewHoldIt(scope, async () => {
        const rows: unknown[] = await linesHolding(scope, { q }, '/v1/', { cursor: null })
        return rows.length
      }),
    )
  const asked = ['/v1/', '/v1/ -status:2xx', '/v1/ method:GET']
  expect(await found(asked[0]!)).toBe(10_000)
  await writeLines(world, { ...whose, count: 5, from: midnight(9) })
  for (const q of asked) expect(await found(q)).toBeNull()
})

test('XC-3 nobody finds by it what another tenant or the other environment holds', async () => {
  const found = (whose: WorldTenant, environment: 'sandbox' | 'production' | null) =>
    inScope(systemPrincipal('searching', whose.id, environment), async (scope) => {
      const { rows } = await scope.db.raw<{ id: string }>(
        'select app.search_log_paths(?, ?, ?, 100000) as id',
        ['customers', oldest, youngest],
      )
      return new Set(rows.map(({ id }) => id))
    })
  const mine = await found(tenant, null)
  const [test_, live] = [await found(tenant, 'sandbox'), await found(tenant, 'production')]
  expect(test_.size + live.size).toBe(mine.size)
  expect([...test_].filter((id) => live.has(id))).toEqual([])
  expect([...(await found(other, null))].filter((id) => mine.has(id))).toEqual([])
  const nobody = await inScope(systemPrincipal('searching', null), async (scope) => {
    const { rows } = await scope.db.raw('select app.search_log_paths(?, ?, ?, 100000)', [
      'customers',
      oldest,
      youngest,
    ])
    return rows
  })
  expect(nobody).toEqual([])
})

test('LG-7 a day that was closed goes with all that it has', async () => {
  expect(await indexed()).toContain(partOf(9))
  await world.db.query('select app.make_log_partitions($1)', [[daysAgo(50)]])
  await run('logs.close-days')
  expect(await indexed()).toContain(partOf(50))
  await run('logs.drop-days')
  expect(await indexed()).not.toContain(partOf(50))
})
