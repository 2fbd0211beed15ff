/** WH-3, WH-8: what the doors of the engine give to a worker, and what they take from it, whatever was not heard. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { uuidv7 } from '../../../core/crypto/index.ts'
import type { OpenFoundation } from '../../../core/house/index.ts'
import { openFoundationOf } from '../../../testing/foundation.ts'
import { until } from '../../../testing/until.ts'
import { writeDeliveries } from '../../../testing/webhooks/deliveries.ts'
import { startReceiver } from '../../../testing/webhooks/receiver.ts'
import { startWorld, type OwnWorld } from '../../../testing/world.ts'
import { attemptCourier } from '../attempt/attempt.ts'
import { startEngine } from './engine.ts'
import { giveBack, keep, presence, settle, take, type Result, type Taken } from './doors.store.ts'

let world: OwnWorld
let foundation: OpenFoundation
let worker: string

beforeAll(async () => {
  world = await startWorld()
  foundation = await openFoundationOf(world)
})
beforeEach(async () => {
  worker = uuidv7()
  await world.db.query('update webhook_lanes set due_at = null, leased_by = null')
})
afterAll(async () => {
  await foundation.close()
  await world.stop()
})

/** Of one tenant, with one delivery each that is due. */
async function due(count: number, at = 'http://127.0.0.1:9'): Promise<string[]> {
  const tenant = await world.tenant('Doors', { roles: ['owner'] })
  const api = world.as(await tenant.member())
  const { id: appId } = await tenant.app()
  const ids: string[] = []
  for (let nth = 0; nth < count; nth += 1) {
    const body = { appId, url: `${at}/${nth}`, eventTypes: ['keys.updated'] }
    const { id } = await api.webhooks.createEndpoint({ body })
    await writeDeliveries(world, { endpointId: id, count: 1, state: 'waiting' })
    ids.push(id)
  }
  await world.db.query(
    `with now_due as (
       update webhook_deliveries set due_at = now() where endpoint_id = any ($1)
     )
     insert into webhook_lanes (tenant_id, environment, endpoint_id, due_at)
     select tenant_id, environment, id, now() from webhook_endpoints where id = any ($1)`,
    [ids],
  )
  return ids
}

/** Of an endpoint that has a lane; nobody is told of it. */
async function anotherDue(endpointId: string): Promise<void> {
  const [made] = await writeDeliveries(world, { endpointId, count: 1, state: 'waiting' })
  await world.db.query('update webhook_deliveries set due_at = now() where id = $1', [made!.id])
  await world.db.query('update webhook_lanes set due_at = now() where endpoint_id = $1', [
    endpointId,
  ])
}

const taking = (more: object = {}) =>
  take(foundation.database, {
    worker,
    moment: new Date(Date.now() + 60_000),
    places: 1000,
    crowds: new Map(),
    most: 250,
    roomOfNew: 20,
    roomy: [],
    atHand: [],
    ...more,
  })
const idsOf = (taken: readonly Taken[]) => taken.map(({ lane }) => lane.endpointId).toSorted()
const laneOf = async (id: string) => {
  const query = 'select * from webhook_lanes where endpoint_id = $1'
  return (await world.db.query<Record<string, unknown>>(query, [id])).rows[0]!
}

/** As if it had been answered with 204. */
function resultOf({ lane, deliveries }: Taken): Result {
  const [{ id, due: dueAt }] = deliveries as [NonNullable<Taken['deliveries']>[number]]
  const at = new Date()
  const timing = { dns_ms: null, connect_ms: null, tls_ms: null, first_byte_ms: null }
  const response = {
    response_headers: {},
    response_body: '',
    response_bytes: 0,
    response_cut: false,
  }
  const asked = {
    url: 'http://a.test',
    address: null,
    request_headers: {},
    cause: 'schedule',
  } as const
  return {
    tenant_id: lane.tenantId,
    environment: lane.environment,
    endpoint_id: lane.endpointId,
    id,
    number: 1,
    due: dueAt,
    attempt: {
      at,
      status: 204,
      fault: null,
      detail: null,
      latency_ms: 9,
      ...timing,
      ...response,
      ...asked,
    },
    state: 'delivered',
    step: 1,
    due_at: null,
    settled_at: at,
    payload: null,
  }
}
const countsOf = async (id: string) => {
  const query = 'select * from webhook_counts where endpoint_id = $1'
  return (await world.db.query<Record<string, unknown>>(query, [id])).rows
}

test('WH-3 a result that is brought twice, as its answer was lost, is counted once', async () => {
  const [endpointId] = await due(1)
  const [taken] = await taking()
  const result = resultOf(taken!)
  const told = {
    tenant_id: result.tenant_id,
    environment: result.environment,
    id: uuidv7(),
    app_id: taken!.lane.appId,
    endpoint_id: endpointId!,
    at: new Date(),
    is_wide: false,
  }
  for (const tellings of [[told], []]) {
    const ids = await settle(foundation.database, worker, { results: [result], told: tellings })
    expect([...ids]).toEqual([result.id])
  }
  const [counts, ...none] = await countsOf(endpointId!)
  expect(none).toEqual([])
  expect(counts).toMatchObject({ attempts: 1, succeeded: 1, delivered: 1, failed: 0, skipped: 0 })
  // 9 ms lie between 2^3 and 2^3.5.
  expect(
    (counts!['latencies'] as number[])
      .map((many, step) => [step, many])
      .filter(([, many]) => many! > 0),
  ).toEqual([[7, 1]])
})

test('WH-3 whoever has lost a lane writes, counts and tells nothing of it', async () => {
  const [endpointId] = await due(1)
  const [taken] = await taking()
  const result = resultOf(taken!)
  await world.db.query('update webhook_lanes set leased_by = $1', [uuidv7()])
  const told = {
    ...result,
    id: uuidv7(),
    app_id: taken!.lane.appId,
    at: new Date(),
    is_wide: false,
  }
  const ids = await settle(foundation.database, worker, { results: [result], told: [told] })
  expect(ids.size).toBe(0)
  expect(await countsOf(endpointId!)).toEqual([])
  const heard =
    "select 1 from events where type = 'webhooks.attempted' and ref ->> 'endpointId' = $1"
  expect((await world.db.query(heard, [endpointId])).rows).toEqual([])
})

test('WH-4 of a delivery that is gone by now nothing is written, and nothing is counted', async () => {
  const [endpointId] = await due(1)
  const [taken] = await taking()
  const result = resultOf(taken!)
  await world.db.query('delete from webhook_deliveries where id = $1', [result.id])
  const ids = await settle(foundation.database, worker, { results: [result], told: [] })
  expect(ids.size).toBe(0)
  const attempts = 'select 1 from webhook_attempts where delivery_id = $1'
  expect((await world.db.query(attempts, [result.id])).rows).toEqual([])
  expect(await countsOf(endpointId!)).toEqual([])
})

test('WH-3 what was decided of a delivery meanwhile is not counted as what its attempt came to', async () => {
  const [endpointId] = await due(1)
  const [taken] = await taking()
  const again =
    "update webhook_deliveries set due_at = now() - interval '1 h' where endpoint_id = $1"
  await world.db.query(again, [endpointId])
  await settle(foundation.database, worker, { results: [resultOf(taken!)], told: [] })
  expect(await countsOf(endpointId!)).toMatchObject([{ attempts: 1, succeeded: 1, delivered: 0 }])
})

test('WH-3 a lease that is over frees its lane, even that of whoever looks', async () => {
  const [endpointId] = await due(1)
  await taking()
  await keep(foundation.database, worker, null)
  expect((await laneOf(endpointId!))['leased_by']).toBe(worker)
  await world.db.query("update webhook_lanes set leased_until = now() - interval '1 s'")
  await keep(foundation.database, worker, null)
  expect((await laneOf(endpointId!))['leased_by']).toBeNull()
})

test('WH-3 what a worker never heard of having leased is free once it names what it holds', async () => {
  const [held, unheard] = await due(2)
  await taking()
  expect([...(await keep(foundation.database, worker, [held!]))]).toEqual([held])
  expect((await laneOf(held!))['leased_by']).toBe(worker)
  expect((await laneOf(unheard!))['leased_by']).toBeNull()
})

test('WH-3 a worker that was cut off comes back while its former session is still thought alive', async () => {
  const sessions = ['former', 'new'].map((name) => foundation.database.connection(name))
  for (const session of sessions) {
    await session.connect()
    await session.query("set lock_timeout = '3s'")
    await session.query(presence, [worker])
  }
  await due(1)
  const [taken] = await taking()
  await sessions[0]!.end()
  await keep(foundation.database, uuidv7(), null)
  expect((await laneOf(taken!.lane.endpointId))['leased_by']).toBe(worker)
  await sessions[1]!.end()
})

test('WH-3 a tenant gets no more lanes of a worker than its share, and others get theirs', async () => {
  const many = await due(5)
  const [other] = await due(1)
  const { tenant_id: tenantId } = await laneOf(many[0]!)
  const first = await taking({ most: 3 })
  expect(idsOf(first).filter((id) => many.includes(id))).toHaveLength(3)
  expect(idsOf(first)).toContain(other)
  const crowds = new Map([[tenantId as string, 2]])
  expect(idsOf(await taking({ most: 3, crowds }))).toHaveLength(1)
  crowds.set(tenantId as string, 3)
  expect(await taking({ most: 3, crowds })).toEqual([])
})

test('WH-8 a lane that rests is due no sooner, and says so to whoever leases it next', async () => {
  const [endpointId] = await due(1)
  await taking()
  const rest = new Date(Date.now() + 3_600_000)
  const left = [{ endpointId: endpointId!, rest }]
  expect([...(await giveBack(foundation.database, worker, left))]).toEqual([endpointId])
  expect(await laneOf(endpointId!)).toMatchObject({
    leased_by: null,
    due_at: rest,
    not_before: rest,
  })
  expect(await taking()).toEqual([])
  const [taken] = await taking({ moment: rest })
  expect(new Date(taken!.lane.notBefore!)).toEqual(rest)
})

test('WH-3 an engine brings what is due though others have all other connections of the process', async () => {
  const receiver = await startReceiver()
  const answers: (() => void)[] = []
  receiver.answer = (reply) => void answers.push(() => reply.writeHead(204).end())
  const engine = startEngine(foundation, attemptCourier(foundation.config), () => undefined)
  const { config, database } = foundation
  const others = Array.from({ length: config.database.poolSize }, () => [
    database.begin(),
    database.beginBeside(),
  ]).flat()
  const begun: Promise<unknown>[] = []
  try {
    const [endpointId] = await due(1, receiver.url)
    // Its endpoint was read by now; while it is under way the lane stays at hand.
    await until(() => answers.length === 1)
    begun.push(...others.map((one) => one.query('select 1').catch(() => undefined)))
    await begun[0]
    await anotherDue(endpointId!)
    await until(() => answers.length === 2)
    answers.forEach((answer) => answer())
    const states = 'select state from webhook_deliveries where endpoint_id = $1'
    await until(async () => {
      const { rows } = await world.db.query<{ state: string }>(states, [endpointId])
      return rows.every(({ state }) => state === 'delivered')
    })
  } finally {
    await Promise.all(others.map((one) => one.rollback()))
    await Promise.all(begun)
    await engine.close()
    await receiver.stop()
  }
})
