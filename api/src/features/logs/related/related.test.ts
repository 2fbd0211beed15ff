/** LG-4 LG-8: one timeline from a request to what it led to, of which everybody sees what they may see. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { LogDetail } from '@sonaqor/contract/logs'
import type { WorldTenant } from '../../../testing/builders.ts'
import { writeDeliveries } from '../../../testing/webhooks/deliveries.ts'
import { quietEndpoint } from '../../../testing/every-endpoint.ts'
import { joinWorld } from '../../../testing/shared-world.ts'
import type { Holder } from '../../../testing/transport.ts'
import type { World } from '../../../testing/world.ts'

let world: World
let acme: WorldTenant

beforeAll(async () => {
  world = await joinWorld()
  acme = await world.tenant('Led to')
})
afterAll(() => world.stop())

/** A key revokes another one of its app: an event and an audit entry come of it. */
async function revoking() {
  const app = await acme.app()
  const key = await acme.key({ app })
  const other = await acme.key({ app })
  await world.as(key).keys.revoke({ params: { id: other.id } })
  const { data } = await world
    .as(await acme.member())
    .logs.search({ query: { keyId: key.id, limit: 1 } })
  return { entry: data[0]!, other, app, key }
}

const kinds = ({ related }: LogDetail) => related.map(({ kind, name }) => `${kind} ${name}`)

test('LG-8 a request leads to the events that it told of and to its entries in the audit log', async () => {
  const { entry, other } = await revoking()
  const { logs, audit } = world.as(await acme.member())
  const detail = await logs.show({ params: { id: entry.id } })
  expect(kinds(detail).toSorted()).toEqual(['audit keys.revoked', 'event keys.revoked'])
  const byKind = Object.fromEntries(detail.related.map((one) => [one.kind, one]))
  expect(Object.values(byKind['event']!.ids)).toContain(other.id)
  const { data } = await audit.search({ query: { target: other.id, action: 'keys.revoked' } })
  expect(data.map(({ id }) => id)).toEqual([byKind['audit']!.id])
  for (const { at } of detail.related) {
    expect(Math.abs(Date.parse(at) - Date.parse(entry.at))).toBeLessThan(60_000)
  }
})

test('LG-8 who may not see the audit log sees the events alone, and who may hear of none sees none', async () => {
  const { entry, app } = await revoking()
  const params = { id: entry.id }
  const asDeveloper = world.as(await acme.member('developer'))
  expect(kinds(await asDeveloper.logs.show({ params }))).toEqual(['event keys.revoked'])
  const reader = await acme.key({ app, scopes: ['logs:read'] })
  expect(kinds(await world.as(reader).logs.show({ params }))).toEqual([])
})

test('LG-4 LG-8 a request leads to where its events were delivered, for who may see deliveries of the app', async () => {
  const { entry, app, key } = await revoking()
  const { webhooks } = world.as(await acme.member())
  const { id: endpointId, url } = await webhooks.createEndpoint({ body: quietEndpoint(app.id) })
  const { host } = new URL(url)
  const made = { endpointId, eventType: 'keys.revoked', requestId: entry.requestId, count: 1 }
  const [delivery] = await writeDeliveries(world, made)
  const elsewhere = await webhooks.createEndpoint({ body: quietEndpoint((await acme.app()).id) })
  const [other] = await writeDeliveries(world, { ...made, endpointId: elsewhere.id })
  const wide = { ...quietEndpoint(app.id), reach: 'environment' } as const
  const { id: ofAll } = await webhooks.createEndpoint({
    body: { ...wide, label: 'Partner portal' },
  })
  const [hidden] = await writeDeliveries(world, { ...made, endpointId: ofAll })
  const params = { id: entry.id }
  const deliveriesFor = async (holder: Holder) =>
    (await world.as(holder).logs.show({ params })).related.filter(({ kind }) => kind === 'delivery')
  const found = await deliveriesFor(await acme.member('developer'))
  expect(found.map(({ id }) => id).toSorted()).toEqual(
    [delivery!.id, other!.id, hidden!.id].toSorted(),
  )
  expect(found.map(({ delivery: to }) => to?.endpoint).toSorted()).toEqual(
    ['Partner portal', host, host].toSorted(),
  )
  const ofApp = await deliveriesFor(key)
  expect(ofApp).toEqual([
    {
      kind: 'delivery',
      id: delivery!.id,
      at: expect.any(String),
      name: 'keys.revoked',
      ids: { deliveryId: delivery!.id, endpointId },
      delivery: { endpoint: host, state: 'delivered' },
    },
  ])
  expect(await deliveriesFor(await acme.key({ app, scopes: ['logs:read'] }))).toEqual([])
})

test('LG-8 what another request did at the same time is no part of it', async () => {
  const app = await acme.app()
  const [key, ...others] = await Promise.all([1, 2, 3].map(() => acme.key({ app })))
  const api = world.as(key!)
  await Promise.all(others.map(({ id }) => api.keys.revoke({ params: { id } })))
  const { logs } = world.as(await acme.member())
  const { data } = await logs.search({ query: { keyId: key!.id } })
  for (const { id, path } of data) {
    const { related } = await logs.show({ params: { id } })
    expect(related).toHaveLength(2)
    for (const { ids } of related) {
      expect(Object.values(ids).filter((one) => path.includes(one))).toHaveLength(1)
    }
  }
})
