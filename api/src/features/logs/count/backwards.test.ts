/** LG-2 LG-5: what takes long to count is counted further back step by step, and is whole in the end. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { LogEntry, LogFacets, LogHistogram } from '@sonaqor/contract/logs'
import { systemPrincipal } from '../../../core/access/index.ts'
import type { OpenFoundation } from '../../../core/house/index.ts'
import type { Scope } from '../../../core/scope/index.ts'
import type { WorldTenant } from '../../../testing/builders.ts'
import { openFoundationOf } from '../../../testing/foundation.ts'
import { writeLines } from '../../../testing/log-lines.ts'
import type { Holder } from '../../../testing/transport.ts'
import { startWorld, type OwnWorld } from '../../../testing/world.ts'
import { amongNewest, wholly } from '../query/scan.store.ts'
import type { LogSpan } from '../query/span.ts'
import { countBackwards } from './backwards.store.ts'
import { heldByFew } from './held-by-few.store.ts'
import { countOverTime } from './histogram.store.ts'

let world: OwnWorld
let foundation: OpenFoundation
let acme: WorldTenant
let owner: Holder

const hourMs = 3_600_000
const end = Math.floor(Date.now() / hourMs) * hourMs
const filter = { q: 'keys' }
const span: LogSpan = { from: new Date(end - 30 * hourMs), to: new Date(end), seconds: 3600 }
const groups = ['2xx', '3xx', '4xx', '5xx'] as const

beforeAll(async () => {
  world = await startWorld()
  foundation = await openFoundationOf(world)
  acme = await world.tenant('Acme', { roles: ['owner'] })
  owner = await acme.member()
  const { id: keyId, appId, prefix: keyPrefix } = await acme.key()
  const from = new Date(end - 29 * hourMs)
  await writeLines(world, {
    tenantId: acme.id,
    appId,
    keyId,
    keyPrefix,
    count: 140,
    from,
    everyMs: 700_000,
  })
})
afterAll(async () => {
  await foundation?.close()
  await world?.stop()
})

const within = <T>(work: (scope: Scope) => Promise<T>, whose = acme) =>
  foundation.scopes.run(systemPrincipal('counting', whose.id), work)
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id).toSorted()
const all = (scope: Scope, part: LogSpan): Promise<{ id: string }[]> => wholly(scope, filter, part)

const sum = (buckets: LogHistogram['buckets']) =>
  buckets
    .flatMap((bucket) => groups.map((group) => bucket[group]))
    .reduce((one, other) => one + other, 0)
const nothing = { '2xx': 0, '3xx': 0, '4xx': 0, '5xx': 0 }

test('LG-5 lots add up to all there is, each begins where a bucket does, and the last where it was asked', async () => {
  await within(async (scope) => {
    const found: { id: string }[] = []
    const reached: Date[] = []
    for (let to = span.to; to > span.from; to = reached.at(-1)!) {
      // So little time that the first lot is the last of its look.
      const lots = { first: 12, most: 12, withinMs: 0 }
      const look = await countBackwards(scope, filter, { ...span, to }, lots, (part) =>
        all(scope, part),
      )
      found.push(...look!.rows)
      reached.push(look!.completeFrom)
      expect(look!.completeFrom < to).toBe(true)
    }
    expect(reached.length).toBeGreaterThan(5)
    expect(reached.filter((at) => at.getTime() % hourMs !== 0)).toEqual([])
    expect(reached.at(-1)).toEqual(span.from)
    expect(found.length).toBeGreaterThan(10)
    expect(ids(found)).toEqual(ids(await all(scope, span)))
    const lots = { first: 5, most: 40, withinMs: 60_000 }
    const whole = await countBackwards(scope, filter, span, lots, (part) => all(scope, part))
    expect(whole!.completeFrom).toEqual(span.from)
    expect(ids(whole!.rows)).toEqual(ids(found))
  })
})

test('LG-5 a bucket that holds more than a lot is told of whole', async () => {
  await within(async (scope) => {
    const lots = { first: 1, most: 1, withinMs: 0 }
    const to = new Date(end - 5 * hourMs)
    const look = await countBackwards(scope, filter, { ...span, to }, lots, (part) =>
      all(scope, part),
    )
    expect(look!.completeFrom).toEqual(new Date(end - 6 * hourMs))
  })
})

test('LG-5 a chart that goes on where it ended adds up to the chart of all, in one reading', async () => {
  // As the list asks that is followed: open at its end.
  const from = span.from.toISOString()
  const get = async <Answer>(path: string, more: Record<string, string> = {}) => {
    const query = new URLSearchParams({ ...filter, from, ...more })
    return (await (await world.ask(`/v1/logs${path}?${query}`, { as: owner })).json()) as Answer
  }
  const ask = (more?: Record<string, string>) => get<LogHistogram>('/histogram', more)
  const before = new Date(end - 12 * hourMs).toISOString()
  await get('')
  const whole = await ask()
  const endMs = Date.parse(whole.buckets.at(-1)!.at) + whole.intervalSeconds * 1000
  const bucketsTo = new Date(endMs).toISOString()
  const [older, none, later] = [
    await ask({ before, bucketsTo }),
    await ask({ before: from, bucketsTo }),
    await ask({
      before,
      bucketsTo: new Date(endMs + 3 * whole.intervalSeconds * 1000).toISOString(),
    }),
  ]
  const newer = whole.buckets.filter(({ at }) => at >= before)
  expect(older.buckets).toEqual(
    whole.buckets.map((bucket) =>
      bucket.at < before ? bucket : Object.assign({ at: bucket.at }, nothing),
    ),
  )
  expect(sum(newer)).toBeGreaterThan(0)
  expect(sum(older.buckets)).toBeGreaterThan(0)
  expect(sum(none.buckets)).toBe(0)
  // However late it is by then, it is the buckets of the question that was asked.
  expect(later.buckets.slice(0, -3)).toEqual(older.buckets)
  const part = await get<LogFacets>('/facets', { since: before })
  expect(part.from).toBe(before)
  expect(part.status.isApproximate).toBe(false)
  expect(part.status.values.reduce((known, { count }) => known + count, 0)).toBe(sum(newer))
  const { data } = await world.as(owner).audit.search({ query: { action: 'logs.searched' } })
  expect(data).toHaveLength(1)
})

/** Another tenant with lines from there on, so many and so far from one another. */
async function tenantWith(...lots: (readonly [from: Date, count: number, everyMs: number])[]) {
  const tenant = await world.tenant('Further', { roles: ['owner'] })
  const { id: keyId, appId, prefix: keyPrefix } = await tenant.key()
  for (const [from, count, everyMs] of lots) {
    await writeLines(world, {
      tenantId: tenant.id,
      appId,
      keyId,
      keyPrefix,
      count,
      from,
      everyMs,
    })
  }
  return tenant
}

test('LG-5 lines of one instant are all among the newest, or none of them is', async () => {
  const at = new Date(end - 2 * hourMs)
  const tenant = await tenantWith([at, 30, 0], [new Date(end - hourMs), 8, 1000])
  await within(async (scope) => {
    const { lines, from } = await amongNewest(scope, filter, span, 10)
    expect(from).toEqual(at)
    expect(ids(await lines)).toEqual(ids(await all(scope, span)))
    expect(await all(scope, { ...span, to: from })).toEqual([])
  }, tenant)
})

test('LG-5 where no bucket is soon counted, a further look goes on within it, and adds up all the same', async () => {
  const yesterday = new Date(Math.floor(Date.now() / (24 * hourMs)) * 24 * hourMs)
  const [from, to] = [yesterday.getTime() - 2 * hourMs, yesterday.getTime() + 2 * 60_000]
  const slow = await tenantWith([new Date(from), 9, 1000], [yesterday, 5500, 20])
  // Whoever looks at the older ones waits.
  await world.db.query(
    `create policy slow on log_entries as restrictive for select to sonaqor_app using
       (case when tenant_id = '${slow.id}' and id < app.first_id_at('${yesterday.toISOString()}')
         then pg_sleep(10) is not null else true end)`,
  )
  try {
    await within(async (scope) => {
      const buckets = { from: new Date(from), to: new Date(from + 30 * hourMs), seconds: 108_000 }
      const part = { ...buckets, to: new Date(to) }
      const { rows, completeFrom } = await countOverTime(scope, filter, buckets, part, true)
      const newer = await all(scope, { ...part, from: completeFrom })
      const counted = rows.reduce((count, { requests }) => count + Number(requests), 0)
      expect(completeFrom < part.to).toBe(true)
      expect(newer.length).toBeGreaterThan(0)
      expect(counted).toBe(newer.length)
    }, slow)
  } finally {
    await world.db.query('drop policy slow on log_entries')
  }
})

test('LG-5 what few lines hold is counted by the words of their days, as it is listed', async () => {
  const listed = (await (
    await world.ask(`/v1/logs?${new URLSearchParams({ ...filter, limit: '200' })}`, { as: owner })
  ).json()) as { data: LogEntry[] }
  await within(async (scope) => {
    const held = await heldByFew(scope, filter, span, async (lines) => (await lines) as LogEntry[])
    expect(ids(held!)).toEqual(ids(listed.data))
    expect(held!.length).toBeGreaterThan(10)
    const isLeft = await heldByFew(scope, { q: 'latency:>5' }, span, async () => [])
    expect(isLeft).toBeNull()
  })
})
