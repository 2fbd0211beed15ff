/** What becomes of endpoints that nobody touches: those that fail, and those that are gone. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { systemPrincipal } from '../../../core/access/index.ts'
import type { OpenFoundation } from '../../../core/house/index.ts'
import type { Scope } from '../../../core/scope/index.ts'
import type { WorldTenant } from '../../../testing/builders.ts'
import { openFoundationOf } from '../../../testing/foundation.ts'
import { joinWorld } from '../../../testing/shared-world.ts'
import type { World } from '../../../testing/world.ts'
import { writeDeliveries } from '../../../testing/webhooks/deliveries.ts'
import { beginFailing, endFailing, failsStill } from '../engine/failing.store.ts'
import { subscribersOf } from '../engine/fan-out.store.ts'
import { endpointJobs } from './endpoints.jobs.ts'
import { disableEndpoint } from './endpoints.service.ts'
import { tellFailing } from './tell.ts'

let world: World
let foundation: OpenFoundation
let acme: WorldTenant

beforeAll(async () => {
  world = await joinWorld()
  foundation = await openFoundationOf(world)
  acme = await world.tenant('Acme', { roles: ['owner', 'developer', 'viewer'] })
})
afterAll(async () => {
  await foundation?.close()
  await world.stop()
})

const api = async () => world.as(await acme.member())
const made = async (label: string | null = null) => {
  const { id: appId } = await acme.app('production')
  const { webhooks } = await api()
  const url = 'http://127.0.0.1:9/hooks'
  return webhooks.createEndpoint({ body: { appId, url, label, eventTypes: ['keys.issued'] } })
}
const within = (work: (scope: Scope) => Promise<unknown>) =>
  foundation.scopes.run(systemPrincipal('webhooks', acme.id), work)
const nightly = async () => {
  for (const { every, run } of endpointJobs) if (every) await within((scope) => run(scope, {}))
}
const toldOf = async (kind: string, role: 'owner' | 'viewer' | 'developer' = 'developer') => {
  const { notifications } = world.as(await acme.member(role))
  const { data } = await notifications.list({ query: { limit: 200 } })
  return data.filter((one) => one.kind === kind)
}

test('WH-3: one that is given up is disabled once, and whoever runs it is told', async () => {
  const endpoint = await made('Orders')
  const { id } = endpoint
  await within((scope) => disableEndpoint(scope, endpoint, 'gone'))
  await within((scope) => disableEndpoint(scope, endpoint, 'failing'))
  const { webhooks, audit } = await api()
  expect(await webhooks.showEndpoint({ params: { id }, query: {} })).toMatchObject({
    state: 'disabled',
    because: 'gone',
    revision: 2,
  })
  const told = await toldOf('webhooks.disabled')
  expect(told).toMatchObject([
    { title: 'Webhook endpoint disabled: Orders', link: `/webhooks?endpoint=${id}` },
  ])
  expect(told[0]!.body).toContain('410')
  expect(await toldOf('webhooks.disabled', 'owner')).toHaveLength(1)
  expect(await toldOf('webhooks.disabled', 'viewer')).toEqual([])
  const { data } = await audit.search({ query: { target: id, action: 'webhooks.disabled' } })
  expect(data).toHaveLength(1)
  expect(await webhooks.resumeEndpoint({ params: { id } })).toMatchObject({
    state: 'active',
    because: null,
  })
})

test('WH-3: what came of an address counts for nothing at the one that came in its place', async () => {
  const before = await made()
  const { id } = before
  const { webhooks } = await api()
  const shown = () => webhooks.showEndpoint({ params: { id }, query: {} })
  await within((scope) => beginFailing(scope, before))
  expect(await shown()).toMatchObject({ failingSince: expect.any(String) })
  const url = 'http://127.0.0.1:9/elsewhere'
  await webhooks.updateEndpoint({ params: { id }, body: { url } })
  expect(await shown()).toMatchObject({ failingSince: null })
  await within((scope) => disableEndpoint(scope, before, 'gone'))
  await within((scope) => beginFailing(scope, before))
  expect(await shown()).toMatchObject({ state: 'active', failingSince: null })
  await within((scope) => beginFailing(scope, { id, url }))
  await within((scope) => endFailing(scope, before))
  expect(await shown()).toMatchObject({ failingSince: expect.any(String) })
})

test('WH-3: one is given up for deliveries that fail one after another, lately too, and not for one that did', async () => {
  const { id: endpointId } = await made()
  const hourMs = 3_600_000
  const since = new Date(Date.now() - 140 * hourMs)
  const attempted = (hoursAgo: number, status = 500) =>
    writeDeliveries(world, {
      endpointId,
      count: 1,
      state: status === 500 ? 'failed' : 'delivered',
      status,
      from: new Date(Date.now() - hoursAgo * hourMs),
    })
  const isGivenUp = () =>
    foundation.scopes.run(systemPrincipal('webhooks', acme.id), (scope) =>
      failsStill(scope, endpointId, since),
    )
  for (const hoursAgo of [139, 100, 1]) await attempted(hoursAgo)
  expect(await isGivenUp()).toBe(false)
  await attempted(2)
  expect(await isGivenUp()).toBe(true)
  const [arrived] = await attempted(50, 200)
  expect(await isGivenUp()).toBe(false)
  // That somebody tries it by hand says nothing of what happens.
  const byHand = "update webhook_attempts set cause = 'test' where delivery_id = $1"
  await world.db.query(byHand, [arrived!.id])
  expect(await isGivenUp()).toBe(true)
})

test('WH-3: of one that fails they hear once a day, by its host where it has no label', async () => {
  const { id, environment } = await made()
  const endpoint = { id, environment, label: null, url: 'https://hooks.partner.com/a?token=b' }
  for (let round = 0; round < 3; round += 1) {
    await within((scope) => tellFailing(scope, endpoint, new Date('2026-11-20T10:00:00Z')))
  }
  const told = await toldOf('webhooks.failing')
  expect(told).toMatchObject([{ title: 'Webhook endpoint is failing: hooks.partner.com' }])
  expect(JSON.stringify(told)).not.toContain('token')
})

test('WH-1: what was deleted is purged once the plan keeps no delivery of it, and leaves an entry', async () => {
  await world.db.query("update tenants set plan = 'free' where id = $1", [acme.id])
  const [gone, kept, full] = [await made(), await made(), await made()]
  const ids = [gone, kept, full].map(({ id }) => id)
  const { webhooks, audit } = await api()
  // As many as there may be, they are forgotten a lot at a time, and not with it.
  const from = new Date(Date.now() - 33 * 24 * 3_600_000)
  await writeDeliveries(world, { endpointId: full.id, count: 1, from })
  for (const [id, days] of [
    [gone.id, 32],
    [kept.id, 29],
    [full.id, 32],
  ] as const) {
    await webhooks.deleteEndpoint({ params: { id } })
    await world.db.query(
      `update webhook_endpoints set deleted_at = now() - $2 * interval '1 day' where id = $1`,
      [id, days],
    )
  }
  const left = async () => {
    await nightly()
    const found = 'select id from webhook_endpoints where id = any ($1) order by id'
    return (await world.db.query<{ id: string }>(found, [ids])).rows.map(({ id }) => id)
  }
  expect(await left()).toEqual([kept.id, full.id])
  await world.db.query('delete from webhook_deliveries where endpoint_id = $1', [full.id])
  expect(await left()).toEqual([kept.id])
  const { data } = await audit.search({ query: { target: gone.id, action: 'webhooks.purged' } })
  expect(data).toHaveLength(1)
})

test('PA-3: what happens while an app is deleted is brought to none of its endpoints', async () => {
  const { id, appId } = await made()
  const { apps } = await api()
  const wanting = async () => {
    const found = await foundation.scopes.run(systemPrincipal('webhooks', acme.id), subscribersOf)
    return found.some((one) => one.id === id)
  }
  expect(await wanting()).toBe(true)
  await apps.delete({ params: { id: appId } })
  expect(await wanting()).toBe(false)
  await apps.restore({ params: { id: appId } })
  expect(await wanting()).toBe(true)
})

test('PA-3: with an app that nobody can restore any more its endpoints are deleted', async () => {
  const { id, appId } = await made()
  await world.db.query(
    `update apps set deleted_at = now() - interval '8 days', purged_at = now() where id = $1`,
    [appId],
  )
  await nightly()
  const { rows } = await world.db.query('select deleted_at from webhook_endpoints where id = $1', [
    id,
  ])
  expect(rows).toEqual([{ deleted_at: expect.any(Date) }])
  const secrets = 'select from webhook_secrets where endpoint_id = $1'
  expect((await world.db.query(secrets, [id])).rows).toEqual([])
})
