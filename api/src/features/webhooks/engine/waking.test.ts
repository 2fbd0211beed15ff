/** WH-3: members and workers who are at the same endpoint at once, and do not wait for each other. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { systemPrincipal } from '../../../core/access/index.ts'
import { uuidv7 } from '../../../core/crypto/index.ts'
import type { OpenFoundation } from '../../../core/house/index.ts'
import { openFoundationOf } from '../../../testing/foundation.ts'
import { writeDeliveries } from '../../../testing/webhooks/deliveries.ts'
import { startWorld, type OwnWorld } from '../../../testing/world.ts'
import { lockInbox } from '../inbox/inbox.store.ts'
import { keepMessage } from '../inbox/messages.store.ts'
import { take } from './doors.store.ts'
import { insertDeliveries } from './fan-out.store.ts'

let world: OwnWorld
let foundation: OpenFoundation
let made: Awaited<ReturnType<typeof makeInbox>>

/** That of an app, which tells it nothing by itself. */
async function makeInbox() {
  const tenant = await world.tenant('Waking', { roles: ['owner'] })
  const api = world.as(await tenant.member())
  const { id: appId } = await tenant.app()
  const { endpointId } = await api.webhookInbox.open({ body: { appId } })
  return { tenantId: tenant.id, api, appId, endpointId: endpointId! }
}

beforeAll(async () => {
  world = await startWorld()
  foundation = await openFoundationOf(world)
})
beforeEach(async () => {
  made = await makeInbox()
})
afterAll(async () => {
  await foundation.close()
  await world.stop()
})

const taking = async () => {
  const taken = await take(foundation.database, {
    worker: uuidv7(),
    moment: new Date(),
    places: 1000,
    crowds: new Map(),
    most: 250,
    roomOfNew: 20,
    roomy: [],
    atHand: [],
  })
  return taken.find(({ lane }) => lane.endpointId === made.endpointId)
}

/** Deliveries of one endpoint that wait for an hour, as it asked to be left alone for so long. */
async function pausedLane(): Promise<void> {
  const { endpointId } = made
  await writeDeliveries(world, { endpointId, count: 1, state: 'retrying' })
  const inAnHour = new Date(Date.now() + 3_600_000)
  await world.db.query('update webhook_deliveries set due_at = $2 where endpoint_id = $1', [
    endpointId,
    inAnHour,
  ])
  await world.db.query(
    `insert into webhook_lanes (tenant_id, environment, endpoint_id, due_at, not_before, pauses)
     select tenant_id, environment, id, $2, $2, 3 from webhook_endpoints where id = $1`,
    [endpointId, inAnHour],
  )
}

test('WH-3 what a member changes waits for nobody who writes the lane, and is heard of after that', async () => {
  await pausedLane()
  const { api, appId, endpointId } = made
  const writer = await world.db.connect()
  try {
    await writer.query('begin')
    await writer.query('select from webhook_lanes where endpoint_id = $1 for update', [endpointId])
    const body = { appId, answers: 500 } as const
    expect(await api.webhookInbox.update({ body })).toMatchObject({ answers: 500 })
    // Neither does a worker wait, who has lanes of others to look after.
    expect(await taking()).toBeUndefined()
    await writer.query('rollback')
  } finally {
    writer.release()
  }
  const taken = await taking()
  expect(taken?.lane).toMatchObject({ notBefore: null, pauses: 0 })
  expect(taken?.deliveries).toHaveLength(1)
})

test('WH-3 what is asked of a lane once is done once', async () => {
  await pausedLane()
  const { api, appId, endpointId } = made
  await api.webhookInbox.update({ body: { appId, answers: 500 } })
  expect(await taking()).toBeDefined()
  const paused = "set leased_by = null, not_before = now() + interval '1 h', pauses = 1"
  await world.db.query(`update webhook_lanes ${paused} where endpoint_id = $1`, [endpointId])
  expect((await taking())?.lane).toMatchObject({ pauses: 1 })
})

test('WH-3 workers bring things to an endpoint while a member is changing it', async () => {
  const { tenantId, appId, endpointId } = made
  const house = systemPrincipal('webhooks', tenantId)
  const ofIt = { environment: 'sandbox', id: uuidv7(), endpoint_id: endpointId } as const
  const ofEvent = { event_id: uuidv7(), event_type: 'keys.updated' }
  const at = new Date()
  const answered = await foundation.scopes.run(house, async (member) => {
    await lockInbox(member, appId)
    // Each waits for this transaction in vain, if it waits.
    await foundation.scopes.run(house, (worker) =>
      insertDeliveries(worker, [
        {
          ...ofIt,
          ...ofEvent,
          app_id: appId,
          request_id: null,
          state: 'waiting',
          position: 1,
          happened_at: at,
        },
      ]),
    )
    const message = { delivery_id: ofIt.id, attempt: 1, is_test: false, is_valid: true }
    const kept = { received_at: at, headers: {}, body: '{}' }
    return foundation.scopes.run(house, (worker) =>
      keepMessage(worker, { ...ofIt, ...ofEvent, ...message, ...kept }),
    )
  })
  expect(answered).toBe(200)
  expect((await taking())?.deliveries).toMatchObject([{ id: ofIt.id }])
})
