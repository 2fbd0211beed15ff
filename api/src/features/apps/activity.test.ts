import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { WorldTenant } from '../../testing/builders.ts'
import { refusalOf } from '../../testing/partner.ts'
import { joinWorld } from '../../testing/shared-world.ts'
import type { World } from '../../testing/world.ts'
import { percentileOf } from './activity.store.ts'

let world: World
let acme: WorldTenant

beforeAll(async () => {
  world = await joinWorld()
  acme = await world.tenant('Acme', { roles: ['owner'] })
})
afterAll(() => world.stop())

const activityOf = async (id: string, holder?: { token: string }) =>
  world.as(holder ?? (await acme.member())).apps.activity({ params: { id } })

test('PA-3: the activity of another app is not there for a key, nor that of another tenant', async () => {
  const key = await acme.key()
  const neighbour = await acme.app()
  const other = await world.tenant('Other', { roles: ['owner'] })
  for (const holder of [key, await other.member()]) {
    expect(await refusalOf(activityOf(neighbour.id, holder))).toMatchObject({ code: 'not-found' })
  }
})

test('PA-3: an app that nobody has used has seven quiet days', async () => {
  const { days, total } = await activityOf((await acme.app()).id)
  const figures = { requests: 0, errors: 0, serverErrors: 0, p50Ms: null, p95Ms: null }
  const none = { ...figures, eventsDelivered: 0 }
  expect(total).toEqual(none)
  expect(days).toHaveLength(7)
  expect(days.at(-1)).toEqual({ day: new Date().toISOString().slice(0, 10), ...none })
})

test('PA-3: every request with a key of the app is counted as its log has it, refused ones too', async () => {
  const app = await acme.app()
  const key = await acme.key({ app })
  const neighbour = await acme.key()
  for (let i = 0; i < 10; i += 1) await world.ask('/v1/apps', { as: key })
  for (let i = 0; i < 3; i += 1) await world.ask('/v1/nothing', { as: key })
  await world.ask('/v1/apps', { as: neighbour })
  const { data } = await world
    .as(await acme.member())
    .logs.search({ query: { appId: app.id, limit: 200 } })
  const { days, total } = await activityOf(app.id, key)
  expect(total).toMatchObject({ requests: 13, errors: 3, serverErrors: 0 })
  expect(data).toHaveLength(13)
  expect(days.reduce((sum, { requests }) => sum + requests, 0)).toBe(13)
  const latencies = data.map(({ latencyMs }) => latencyMs).toSorted((a, b) => a - b)
  expect(total.p50Ms! / latencies[6]!).toBeGreaterThan(0.95)
  expect(total.p50Ms! / latencies[6]!).toBeLessThan(1.05)
  expect(total.p95Ms! / latencies[12]!).toBeGreaterThan(0.95)
  expect(total.p95Ms! / latencies[12]!).toBeLessThan(1.05)
})

test('PA-3: a day is counted by itself, and what is older than seven not at all', async () => {
  const app = await acme.app()
  await world.db.query(
    `insert into app_activity
       (tenant_id, environment, app_id, quarter, latency_step, requests, errors, server_errors)
     select $1, 'sandbox', $2, date_trunc('day', now(), 'UTC') - make_interval(days => back), 25, 4, 2, 1
     from unnest(array[0, 2, 6, 7]) back`,
    [acme.id, app.id],
  )
  const { days, total } = await activityOf(app.id)
  expect(days.map(({ requests }) => requests)).toEqual([4, 0, 0, 0, 4, 0, 4])
  expect(total).toMatchObject({
    requests: 12,
    errors: 6,
    serverErrors: 3,
    p50Ms: 10.3,
    p95Ms: 10.3,
  })
})

test('PA-3: what was brought to the endpoints of the app is counted day by day, and that of no other', async () => {
  const [app, neighbour] = [await acme.app(), await acme.app()]
  await world.db.query(
    `insert into webhook_counts (tenant_id, environment, endpoint_id, app_id, minute, attempts,
       succeeded, delivered, failed, skipped, latencies)
     select $1, 'sandbox', uuidv7(), app, date_trunc('day', now(), 'UTC') - make_interval(days => back),
       9, 8, 7, 1, 0, array_fill(0, array[32])
     from unnest(array[0, 0, 2, 7]) back, unnest($2::uuid[]) app`,
    [acme.id, [app.id, neighbour.id]],
  )
  const { days, total } = await activityOf(app.id)
  expect(days.map(({ eventsDelivered }) => eventsDelivered)).toEqual([0, 0, 0, 0, 7, 0, 14])
  expect(total.eventsDelivered).toBe(21)
})

test('percentiles are those of the nearest rank', () => {
  const rows = [
    { latency_step: 30, requests: 5 },
    { latency_step: 10, requests: 94 },
    { latency_step: 50, requests: 1 },
  ]
  expect(percentileOf(rows, 0.5)).toBe(Number((1.1 ** 9.5).toPrecision(3)))
  expect(percentileOf(rows, 0.95)).toBe(Number((1.1 ** 29.5).toPrecision(3)))
  expect(percentileOf(rows, 1)).toBe(Number((1.1 ** 49.5).toPrecision(3)))
  expect(percentileOf([], 0.5)).toBeNull()
})
