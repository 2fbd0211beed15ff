/** WH-1: an endpoint is deleted at once, however much waits for it, and nothing of that is left waiting. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { Client } from '@sonaqor/contract/client'
import { systemPrincipal } from '../../../core/access/index.ts'
import { uuidv7 } from '../../../core/crypto/index.ts'
import type { OpenFoundation } from '../../../core/house/index.ts'
import type { Scope } from '../../../core/scope/index.ts'
import type { WorldTenant } from '../../../testing/builders.ts'
import { quietEndpoint } from '../../../testing/every-endpoint.ts'
import { openFoundationOf } from '../../../testing/foundation.ts'
import { joinWorld } from '../../../testing/shared-world.ts'
import { writeDeliveries } from '../../../testing/webhooks/deliveries.ts'
import type { World } from '../../../testing/world.ts'
import { insertDeliveries } from '../engine/fan-out.store.ts'
import { cancelRunner } from './cancel.ts'

let world: World
let foundation: OpenFoundation
let acme: WorldTenant
let webhooks: Client['webhooks']
let appId: string
let id: string

beforeAll(async () => {
  world = await joinWorld()
  foundation = await openFoundationOf(world)
  acme = await world.tenant('Deleted from')
  ;({ webhooks } = world.as(await acme.member()))
  appId = (await acme.app()).id
})
beforeEach(async () => {
  ;({ id } = await webhooks.createEndpoint({ body: quietEndpoint(appId) }))
})
afterAll(async () => {
  await foundation?.close()
  await world?.stop()
})

const within = (work: (scope: Scope) => Promise<void>) =>
  foundation.scopes.run(systemPrincipal('webhooks', acme.id), work)
const cancel = () => within((scope) => cancelRunner.run(scope, { endpointId: id }))
const states = async () =>
  (
    await world.db.query<{ state: string; count: number }>(
      `select state, count(*)::integer as count from webhook_deliveries
       where endpoint_id = $1 group by state order by state`,
      [id],
    )
  ).rows

test('WH-1 whoever deletes it waits for nothing that is written of what was under way', async () => {
  const [first] = await writeDeliveries(world, { endpointId: id, count: 2300, state: 'waiting' })
  const writer = await world.db.connect()
  try {
    await writer.query('begin')
    await writer.query('select from webhook_deliveries where id = $1 for update', [first!.id])
    await webhooks.deleteEndpoint({ params: { id } })
    await cancel()
    expect(await states()).toEqual([
      { state: 'cancelled', count: 2299 },
      { state: 'waiting', count: 1 },
    ])
  } finally {
    await writer.query('rollback')
    writer.release()
  }
  await cancel()
  expect(await states()).toEqual([{ state: 'cancelled', count: 2300 }])
  const { rows } = await world.db.query(
    `select start_at > now() as is_later from job_outbox
     where name = 'webhooks.cancel-waiting' and payload ->> 'endpointId' = $1 order by start_at`,
    [id],
  )
  expect(rows).toEqual([{ is_later: true }, { is_later: null }])
})

test('WH-1 an event that was read just before puts nothing in the line of one that was deleted', async () => {
  const { id: kept } = await webhooks.createEndpoint({ body: quietEndpoint(appId) })
  await webhooks.deleteEndpoint({ params: { id } })
  const delivery = {
    environment: 'sandbox',
    app_id: appId,
    event_type: 'keys.issued',
    request_id: null,
    state: 'waiting',
    position: 1,
    happened_at: new Date(),
  } as const
  const to = (endpoint_id: string) => ({
    ...delivery,
    id: uuidv7(),
    event_id: uuidv7(),
    endpoint_id,
  })
  await within((scope) => insertDeliveries(scope, [to(id), to(kept)]))
  const { rows } = await world.db.query(
    'select endpoint_id from webhook_deliveries where endpoint_id = any ($1)',
    [[id, kept]],
  )
  expect(rows).toEqual([{ endpoint_id: kept }])
})

test('WH-1 nothing of a live endpoint is cancelled, whoever asks for it', async () => {
  await writeDeliveries(world, { endpointId: id, count: 2, state: 'waiting' })
  await cancel()
  expect(await states()).toEqual([{ state: 'waiting', count: 2 }])
})
