/** WH-4 WH-5 WH-9 with the engine at work: what is told of deliveries is what a receiver got. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { App } from '@sonaqor/contract/apps'
import type { Client } from '@sonaqor/contract/client'
import type { Key } from '@sonaqor/contract/keys'
import type { WorldTenant } from '../../../testing/builders.ts'
import { startReceiver, type Receiver } from '../../../testing/webhooks/receiver.ts'
import type { Holder } from '../../../testing/transport.ts'
import { until } from '../../../testing/until.ts'
import { startProcessWorld, type ProcessWorld } from '../../../testing/world.ts'

let world: ProcessWorld
let receiver: Receiver
let acme: WorldTenant
let api: Client
let app: App
let key: Key & Holder
let other: Key

beforeAll(async () => {
  world = await startProcessWorld({ worker: true, env: { SONAQOR_LIMIT_FACTOR: '1000' } })
  receiver = await startReceiver()
  acme = await world.tenant('Brought to', { roles: ['owner'] })
  api = world.as(await acme.member())
  app = await acme.app()
  key = await acme.key({ app })
  other = await acme.key({ app })
})
afterAll(async () => {
  await world?.stop()
  await receiver?.stop()
})

let paths = 0
async function endpoint() {
  const path = `/hook-${(paths += 1)}`
  const body = { appId: app.id, url: receiver.url + path, eventTypes: ['keys.updated'] }
  const { id } = await api.webhooks.createEndpoint({ body })
  return {
    id,
    came: () => receiver.at(path).map(({ headers }) => String(headers['webhook-id'])),
    path,
  }
}

/** By a request that the log has. */
const rename = (label: string) =>
  world.as(key).keys.update({ params: { id: other.id }, body: { label } })

const statesOf = async (endpointId: string) =>
  (await api.webhooks.listDeliveries({ query: { endpointId } })).data.map(({ state }) => state)
const untilAll = (endpointId: string, state: string, count: number) =>
  until(async () => {
    const states = await statesOf(endpointId)
    return states.length === count && states.every((one) => one === state)
  })
const ended = (id: string) =>
  until(async () => (await api.jobs.show({ params: { id } })).state === 'done')

test('WH-4 LG-4 PA-3: what is shown are the bytes that came, with the request that they came of', async () => {
  const { id: endpointId, path } = await endpoint()
  await rename('Größe')
  await untilAll(endpointId, 'delivered', 1)
  const [one] = (await api.webhooks.listDeliveries({ query: { endpointId } })).data
  const shown = await api.webhooks.showDelivery({ params: { id: one!.id } })
  const [came] = receiver.at(path)
  expect(shown.payload).toBe(came!.body)
  const { headers } = shown.attemptList[0]!.request
  for (const name of ['webhook-id', 'webhook-timestamp', 'webhook-signature']) {
    expect(headers[name]).toBe(came!.headers[name])
  }
  const requestId = shown.requestId!
  const [logged] = (await api.logs.search({ query: { requestId } })).data
  const { related } = await api.logs.show({ params: { id: logged!.id } })
  expect(related).toContainEqual(
    expect.objectContaining({ kind: 'delivery', id: one!.id, name: 'keys.updated' }),
  )
  const found = await api.webhooks.listDeliveries({
    query: { endpointId, field: 'data.label', value: 'Größe' },
  })
  expect(found.data).toHaveLength(1)
  const { health } = await api.webhooks.showEndpoint({ params: { id: endpointId }, query: {} })
  expect(health).toMatchObject({ attempts: 1, success: 1, backlog: 0, lastStatus: 204 })
  expect((await api.apps.activity({ params: { id: app.id } })).total.eventsDelivered).toBe(1)
})

test('WH-5 what is sent again comes with the id that it had', async () => {
  const { id: endpointId, came } = await endpoint()
  await rename('Again')
  await untilAll(endpointId, 'delivered', 1)
  const [one] = (await api.webhooks.listDeliveries({ query: { endpointId } })).data
  await api.webhooks.retry({ params: { id: one!.id } })
  await until(async () => came().length === 2)
  await untilAll(endpointId, 'delivered', 1)
  expect(came()).toEqual([one!.eventId, one!.eventId])
  const { attemptList } = await api.webhooks.showDelivery({ params: { id: one!.id } })
  expect(attemptList.map(({ number, cause }) => [number, cause])).toEqual([
    [1, 'schedule'],
    [2, 'retry'],
  ])
})

test('WH-5 WH-9 what was skipped, and what was never meant for it, comes by a replay', async () => {
  const { id: endpointId, came } = await endpoint()
  await api.webhooks.pauseEndpoint({ params: { id: endpointId } })
  for (const label of ['One', 'Two', 'Three']) await rename(label)
  await untilAll(endpointId, 'skipped', 3)
  await api.webhooks.resumeEndpoint({ params: { id: endpointId } })
  const from = new Date(Date.now() - 3_600_000).toISOString()
  const body = { endpointId, from, perSecond: 50 }
  const { deliveries } = await api.webhooks.previewReplay({ body })
  expect(deliveries).toBe(3)
  const { id } = await api.webhooks.startReplay({ body })
  await ended(id)
  await untilAll(endpointId, 'delivered', 3)
  const { data } = await api.webhooks.listDeliveries({ query: { endpointId } })
  expect(came().toSorted()).toEqual(data.map(({ eventId }) => eventId).toSorted())
  expect(new Set(data.map(({ replayId }) => replayId))).toEqual(new Set([id]))

  const younger = await endpoint()
  const missing = { endpointId: younger.id, from, states: ['missing' as const] }
  const told = (await api.webhooks.previewReplay({ body: missing })).deliveries
  await ended((await api.webhooks.startReplay({ body: missing })).id)
  await untilAll(younger.id, 'delivered', told)
  expect(younger.came()).toHaveLength(told)
  expect(younger.came()).toEqual(expect.arrayContaining(came()))
})
