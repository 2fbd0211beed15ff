/** WH-5 WH-9: a replay says first what it sends, sends each once and no faster than it said, and can be stopped. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { Client } from '@sonaqor/contract/client'
import { systemPrincipal } from '../../../../core/access/index.ts'
import { uuidv7 } from '../../../../core/crypto/index.ts'
import type { StoredEvent } from '../../../../core/feature/index.ts'
import type { OpenFoundation } from '../../../../core/house/index.ts'
import type { WorldMember, WorldTenant } from '../../../../testing/builders.ts'
import { writeDeliveries } from '../../../../testing/webhooks/deliveries.ts'
import { quietEndpoint } from '../../../../testing/every-endpoint.ts'
import { openFoundationOf } from '../../../../testing/foundation.ts'
import { refusalOf } from '../../../../testing/partner.ts'
import { joinWorld } from '../../../../testing/shared-world.ts'
import { until } from '../../../../testing/until.ts'
import type { World } from '../../../../testing/world.ts'
import { workRunner } from '../../../jobs/index.ts'
import { findRows } from '../../endpoints/endpoints.store.ts'
import { fanOut } from '../../engine/fan-out.ts'
import { replayWork } from './replay-work.ts'
import { putInLine } from './replay.store.ts'

let world: World
let foundation: OpenFoundation
let acme: WorldTenant
let owner: WorldMember
let webhooks: Client['webhooks']
let jobs: Client['jobs']
let appId: string
let endpointId: string

beforeAll(async () => {
  world = await joinWorld()
  foundation = await openFoundationOf(world)
})
beforeEach(async () => {
  acme = await world.tenant('Replayed to')
  owner = await acme.member()
  ;({ webhooks, jobs } = world.as(owner))
  appId = (await acme.app()).id
  endpointId = (await webhooks.createEndpoint({ body: quietEndpoint(appId) })).id
})
afterAll(async () => {
  await foundation?.close()
  await world?.stop()
})

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000)
const since = (minutes: number) => ago(minutes).toISOString()
const eventsOf = (rows: readonly { eventId: string }[]) => rows.map(({ eventId }) => eventId)

interface Turn {
  readonly jobId: string
  readonly turn: string
}

/** What the queue would hand to a worker; says whether there was any. */
async function takeTurn(id: string): Promise<boolean> {
  const { rows } = await world.db.query<{ payload: Turn }>(
    `delete from job_outbox where name = 'jobs.replays' and payload ->> 'jobId' = $1
     returning payload, id`,
    [id],
  )
  const asked = rows.at(-1)
  if (!asked) return false
  await foundation.scopes.run(systemPrincipal('replays', acme.id), (scope) =>
    workRunner(foundation, replayWork).run(scope, asked.payload),
  )
  return true
}

async function whole(id: string) {
  while (await takeTurn(id));
  return jobs.show({ params: { id } })
}

async function lineOf(endpoint = endpointId) {
  const { rows } = await world.db.query<{ event_id: string; due_at: Date; replay_id: string }>(
    `select event_id, due_at, replay_id from webhook_deliveries
     where endpoint_id = $1 and due_at is not null order by due_at, id`,
    [endpoint],
  )
  return rows
}

const inLine = async () => (await lineOf()).map(({ event_id }) => event_id)

/** Events that were told before there was an endpoint for them. */
async function tellEvents(count: number, from: Date, type = 'keys.overlap-ended') {
  const { id } = await webhooks.createEndpoint({ body: quietEndpoint(appId) })
  const told = await writeDeliveries(world, { endpointId: id, count, from, eventType: type })
  return eventsOf(told)
}

test('WH-9 a replay says what it would send, to whom and how fast, and sends nothing before', async () => {
  const failed = await writeDeliveries(world, {
    endpointId,
    count: 3,
    state: 'failed',
    from: ago(50),
  })
  await writeDeliveries(world, { endpointId, count: 2, state: 'skipped', eventType: 'keys.issued' })
  await writeDeliveries(world, { endpointId, count: 4, isTest: true, state: 'failed' })
  await writeDeliveries(world, { endpointId, count: 6 })
  const preview = await webhooks.previewReplay({ body: { endpointId, from: since(60) } })
  expect(preview).toMatchObject({
    endpointId,
    url: quietEndpoint(appId).url,
    deliveries: 5,
    isAtLeast: false,
    byType: [
      { eventType: 'keys.overlap-ended', deliveries: 3 },
      { eventType: 'keys.issued', deliveries: 2 },
    ],
    byState: [
      { state: 'failed', deliveries: 3 },
      { state: 'skipped', deliveries: 2 },
    ],
    perSecond: 200,
    seconds: 1,
  })
  expect(preview.sample.map(({ id }) => id).slice(0, 3)).toEqual(failed.map(({ id }) => id))
  expect(await lineOf()).toEqual([])
  const slow = { endpointId, from: since(60), states: ['delivered' as const], perSecond: 2 }
  expect(await webhooks.previewReplay({ body: slow })).toMatchObject({ deliveries: 6, seconds: 3 })
})

test('WH-9 a replay is never said to go faster than its endpoint takes it', async () => {
  await writeDeliveries(world, { endpointId, count: 6, state: 'failed' })
  await webhooks.updateEndpoint({ params: { id: endpointId }, body: { maxPerSecond: 1 } })
  const fast = { endpointId, from: since(60), perSecond: 2 }
  const said = { perSecond: 1, seconds: 6 }
  expect(await webhooks.previewReplay({ body: fast })).toMatchObject(said)
  expect(await webhooks.previewReplay({ body: { ...fast, perSecond: null } })).toMatchObject(said)
})

test('WH-9 LG-7 no replay goes back further than deliveries are kept', async () => {
  const body = { endpointId, from: since(32 * 24 * 60) }
  // Of what was forgotten nobody knows whether it was delivered.
  const past = { ...body, to: since(20 * 24 * 60), states: ['missing' as const] }
  for (const refusal of [
    await refusalOf(webhooks.startReplay({ body: past })),
    await refusalOf(webhooks.previewReplay({ body })),
    await refusalOf(webhooks.startReplay({ body })),
  ]) {
    expect(refusal).toMatchObject({
      code: 'invalid',
      detail: expect.stringContaining('kept for 30 days'),
      errors: [{ pointer: '#/from' }],
    })
  }
})

test('WH-5 a range is sent again, the oldest first, at the pace that was asked for', async () => {
  const failed = await writeDeliveries(world, {
    endpointId,
    count: 4,
    state: 'failed',
    from: ago(40),
  })
  const skipped = await writeDeliveries(world, {
    endpointId,
    count: 2,
    state: 'skipped',
    from: ago(30),
  })
  await writeDeliveries(world, { endpointId, count: 2, state: 'failed', from: ago(90) })
  const job = await webhooks.startReplay({ body: { endpointId, from: since(60), perSecond: 20 } })
  expect(job).toMatchObject({
    kind: 'replays',
    unit: 'deliveries',
    about: { of: 'range', endpointId, endpoint: '127.0.0.1:9' },
  })
  const ended = await whole(job.id)
  expect(ended).toMatchObject({ state: 'done', done: 6, total: 6 })
  const line = await lineOf()
  // Not before the last one was due.
  expect(Date.parse(ended.finishedAt!)).toBeGreaterThanOrEqual(line.at(-1)!.due_at.getTime())
  expect(line.map(({ event_id }) => event_id)).toEqual(eventsOf([...failed, ...skipped]))
  expect(new Set(line.map(({ replay_id }) => replay_id))).toEqual(new Set([job.id]))
  const gaps = line.slice(1).map(({ due_at }, n) => due_at.getTime() - line[n]!.due_at.getTime())
  expect(gaps).toEqual([50, 50, 50, 50, 50])
})

test('WH-5 all that was given up since a time is sent again, and nothing else', async () => {
  await writeDeliveries(world, { endpointId, count: 1, state: 'failed', from: ago(90) })
  await writeDeliveries(world, { endpointId, count: 3, state: 'skipped', from: ago(30) })
  // It is given up some three days behind its event.
  const failed = await writeDeliveries(world, {
    endpointId,
    count: 3,
    state: 'failed',
    from: ago(80 * 60),
  })
  await world.db.query(
    `update webhook_deliveries set settled_at = settled_at + interval '79 hours' where id = any ($1)`,
    [failed.map(({ id }) => id)],
  )
  const params = { id: endpointId }
  const job = await webhooks.retryFailed({ params, body: { since: since(70) } })
  expect(job).toMatchObject({ about: { of: 'failed' } })
  expect(await whole(job.id)).toMatchObject({ state: 'done', done: 3 })
  expect(await inLine()).toEqual(eventsOf(failed))
})

test('WH-9 what an endpoint would get today, and was never meant for it, is sent to it as well', async () => {
  const told = await tellEvents(3, ago(30))
  await tellEvents(1, ago(30), 'keys.issued')
  await writeDeliveries(world, { endpointId, count: 1, from: ago(30) })
  const neighbour = await acme.app()
  const far = await webhooks.createEndpoint({ body: quietEndpoint(neighbour.id) })
  await writeDeliveries(world, { endpointId: far.id, count: 1, from: ago(30) })
  const body = { endpointId, from: since(60), states: ['missing' as const] }
  const preview = await webhooks.previewReplay({ body })
  expect(preview).toMatchObject({ deliveries: 3, byState: [{ state: 'missing', deliveries: 3 }] })
  expect(eventsOf(preview.sample)).toEqual(told)
  const job = await webhooks.startReplay({ body })
  expect(await whole(job.id)).toMatchObject({ state: 'done', done: 3 })
  expect(await inLine()).toEqual(told)
  expect(await webhooks.previewReplay({ body })).toMatchObject({ deliveries: 0 })
})

test('WH-9 two replays of the same events at once put each of them in line once', async () => {
  const told = await tellEvents(20, ago(30))
  const due = told.map((eventId) => ({
    eventId,
    deliveryId: null,
    eventType: 'keys.overlap-ended',
    state: 'missing' as const,
    at: ago(30),
    dueAt: new Date(),
  }))
  const put = (lot: typeof due) =>
    foundation.scopes.run(systemPrincipal('replays', acme.id), async (scope) => {
      const [endpoint] = await findRows(scope, [endpointId])
      return putInLine(scope, endpoint!, scope.newId(), lot)
    })
  const counts = await Promise.all([put(due), put(due.toReversed())])
  expect(counts[0] + counts[1]).toBe(20)
  expect((await inLine()).toSorted()).toEqual(told)
})

test('WH-3 an event that is read once more is one delivery of each endpoint, and counted once', async () => {
  const { id: paused } = await webhooks.createEndpoint({ body: quietEndpoint(appId) })
  await webhooks.pauseEndpoint({ params: { id: paused } })
  const event: StoredEvent = {
    id: uuidv7(),
    tenantId: acme.id,
    environment: 'sandbox',
    appId,
    sequence: 1,
    position: 1,
    type: 'keys.overlap-ended',
    ref: {},
    data: {},
    at: new Date(),
    requestId: null,
  }
  for (const _ of ['once', 'again']) {
    await foundation.scopes.run(systemPrincipal('webhooks', acme.id), (scope) =>
      fanOut.read(scope, [event]),
    )
  }
  expect(await inLine()).toEqual([event.id])
  const { health } = await webhooks.showEndpoint({ params: { id: paused }, query: {} })
  expect(health.skipped).toBe(1)
})

test('XC-3 what tells of an endpoint for all apps is missed by none of one app', async () => {
  const wide = { ...quietEndpoint(appId), reach: 'environment' as const }
  const { id: all } = await webhooks.createEndpoint({ body: wide })
  const subscription = { eventTypes: ['webhooks.created'] }
  const missing = async (id: string) => {
    await webhooks.updateEndpoint({ params: { id }, body: subscription })
    await until(async () => (await world.db.query(unnumbered, [acme.id])).rows.length === 0)
    const body = { endpointId: id, from: since(60), states: ['missing' as const] }
    return (await webhooks.previewReplay({ body })).deliveries
  }
  const unnumbered = 'select from events where tenant_id = $1 and position is null'
  expect(await missing(endpointId)).toBe(1)
  expect(await missing(all)).toBe(2)
})

test('WH-8 WH-9 what a filter holds back is not missed either', async () => {
  const told = await tellEvents(4, ago(30))
  const filter = [{ path: 'data.nth', operator: 'above' as const, value: 1 }]
  await webhooks.updateEndpoint({ params: { id: endpointId }, body: { filter } })
  const body = { endpointId, from: since(60), states: ['missing' as const] }
  expect(await webhooks.previewReplay({ body })).toMatchObject({ deliveries: 2, isAtLeast: false })
  await whole((await webhooks.startReplay({ body })).id)
  expect(await inLine()).toEqual(told.slice(2))
})

test('WH-5 a replay that was cancelled stops, and goes on where it was, with each of them once', async () => {
  const made = await writeDeliveries(world, {
    endpointId,
    count: 60,
    state: 'failed',
    from: ago(30),
  })
  const job = await webhooks.startReplay({ body: { endpointId, from: since(60), perSecond: 1 } })
  const params = { id: job.id }
  await takeTurn(job.id)
  // What stands in line ahead of its time makes it seem no faster than it was told to go.
  const { done, startedAt } = await jobs.show({ params })
  expect(done).toBeLessThanOrEqual((Date.now() - Date.parse(startedAt!)) / 1000)
  await jobs.cancel({ params })
  const some = (await inLine()).length
  expect(some).toBeGreaterThan(0)
  expect(some).toBeLessThan(60)
  // All of that is sent, and nobody counts it later.
  expect(await whole(job.id)).toMatchObject({ state: 'cancelled', done: some })
  expect(await inLine()).toHaveLength(some)
  // Those that were sent meanwhile and failed once more are not sent a third time.
  await world.db.query(
    `update webhook_deliveries set state = 'failed', due_at = null, settled_at = now()
     where endpoint_id = $1 and due_at is not null`,
    [endpointId],
  )
  await jobs.retry({ params })
  await world.db.query(`update jobs set params = params || '{"perSecond": 200}' where id = $1`, [
    job.id,
  ])
  expect(await whole(job.id)).toMatchObject({ state: 'done', done: 60 - some, total: 60 - some })
  expect(await inLine()).toEqual(eventsOf(made).slice(some))
})

test('WH-9 who pauses the endpoint stops what is replayed to it, and lets it go on by resuming both', async () => {
  const made = await writeDeliveries(world, {
    endpointId,
    count: 3,
    state: 'failed',
    from: ago(30),
  })
  const job = await webhooks.startReplay({ body: { endpointId, from: since(60) } })
  await webhooks.pauseEndpoint({ params: { id: endpointId } })
  expect(await whole(job.id)).toMatchObject({
    state: 'failed',
    failure: { code: 'endpoint-stopped', detail: expect.stringMatching(/paused/) },
  })
  await webhooks.resumeEndpoint({ params: { id: endpointId } })
  await jobs.resume({ params: { id: job.id } })
  expect(await whole(job.id)).toMatchObject({ state: 'done', done: 3 })
  expect(await inLine()).toEqual(eventsOf(made))
})

test('WH-9 what is stopped while its last ones are not due yet is not done, and says how many it put in line', async () => {
  await writeDeliveries(world, { endpointId, count: 2, state: 'failed', from: ago(30) })
  const job = await webhooks.startReplay({ body: { endpointId, from: since(60), perSecond: 1 } })
  // All of it was put in line, and the last one is due in a while.
  await world.db.query(`update jobs set place = $2 where id = $1`, [
    job.id,
    { after: null, done: 2, total: 2, dueAt: Date.now() + 600_000, isWhole: true },
  ])
  await webhooks.pauseEndpoint({ params: { id: endpointId } })
  await takeTurn(job.id)
  expect(await jobs.show({ params: { id: job.id } })).toMatchObject({
    state: 'failed',
    done: 2,
    failure: { code: 'endpoint-stopped' },
  })
})

test('WH-5 who may only look at deliveries neither starts a replay nor has one begin again', async () => {
  const scopes = ['webhooks:read', 'jobs:run', 'jobs:read'] as const
  await writeDeliveries(world, { endpointId, count: 1, state: 'failed', from: ago(30) })
  const app = await world.as(owner).apps.show({ params: { id: appId } })
  const [reader, writer] = await Promise.all([
    acme.key({ app, scopes }),
    acme.key({ app, scopes: [...scopes, 'webhooks:write'] }),
  ])
  const body = { endpointId, from: since(60) }
  const refused = world.as(reader).webhooks.startReplay({ body })
  expect(await refusalOf(refused)).toMatchObject({ code: 'forbidden', scope: 'webhooks:write' })
  const { id } = await world.as(writer).webhooks.startReplay({ body })
  await world.as(writer).jobs.cancel({ params: { id } })
  const again = world.as(reader).jobs.resume({ params: { id } })
  expect(await refusalOf(again)).toMatchObject({ code: 'not-found' })
  expect(await world.as(writer).jobs.resume({ params: { id } })).toMatchObject({ state: 'queued' })
})

test('XC-3 a key replays nothing of the tenant as a whole, and is told of none of it', async () => {
  const failed = { endpointId, count: 2, state: 'failed', from: ago(30) } as const
  await writeDeliveries(world, { ...failed, eventType: 'projects.created' })
  const made = await writeDeliveries(world, failed)
  const app = await world.as(owner).apps.show({ params: { id: appId } })
  const theirs = world.as(await acme.key({ app })).webhooks
  const body = { endpointId, from: since(60) }
  expect(await theirs.previewReplay({ body })).toMatchObject({ deliveries: 2 })
  expect(await webhooks.previewReplay({ body })).toMatchObject({ deliveries: 4 })
  await whole((await theirs.startReplay({ body })).id)
  expect(await inLine()).toEqual(eventsOf(made))
})

test('WH-5 who replays what stands in the audit log', async () => {
  await webhooks.startReplay({ body: { endpointId, from: since(60), perSecond: 7 } })
  await webhooks.retryFailed({ params: { id: endpointId }, body: { since: since(60) } })
  const { data } = await world
    .as(owner)
    .audit.search({ query: { target: endpointId, area: 'webhooks' } })
  const told = data.filter(({ action }) => /replayed|retried/.test(action))
  expect(told.map(({ action }) => action)).toEqual(['webhooks.failed-retried', 'webhooks.replayed'])
  expect(told[1]!.after).toMatchObject({ perSecond: 7, states: ['failed', 'skipped'] })
})
