/** WH-6 WH-9: how endpoints do over a range, and what waits for them, in plain view. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { Client } from '@sonaqor/contract/client'
import { systemPrincipal } from '../../../core/access/index.ts'
import type { OpenFoundation } from '../../../core/house/index.ts'
import type { WorldTenant } from '../../../testing/builders.ts'
import { writeDeliveries } from '../../../testing/webhooks/deliveries.ts'
import { quietEndpoint } from '../../../testing/every-endpoint.ts'
import { openFoundationOf } from '../../../testing/foundation.ts'
import { refusalOf } from '../../../testing/partner.ts'
import type { Scope } from '../../../core/scope/index.ts'
import { forgetOld } from '../engine/engine.jobs.ts'
import { joinWorld } from '../../../testing/shared-world.ts'
import type { World } from '../../../testing/world.ts'
import { drawTogether, forgetCounts } from '../health/counts.store.ts'
import { percentileOf } from '../health/latencies.ts'
import { countedForEach, waitingForAll } from '../health/waiting.view.ts'
import { sumUp } from '../health/sums/sums.store.ts'

let world: World
let foundation: OpenFoundation
let acme: WorldTenant
let webhooks: Client['webhooks']
let appId: string
let endpointId: string

beforeAll(async () => {
  world = await joinWorld()
  foundation = await openFoundationOf(world)
})
beforeEach(async () => {
  acme = await world.tenant('Healthy')
  ;({ webhooks } = world.as(await acme.member()))
  appId = (await acme.app()).id
  endpointId = (await webhooks.createEndpoint({ body: quietEndpoint(appId) })).id
})
afterAll(async () => {
  await foundation?.close()
  await world?.stop()
})

const minuteMs = 60_000
const ago = (minutes: number) => new Date(Date.now() - minutes * minuteMs)

/** Of one minute: attempts of which some came off, all of them answered within the same step. */
async function count(minutesAgo: number, attempts: number, succeeded: number, step = 13) {
  await world.db.query(
    `insert into webhook_counts (tenant_id, environment, endpoint_id, app_id, minute, attempts,
       succeeded, delivered, failed, skipped, latencies)
     select tenant_id, environment, id, app_id, date_trunc('minute', $2::timestamptz), $3, $4, $4, 2, 1,
       array(select case when n = $5::integer then $3::integer else 0 end from generate_series(0, 31) n)
     from webhook_endpoints where id = $1`,
    [endpointId, ago(minutesAgo), attempts, succeeded, step],
  )
}

const planned = (plan: string) =>
  world.db.query('update tenants set plan = $2 where id = $1', [acme.id, plan])
const minutesIn = (days: number) => days * 24 * 60
const within = <Done>(work: (scope: Scope) => Promise<Done>) =>
  foundation.scopes.run(systemPrincipal('forgetting', acme.id), work)

const health = async (query: object = {}) =>
  (await webhooks.showEndpoint({ params: { id: endpointId }, query })).health

test('WH-6 the share of attempts that came off and how long they took are those of the range', async () => {
  await count(10, 8, 6)
  await count(30, 2, 2, 20)
  await count(3 * 24 * 60, 100, 0)
  const last = await health()
  expect(last).toMatchObject({ attempts: 10, succeeded: 8, success: 0.8, failed: 4, skipped: 2 })
  // The step of half of them ends at 2^6.5 ms, that of the slowest at 2^10 ms.
  expect(last.latencyMs!.p50).toBeGreaterThan(64)
  expect(last.latencyMs!.p50).toBeLessThan(90.6)
  expect(last.latencyMs!.p95).toBeGreaterThan(724)
  expect(last.latencyMs!.p95).toBeLessThan(1024)
  const week = { from: ago(7 * 24 * 60).toISOString() }
  expect(await health(week)).toMatchObject({ attempts: 110, succeeded: 8 })
  expect(await health({ from: ago(20).toISOString() })).toMatchObject({
    attempts: 8,
    success: 0.75,
  })
  const listed = await webhooks.listEndpoints({ query: { appId } })
  expect(listed.data[0]!.health).toMatchObject({ attempts: 10, success: 0.8 })
})

test('WH-6 one that was never attempted has no share and no latency', async () => {
  expect(await health()).toMatchObject({
    attempts: 0,
    success: null,
    latencyMs: null,
    backlog: 0,
    oldestAt: null,
    lastAttemptAt: null,
  })
  const far = webhooks.showEndpoint({
    params: { id: endpointId },
    query: { from: ago(91 * 24 * 60).toISOString() },
  })
  expect(await refusalOf(far)).toMatchObject({ code: 'invalid', errors: [{ pointer: '?from' }] })
})

test('WH-9 how much waits, since when, and what the last attempt came to', async () => {
  await writeDeliveries(world, { endpointId, count: 3, state: 'waiting', from: ago(45) })
  await writeDeliveries(world, {
    endpointId,
    count: 2,
    state: 'retrying',
    status: 503,
    from: ago(90),
  })
  const now = await health()
  expect(now).toMatchObject({
    backlog: 5,
    isBacklogAtLeast: false,
    lastStatus: 503,
    lastFault: 'status',
  })
  expect(Math.round((Date.now() - Date.parse(now.oldestAt!)) / minuteMs)).toBe(90)
  expect(now.lastAttemptAt).not.toBeNull()
  const { backlog, oldestAt } = await webhooks.health({ query: { appId } })
  expect({ backlog, oldestAt }).toEqual({ backlog: 5, oldestAt: now.oldestAt })
})

test('WH-6 all of the range is drawn in at most 120 points, for the endpoints of whoever asks', async () => {
  await count(5, 4, 4)
  await count(50, 6, 3)
  const neighbour = await acme.app()
  const { id: other } = await webhooks.createEndpoint({ body: quietEndpoint(neighbour.id) })
  await webhooks.pauseEndpoint({ params: { id: other } })
  const hour = { from: ago(60).toISOString() }
  const both = await webhooks.health({ query: hour })
  expect(both).toMatchObject({ attempts: 10, succeeded: 7, intervalSeconds: 60 })
  expect(both.endpoints).toEqual({ active: 1, paused: 1, disabled: 0 })
  expect(both.points.reduce((sum, point) => sum + point.attempts, 0)).toBe(10)
  expect(both.points.filter(({ attempts }) => attempts === 0).length).toBeGreaterThan(50)
  for (const days of [1, 7, 30, 90]) {
    const query = { from: ago(days * 24 * 60 - 1).toISOString() }
    const { points, attempts } = await webhooks.health({ query })
    expect(points.length).toBeGreaterThan(20)
    expect(points.length).toBeLessThanOrEqual(120)
    expect(attempts).toBe(10)
  }
  const key = await acme.key({ app: neighbour })
  expect(await world.as(key).webhooks.health({ query: hour })).toMatchObject({
    attempts: 0,
    endpoints: { active: 0, paused: 1, disabled: 0 },
  })
})

test('WH-6 the minutes of days that are over are drawn together into hours, and nothing is lost of them', async () => {
  const hour = Math.floor(ago(6 * 24 * 60).getTime() / 3_600_000) * 60
  const minutesAgo = (minute: number) => Date.now() / minuteMs - (hour + minute)
  for (const minute of [0, 7, 31]) await count(minutesAgo(minute), 10, 9, 5 + minute)
  await count(minutesAgo(-3), 10, 9)
  await count(20, 10, 9)
  const range = { from: ago(8 * 24 * 60).toISOString() }
  const before = await health(range)
  await foundation.scopes.run(systemPrincipal('tidying', acme.id), async (scope) => {
    while (await drawTogether(scope));
  })
  expect(await health(range)).toMatchObject({
    attempts: before.attempts,
    succeeded: before.succeeded,
    failed: before.failed,
    latencyMs: before.latencyMs,
  })
  const { rows } = await world.db.query<{ attempts: number }>(
    'select attempts from webhook_counts where endpoint_id = $1 order by minute',
    [endpointId],
  )
  expect(rows.map(({ attempts }) => attempts)).toEqual([10, 30, 10])
})

test('WH-6 a day of last week is drawn by the hours that are kept of it, whole at both ends', async () => {
  const hourMs = 60 * minuteMs
  const day = Math.floor(ago(6 * 24 * 60).getTime() / hourMs) * hourMs
  const at = (minutes: number) => (Date.now() - day) / minuteMs - minutes
  // Before the range, in its first hour, twice in one hour, in its last one, and after it.
  for (const minute of [-1, 10, 125, 170, 355, 360]) await count(at(minute), 10, 5)
  await within(async (scope) => {
    while (await drawTogether(scope));
  })
  const asked = {
    from: new Date(day + 40 * minuteMs).toISOString(),
    to: new Date(day + 330 * minuteMs).toISOString(),
  }
  const ends = {
    from: new Date(day).toISOString(),
    to: new Date(day + 6 * hourMs).toISOString(),
    attempts: 40,
  }
  expect(await health(asked)).toMatchObject(ends)
  const told = await webhooks.health({ query: asked })
  expect(told).toMatchObject({ ...ends, intervalSeconds: 3600 })
  expect(told.points.map(({ attempts }) => attempts)).toEqual([10, 0, 20, 0, 0, 10])
  expect(told.points[0]!.at).toBe(ends.from)
  await sumAll()
  expect(await webhooks.health({ query: asked })).toEqual(told)
})

test('WH-6 the endpoints of a deleted app are among no figures, nor is what waits for them', async () => {
  await writeDeliveries(world, { endpointId, count: 3, state: 'waiting', from: ago(45) })
  expect(await webhooks.health({ query: {} })).toMatchObject({
    backlog: 3,
    endpoints: { active: 1 },
  })
  const { apps } = world.as(await acme.member())
  await apps.delete({ params: { id: appId } })
  const after = await webhooks.health({ query: {} })
  expect(after).toMatchObject({ backlog: 0, endpoints: { active: 0 } })
})

const sumAll = () =>
  foundation.scopes.run(systemPrincipal('tidying', acme.id), async (scope) => {
    while (await sumUp(scope));
  })

test('WH-6 what is summed up by hours and days says what its minutes said, of any range', async () => {
  for (const days of [40, 39.2, 12, 3.7]) await count(Math.round(days * 24 * 60), 12, 9, 7)
  for (const hours of [30, 26, 11, 3, 0.5]) await count(Math.round(hours * 60), 10, 5, 15)
  const ranges = [0.4, 1.3, 5.1, 12.01, 41, 80].map((days) => ({
    from: ago(Math.round(days * 24 * 60)).toISOString(),
  }))
  const told = async () => ({
    endpoints: await Promise.all(ranges.map((range) => health(range))),
    series: await Promise.all(ranges.map((query) => webhooks.health({ query }))),
  })
  const figures = async () =>
    JSON.parse(
      JSON.stringify(await told(), (key, value) => (key === 'to' ? null : value)),
    ) as Awaited<ReturnType<typeof told>>
  const before = await figures()
  await sumAll()
  expect(await figures()).toEqual(before)
  // They are not read any more once they are in the sums.
  const gone = `delete from webhook_counts where endpoint_id = $1 and minute < now() - interval '24 hours'`
  await world.db.query(gone, [endpointId])
  expect((await health({ from: ago(80 * 24 * 60).toISOString() })).attempts).toBe(98)
  // What a worker writes late is there once they are summed up the next time.
  await count(4 * 60, 5, 5)
  await sumAll()
  expect((await health({ from: ago(24 * 60).toISOString() })).attempts).toBe(35)
})

test('WH-4 WH-6 what is older than anything is told of is forgotten, however much of it there is', async () => {
  await planned('growth')
  await writeDeliveries(world, { endpointId, count: 5, attempts: 2, from: ago(minutesIn(92)) })
  const [kept] = await writeDeliveries(world, { endpointId, count: 1, from: ago(minutesIn(89)) })
  // Replayed on its last day.
  const old = { endpointId, count: 1, from: ago(minutesIn(91.5)) }
  const [due] = await writeDeliveries(world, { ...old, state: 'retrying', status: 503 })
  for (const age of [95, 92, 90]) await count(minutesIn(age), 1, 1)
  const some = () => within((scope) => forgetOld(scope, { rows: 2, withinMs: 0 }))
  expect([await some(), await some(), await some()]).toEqual([false, false, true])
  const left = async (query: string) =>
    (
      await world.db.query<{ id: string }>(`select ${query} where endpoint_id = $1 order by 1`, [
        endpointId,
      ])
    ).rows
  const stay = [{ id: due!.id }, { id: kept!.id }]
  expect(await left('id from webhook_deliveries')).toEqual(stay)
  expect(await left('delivery_id as id from webhook_attempts')).toEqual(stay)
  expect(await left('minute from webhook_counts')).toHaveLength(3)
  await within(forgetCounts)
  expect(await left('minute from webhook_counts')).toHaveLength(1)
})

test('WH-6 a percentile lies within the step of its rank', () => {
  const steps = Array.from({ length: 32 }, () => 0)
  expect(percentileOf(steps, 0.5)).toBeNull()
  steps[4] = 1
  expect(percentileOf(steps, 0.5)).toBe(3.36)
  steps[0] = 99
  expect(percentileOf(steps, 0.95)).toBeLessThan(1)
  expect(percentileOf(steps, 1)).toBe(3.36)
  // Whoever is waited for to the end is in a step that goes on behind it.
  const late = Array.from({ length: 32 }, (_, step) => (step === 28 ? 40 : 0))
  expect(percentileOf(late, 0.5)).toBeGreaterThan(2 ** 13.5)
  for (const share of [0.95, 1]) expect(percentileOf(late, share)).toBeLessThanOrEqual(15_000)
})

test('WH-9 so many wait that they are not all counted, and it is said that there are more', async () => {
  const { id: other } = await webhooks.createEndpoint({ body: quietEndpoint(appId) })
  await writeDeliveries(world, { endpointId, count: 7, state: 'waiting', from: ago(30) })
  await writeDeliveries(world, { endpointId: other, count: 2, state: 'waiting', from: ago(20) })
  const counted = (most: number) =>
    foundation.scopes.run(systemPrincipal('looking', acme.id), (scope) =>
      waitingForAll(scope, [endpointId, other], most),
    )
  expect(await counted(8)).toMatchObject({ backlog: 8, isBacklogAtLeast: true })
  expect(await counted(9)).toMatchObject({ backlog: 9, isBacklogAtLeast: false })
  expect([1, 2, 10, 11, 100, 200].map(countedForEach)).toEqual([
    100_000, 10_000, 10_000, 1000, 1000, 1000,
  ])
})
