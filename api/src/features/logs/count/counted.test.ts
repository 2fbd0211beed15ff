/** LG-2 LG-5: the logs over time, and what lines have in common, counted as the lines are. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { systemPrincipal } from '../../../core/access/index.ts'
import type { OpenFoundation } from '../../../core/house/index.ts'
import type { LogEntry, LogHistogram } from '@sonaqor/contract/logs'
import type { ProblemDocument } from '@sonaqor/contract/problem'
import type { WorldTenant } from '../../../testing/builders.ts'
import { openFoundationOf } from '../../../testing/foundation.ts'
import { writeLines } from '../../../testing/log-lines.ts'
import { createPartner, portal } from '../../../testing/partner.ts'
import type { Holder } from '../../../testing/transport.ts'
import { startWorld, type OwnWorld } from '../../../testing/world.ts'
import { drawTogether } from './counts.store.ts'
import { amongNewest, reachOf } from '../query/scan.store.ts'

type Query = Record<string, string>

let world: OwnWorld
let foundation: OpenFoundation
let acme: WorldTenant
let owner: Holder
let keys: readonly (Holder & { id: string; appId: string; prefix: string })[]

const dayMs = 24 * 3_600_000
const groups = ['2xx', '3xx', '4xx', '5xx'] as const
const now = Date.now()
const before = (ms: number) => new Date(now - ms).toISOString()

beforeAll(async () => {
  world = await startWorld()
  foundation = await openFoundationOf(world)
  acme = await world.tenant('Acme', { roles: ['owner'] })
  owner = await acme.member()
  keys = [await acme.key({ environment: 'sandbox' }), await acme.key({ environment: 'production' })]
  for (const [place, key] of keys.entries()) {
    const { id: keyId, appId, prefix: keyPrefix } = key
    const environment = (['sandbox', 'production'] as const)[place]!
    const whose = { tenantId: acme.id, environment, appId, keyId, keyPrefix }
    await writeLines(world, {
      ...whose,
      count: 60,
      from: new Date(now - 90 * 60_000),
      everyMs: 45_000,
    })
    await writeLines(world, {
      ...whose,
      count: 35,
      from: new Date(now - 9 * dayMs),
      everyMs: 300_000,
    })
  }
})
afterAll(async () => {
  await foundation?.close()
  await world?.stop()
})

const ask = async <Reply>(what: string, query: Query, as: Holder = owner, headers = {}) => {
  const answer = await world.ask(`/v1/logs${what}?${new URLSearchParams(query)}`, { as, headers })
  return (await answer.json()) as Reply
}
const histogram = (query: Query, as?: Holder, headers?: object) =>
  ask<LogHistogram>('/histogram', query, as, headers)
type Facets = Record<string, { values: { value: string; name?: string; count: number }[] }>
const facets = (query: Query, as?: Holder, headers?: object) =>
  ask<Facets>('/facets', query, as, headers)
const lines = async (query: Query, as?: Holder, headers?: object) =>
  (await ask<{ data: LogEntry[] }>('', { limit: '200', ...query }, as, headers)).data

const sumOf = ({ buckets }: LogHistogram) =>
  groups.map((group) => buckets.reduce((sum, bucket) => sum + bucket[group], 0))
const groupsOf = (entries: readonly LogEntry[]) =>
  groups.map((group) => entries.filter(({ status }) => `${status}`.startsWith(group[0]!)).length)
const countsOf = (entries: readonly LogEntry[], valueOf: (entry: LogEntry) => string | number) => {
  const found = Map.groupBy(entries, (entry) => String(valueOf(entry)))
  return Object.fromEntries([...found].map(([value, some]) => [value, some.length]))
}
const facetOf = ({ values }: Facets[string]) =>
  Object.fromEntries(values.map(({ value, count }) => [value, count]))

const filters: Query[] = [
  {},
  { environment: 'production' },
  { status: '5xx' },
  { method: 'POST', without: 'embed-sessions' },
  { q: 'status:404,5xx -method:GET' },
  { q: 'path:/v1/customers*' },
  { q: 'ip:10.0.0.0/8 latency:>100' },
  { q: 'customers -status:2xx', environment: 'sandbox' },
]

describe('what is refused', () => {
  test.each([
    [{ from: before(36_501 * dayMs) }, '?from'],
    [{ from: before(-dayMs) }, '?from'],
    [{ from: before(0), to: before(dayMs) }, '?to'],
  ])('%j, with a pointer', async (query, pointer) => {
    for (const what of ['/histogram', '/facets']) {
      const { status, errors } = await ask<ProblemDocument>(what, query as Query)
      expect([status, errors?.map((error) => error.pointer)]).toEqual([422, [pointer]])
    }
  })

  test('a query that cannot be read, and whoever lacks the scope', async () => {
    const tenant = await world.tenant('Closed')
    for (const what of ['/histogram', '/facets']) {
      expect(await ask(what, { q: 'status:' })).toMatchObject({ status: 400 })
      const analyst = await tenant.member('analyst')
      expect(await ask(what, {}, analyst)).toMatchObject({ status: 403, scope: 'logs:read' })
    }
  })
})

describe.each([
  ['two hours', { from: before(2 * 3_600_000) }],
  ['ten days', { from: before(10 * dayMs) }],
  ['twelve years', { from: before(4400 * dayMs) }],
  ['what begins within a bucket', { from: before(9 * dayMs - 1_010_000) }],
  ['a part of what is days old', { from: before(9 * dayMs), to: before(8.95 * dayMs) }],
])('over %s', (_, span) => {
  test.each(filters)('LG-5 the chart counts what is listed: %j', async (filter) => {
    const counted = await histogram({ ...filter, ...span })
    expect(counted.isApproximate).toBe(false)
    expect(sumOf(counted)).toEqual(groupsOf(await lines({ ...filter, ...span })))
  })

  test.each(filters)('LG-2 facets count what is listed: %j', async (filter) => {
    const counted = await facets({ ...filter, ...span })
    const listed = await lines({ ...filter, ...span })
    expect(facetOf(counted['status']!)).toEqual(countsOf(listed, ({ status }) => status))
    expect(facetOf(counted['method']!)).toEqual(countsOf(listed, ({ method }) => method))
    expect(facetOf(counted['app']!)).toEqual(countsOf(listed, ({ appId }) => appId))
    expect(facetOf(counted['key']!)).toEqual(countsOf(listed, ({ keyId }) => keyId))
    expect(facetOf(counted['ip']!)).toEqual(countsOf(listed, ({ ip }) => ip))
  })
})

test('LG-5 a bucket holds what came in within it, in any length of span', async () => {
  for (const days of [0.01, 0.1, 1, 7, 30, 90, 365, 799, 801, 4200, 36_499]) {
    const counted = await histogram({ from: before(days * dayMs), to: before(0) })
    const { buckets, intervalSeconds, from, to } = counted
    expect([days, buckets.length <= 120, buckets.length >= 1]).toEqual([days, true, true])
    const instants = buckets.map(({ at }) => Date.parse(at))
    expect([from, to]).toEqual([before(days * dayMs), before(0)])
    expect(instants[0]).toBeLessThanOrEqual(Date.parse(from))
    expect(instants[0]! + intervalSeconds * 1000).toBeGreaterThan(Date.parse(from))
    expect(instants.at(-1)! + intervalSeconds * 1000).toBeGreaterThanOrEqual(Date.parse(to))
  }
  const counted = await histogram({ from: before(2 * 3_600_000), q: 'status:5xx' })
  const listed = await lines({ status: '5xx', from: counted.from })
  for (const { at, '5xx': errors } of counted.buckets) {
    const end = Date.parse(at) + counted.intervalSeconds * 1000
    const within = listed.filter((entry) => entry.at >= at && Date.parse(entry.at) < end)
    expect([at, errors]).toEqual([at, within.length])
  }
})

test('LG-2 paths that differ by an id are one facet, and each value is a term that finds as much', async () => {
  const span = { from: before(2 * 3_600_000) }
  const { path } = await facets(span)
  expect(path!.values.map(({ value }) => value)).toContain('/v1/customers/*')
  for (const { value, count } of path!.values) {
    expect(
      await lines({
        ...span,
        q: `path:"${value.replace(/\*$/, '').replaceAll('"', '\\"')}"${value.endsWith('*') ? '*' : ''}`,
      }),
    ).toHaveLength(count)
  }
})

test('LG-2 a folder that is asked for by itself is counted with what is in it, as taking it finds it', async () => {
  const tenant = await world.tenant('Folders', { roles: ['owner'] })
  const reader = await tenant.member()
  const { id: keyId, appId, prefix: keyPrefix } = await tenant.key()
  await writeLines(world, {
    tenantId: tenant.id,
    appId,
    keyId,
    keyPrefix,
    count: 30,
    from: new Date(now - 60_000),
    paths: ['/talks/puppet/', '/talks/puppet/1.png', '/talks/puppet', '/talks/', '/talks/git/'],
  })
  const { path } = await facets({}, reader)
  expect(facetOf(path!)).toEqual({
    '/talks/puppet/*': 12,
    '/talks/puppet': 6,
    '/talks/': 6,
    '/talks/git/*': 6,
  })
  for (const { value, count } of path!.values)
    expect([value, await lines({ q: `path:${value}` }, reader)]).toMatchObject([
      value,
      { length: count },
    ])
})

test('LG-2 of a folder that is asked for, what is in it is told, each as taking it finds it', async () => {
  const tenant = await world.tenant('In folders', { roles: ['owner'] })
  const reader = await tenant.member()
  const deep = '/d'.repeat(200)
  const { id: keyId, appId, prefix: keyPrefix } = await tenant.key()
  await writeLines(world, {
    tenantId: tenant.id,
    appId,
    keyId,
    keyPrefix,
    count: 36,
    from: new Date(now - 60_000),
    paths: [
      '/talks/git/a/1.png',
      '/talks/git/a/2.png',
      '/talks/git/b',
      '/talks/git/',
      '/talks/c',
      `${deep}/e/f`,
    ],
  })
  const under = async (q: string) => facetOf((await facets({ q }, reader))['path']!)
  const found = await under('path:/talks/git/*')
  expect(found).toEqual({ '/talks/git/a/*': 12, '/talks/git/b': 6, '/talks/git/': 6 })
  for (const [value, count] of Object.entries(found))
    expect(await lines({ q: `path:${value}` }, reader)).toHaveLength(count)
  expect(await under('path:/talks/git/a/*')).toEqual({
    '/talks/git/a/1.png': 6,
    '/talks/git/a/2.png': 6,
  })
  const wide = { '/talks/git/*': 24, '/talks/c': 6 }
  expect(await under('path:/talks/git/*,/talks/c')).toEqual(wide)
  expect(await under(`path:${deep}/*`)).toEqual({ [`${deep}/e/*`]: 6 })
})

test('LG-2 a key is called by how its secret begins', async () => {
  const { key } = await facets({ environment: 'sandbox', from: before(10 * dayMs) })
  expect(key!.values).toMatchObject([{ value: keys[0]!.id, name: keys[0]!.prefix }])
})

describe('XC-3', () => {
  test('another tenant, and a key of another app or environment, are told of their own alone', async () => {
    const other = await world.tenant('Other', { roles: ['owner'] })
    const neighbour = await acme.key({ environment: 'sandbox' })
    for (const holder of [await other.member(), neighbour]) {
      for (const filter of filters) {
        // What a key asks here is logged itself.
        const to = before(holder === neighbour ? dayMs : 0)
        const query = { ...filter, from: before(10 * dayMs), to }
        expect(sumOf(await histogram(query, holder))).toEqual([0, 0, 0, 0])
        const { from: _, to: __, ...all } = await facets(query, holder)
        for (const { values } of Object.values(all)) expect(values).toEqual([])
      }
    }
    const own = { from: before(10 * dayMs), to: before(60_000) }
    expect(sumOf(await histogram(own, keys[1]))).toEqual(
      groupsOf(await lines({ ...own, environment: 'production' })),
    )
  })

  test('EM-11 a locked session is told of no request that opened a session, and of no id', async () => {
    const partner = await createPartner(world)
    const sender = await partner.tenant.key({ app: partner.app })
    for (const path of ['/v1/customers/VICTIM-77', '/v1/keys'])
      await world.ask(path, { as: sender })
    const lock = { externalIds: ['only-me'] }
    const locked = await partner.enter({ scopes: ['logs:read'], filters: lock })
    const headers = { origin: portal }
    const seen = await lines({}, locked, headers)
    expect(sumOf(await histogram({}, locked, headers))).toEqual(groupsOf(seen))
    expect(sumOf(await histogram({ q: 'VICTIM' }, locked, headers))).toEqual([0, 0, 0, 0])
    const told = await facets({}, locked, headers)
    expect(facetOf(told['path']!)).toEqual({ '/v1/customers/*': 1, '/v1/keys': 1 })
    expect(facetOf(told['status']!)).toEqual(countsOf(seen, ({ status }) => status))
    expect(JSON.stringify(told)).not.toContain('VICTIM')
  })
})

const within = <T>(work: (scope: Parameters<typeof drawTogether>[0]) => Promise<T>) =>
  foundation.scopes.run(systemPrincipal('counting', acme.id), work)

const moments = async () =>
  (
    await world.db.query<{ rows: number; requests: number; odd: number }>(
      `select count(*)::int as rows, sum(requests)::int as requests,
         count(*) filter (where moment <> date_bin('15 minutes', moment, 'epoch')
           and moment < now() - interval '3 days')::int as odd
       from log_counts where tenant_id = $1`,
      [acme.id],
    )
  ).rows[0]!

describe('what is days old', () => {
  test('LG-5 is drawn together to quarters of an hour, and counts the same', async () => {
    const asked = filters.map((filter) =>
      Object.assign({ from: before(10 * dayMs), to: before(0) }, filter),
    )
    const [old, first] = [
      await moments(),
      await Promise.all(asked.map((query) => histogram(query))),
    ]
    expect(old.odd).toBeGreaterThan(10)
    expect(await within(drawTogether)).toBe(false)
    const drawn = await moments()
    expect(drawn.rows).toBeLessThanOrEqual(old.rows)
    expect([drawn.odd, drawn.requests]).toEqual([0, old.requests])
    expect(await Promise.all(asked.map((query) => histogram(query)))).toEqual(first)
  })

  test('LG-5 what takes too long is told of the newest lines, and from when on', async () => {
    const span = { from: new Date(now - 10 * dayMs), to: new Date(now), seconds: 3600 }
    const listed = await lines({ from: before(10 * dayMs), to: before(0) })
    const filter = { q: 'path:/v1/customers*' }
    await within(async (scope) => {
      const { lines: newest, from } = await amongNewest(scope, filter, span, 20)
      const rows: { id: string }[] = await newest
      const expected = listed.slice(0, 20).filter(({ path }) => path.startsWith('/v1/customers'))
      expect(rows.map(({ id }) => id).toSorted()).toEqual(expected.map(({ id }) => id).toSorted())
      expect(from).toEqual(new Date(listed[19]!.at))
      expect(await reachOf(scope, filter, span, 1000)).toEqual(span.from)
    })
  })
})

test('XC-4 a list, its chart and its facets are one reading', async () => {
  const tenant = await world.tenant('Readers', { roles: ['owner'] })
  const reader = await tenant.member()
  const query = { q: 'status:5xx', from: before(dayMs), to: before(0) }
  await histogram(query, reader)
  await facets(query, reader)
  await lines(query, reader)
  await facets({ ...query, status: '5xx' }, reader)
  const { data } = await world.as(reader).audit.search({ query: { action: 'logs.searched' } })
  expect(data.map(({ after }) => after)).toEqual([{ ...query, status: '5xx' }, query])
})
