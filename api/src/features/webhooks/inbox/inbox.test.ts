/** WH-10: the test inbox of a sandbox app, without a worker: tests are sent to it, which it takes at once. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { keyScopes, type KeyScope } from '@sonaqor/contract/access'
import type { App } from '@sonaqor/contract/apps'
import { inboxMessagesMax, type InboxAnswer } from '@sonaqor/contract/webhook-bounds'
import { Webhook } from 'standardwebhooks'
import { systemPrincipal } from '../../../core/access/index.ts'
import type { OpenFoundation } from '../../../core/house/index.ts'
import type { WorldTenant } from '../../../testing/builders.ts'
import { quietEndpoint } from '../../../testing/every-endpoint.ts'
import { openFoundationOf } from '../../../testing/foundation.ts'
import { refusalOf } from '../../../testing/partner.ts'
import { joinWorld } from '../../../testing/shared-world.ts'
import type { Holder } from '../../../testing/transport.ts'
import { until } from '../../../testing/until.ts'
import type { World } from '../../../testing/world.ts'
import { sendableOf } from '../endpoints/sendable.ts'
import { inboxJobs } from './inbox.jobs.ts'
import { receiveInInbox } from './receive.ts'

let world: World
let acme: WorldTenant
let foundation: OpenFoundation

beforeAll(async () => {
  world = await joinWorld()
  acme = await world.tenant('Inboxes')
  foundation = await openFoundationOf(world)
})
afterAll(async () => {
  await foundation.close()
  await world.stop()
})

async function opened(holder?: Holder) {
  const app = await acme.app()
  const by = holder ?? (await acme.member())
  const inbox = await world.as(by).webhookInbox.open({ body: { appId: app.id } })
  return { app, appId: app.id, inbox, endpointId: inbox.endpointId!, owner: await acme.member() }
}
type Opened = Awaited<ReturnType<typeof opened>>

const send = async (
  { endpointId }: Opened,
  eventType = 'keys.revoked',
  data = { label: 'Größe' },
) =>
  world
    .as(await acme.member())
    .webhooks.sendTest({ params: { id: endpointId }, body: { eventType, data } })

const keyOf = (app: App, scopes: readonly KeyScope[] = keyScopes) => acme.key({ app, scopes })
const newest = async ({ appId, owner }: Opened) => {
  const { data } = await world.as(owner).webhookInbox.listMessages({ query: { appId } })
  return data[0]!
}

describe('whose it is', () => {
  test('WH-10 an app of production has none, and that is said', async () => {
    const { id: appId } = await acme.app('production')
    const { webhookInbox } = world.as(await acme.member())
    for (const ask of [
      () => webhookInbox.open({ body: { appId } }),
      () => webhookInbox.show({ query: { appId } }),
    ]) {
      expect(await refusalOf(ask())).toMatchObject({
        status: 409,
        detail: expect.stringContaining('Only apps of the sandbox'),
      })
    }
  })

  test('WH-10 XC-3 a key has the inbox of its own app, names no other, and finds no message of one', async () => {
    const theirs = await opened()
    await send(theirs)
    const { id } = await newest(theirs)
    const { webhookInbox } = world.as(await acme.key())
    const own = await webhookInbox.open({ body: {} })
    expect(own.appId).not.toBe(theirs.appId)
    const query = { appId: theirs.appId }
    for (const ask of [() => webhookInbox.show({ query }), () => webhookInbox.next({ query })]) {
      expect(await refusalOf(ask())).toMatchObject({ status: 422 })
    }
    expect(await refusalOf(webhookInbox.showMessage({ params: { id } }))).toMatchObject({
      status: 404,
    })
  })

  test('XC-3 a key hears nothing there of what is of the tenant as a whole', async () => {
    const all = await opened()
    await send(all, 'team.joined')
    await send(all, 'keys.revoked')
    const types = async (holder: Holder) => {
      const query = { appId: all.appId }
      const { data } = await world.as(holder).webhookInbox.listMessages({ query })
      return data.map(({ eventType }) => eventType)
    }
    expect(await types(all.owner)).toEqual(['keys.revoked', 'team.joined'])
    expect(await types(await keyOf(all.app))).toEqual(['keys.revoked'])
  })

  test('WH-10 XC-2 who lacks customers:read sees of what a message is made, and none of its values', async () => {
    const all = await opened()
    const { webhookInbox } = world.as(await keyOf(all.app, ['webhooks:read', 'keys:read']))
    expect(await webhookInbox.show({ query: {} })).toMatchObject({ areBodiesHeldBack: true })
    const ofOwner = await world.as(all.owner).webhookInbox.show({ query: { appId: all.app.id } })
    expect(ofOwner.areBodiesHeldBack).toBe(false)
    const { after } = await webhookInbox.next({ query: {} })
    await send(all)
    const { data } = await webhookInbox.next({ query: { after: after! } })
    const shown = await webhookInbox.showMessage({ params: { id: data[0]!.id } })
    expect(shown).toEqual(data[0])
    expect(shown).toMatchObject({ isBodyHeldBack: true, isValid: true })
    expect(shown.body).toContain('label')
    expect(shown.body).not.toContain('Größe')
    // Nothing that the log of deliveries holds back from them.
    const { webhooks } = world.as(await acme.member('developer'))
    const held = await webhooks.showDelivery({ params: { id: shown.deliveryId } })
    expect(shown.body).toBe(held.payload)
    expect(shown.headers).toEqual(held.attemptList[0]!.request.headers)
    expect(shown.headers).toMatchObject({
      'webhook-signature': '[redacted]',
      'content-length': '[redacted]',
    })
  })
})

describe('what it is sent', () => {
  test('WH-10 verifies with its secret by any library, its headers and bytes as they were sent', async () => {
    const all = await opened()
    const sent = await send(all)
    const { webhookInbox, webhooks } = world.as(all.owner)
    const { id } = await newest(all)
    const message = await webhookInbox.showMessage({ params: { id } })
    const { secret } = await webhooks.showSecret({ params: { id: all.endpointId } })
    const { headers, body } = message
    expect(new Webhook(secret).verify(body, headers)).toMatchObject({ data: { label: 'Größe' } })
    expect(headers['content-length']).toBe(String(Buffer.byteLength(body)))
    expect(message).toMatchObject({
      deliveryId: sent.deliveryId,
      eventId: headers['webhook-id'],
      eventType: 'keys.revoked',
      isTest: true,
      attempt: 1,
      answered: 200,
      isValid: true,
      isBodyHeldBack: false,
      forward: null,
    })
    const delivery = await webhooks.showDelivery({ params: { id: sent.deliveryId } })
    expect(delivery).toMatchObject({ state: 'delivered', endpointId: all.endpointId })
    expect(delivery.attemptList[0]!.request.headers).toEqual(headers)
  })

  test('WH-10 is kept once for each attempt, and with what its signature is worth', async () => {
    const all = await opened()
    const house = systemPrincipal('webhooks', acme.id)
    const receive = (deliveryId: string, signature: string) =>
      foundation.scopes.run(house, async (scope) => {
        const sendable = (await sendableOf(scope, [all.endpointId])).get(all.endpointId)!
        const eventId = scope.newId()
        const arrival = {
          deliveryId,
          attempt: 1,
          eventId,
          eventType: 'keys.revoked',
          isTest: false,
        }
        const time = String(Math.floor(scope.now().getTime() / 1000))
        const headers = {
          'webhook-id': eventId,
          'webhook-timestamp': time,
          'webhook-signature': signature,
        }
        return receiveInInbox(scope, sendable, arrival, { url: '', headers, body: '{}' }, () => {})
      })
    const [first, second] = [
      '00000000-0000-7000-8000-000000000001',
      '00000000-0000-7000-8000-000000000002',
    ]
    await receive(first!, `v1,${Buffer.alloc(32).toString('base64')}`)
    await receive(first!, 'v1,again')
    expect(await receive(second!, 'none at all')).toMatchObject({ status: 200, fault: null })
    const { data } = await world
      .as(all.owner)
      .webhookInbox.listMessages({ query: { appId: all.appId } })
    expect(data.map(({ deliveryId, isValid }) => [deliveryId, isValid])).toEqual([
      [second, false],
      [first, false],
    ])
  })

  test('WH-10 is answered as it was told to answer', async () => {
    const all = await opened()
    const { webhookInbox } = world.as(all.owner)
    const answers: InboxAnswer = 503
    const body = { appId: all.appId, answers }
    expect(await webhookInbox.update({ body })).toMatchObject({ answers, isOpen: true })
    const { attempt } = await send(all)
    expect(attempt).toMatchObject({ status: 503, fault: 'status', detail: 'answered 503' })
    expect(await newest(all)).toMatchObject({ answered: 503, isValid: true })
  })

  test(`WH-10 is forgotten once it is not among the last ${inboxMessagesMax}, or after 7 days`, async () => {
    const all = await opened()
    const { webhookInbox } = world.as(all.owner)
    const query = { appId: all.appId }
    await world.db.query(
      `with counted as (
         update webhook_inboxes set newest = $2 where endpoint_id = $1 returning *
       ) insert into webhook_messages (tenant_id, environment, id, endpoint_id, number, delivery_id,
           attempt, event_id, event_type, is_test, received_at, answered, is_valid, headers, body)
         select tenant_id, environment, uuidv7(), endpoint_id, n, uuidv7(), 1, uuidv7(), 'keys.issued',
           false, now() - interval '6 days', 200, true, '{}', '{}'
         from counted cross join generate_series(1, $2) n`,
      [all.endpointId, inboxMessagesMax],
    )
    expect(await webhookInbox.show({ query })).toMatchObject({ messages: inboxMessagesMax })
    await send(all)
    expect(await webhookInbox.show({ query })).toMatchObject({ messages: inboxMessagesMax })
    expect(await newest(all)).toMatchObject({ eventType: 'keys.revoked' })
    await world.db.query(
      `update webhook_messages set received_at = now() - interval '7 days'
       where endpoint_id = $1 and event_type = 'keys.issued'`,
      [all.endpointId],
    )
    expect(await webhookInbox.show({ query })).toMatchObject({ messages: 1 })
    for (const { run } of inboxJobs) {
      await foundation.scopes.run(systemPrincipal('jobs', acme.id), (scope) => run(scope, {}))
    }
    const kept = 'select event_type from webhook_messages where endpoint_id = $1'
    const { rows } = await world.db.query(kept, [all.endpointId])
    expect(rows).toEqual([{ event_type: 'keys.revoked' }])
  })
})

describe('what is done with it', () => {
  test('WH-10 it is opened, closed and opened again with what it holds, and cleared', async () => {
    const all = await opened()
    const { webhookInbox } = world.as(all.owner)
    const body = { appId: all.appId }
    expect(await webhookInbox.open({ body })).toMatchObject({ endpointId: all.endpointId })
    await send(all)
    expect(await webhookInbox.close({ body })).toMatchObject({ isOpen: false, because: 'paused' })
    const again = await webhookInbox.open({ body })
    expect(again).toMatchObject({ endpointId: all.endpointId, isOpen: true, messages: 1 })
    await webhookInbox.clear({ query: body })
    expect(await webhookInbox.show({ query: body })).toMatchObject({ messages: 0, isOpen: true })
  })

  test('WH-10 what it gets is what whoever opened it last could read', async () => {
    const app = await acme.app()
    const few = await keyOf(app, ['webhooks:write', 'keys:read'])
    const { webhookInbox } = world.as(few)
    const { endpointId } = await webhookInbox.open({ body: {} })
    const scopesOf = async () => {
      const query = 'select scopes from webhook_endpoints where id = $1'
      return (await world.db.query<{ scopes: string[] }>(query, [endpointId])).rows[0]!.scopes
    }
    expect(await scopesOf()).toEqual(['keys:read', 'webhooks:write'])
    const owner = world.as(await acme.member()).webhookInbox
    await owner.open({ body: { appId: app.id } })
    expect(await scopesOf()).toEqual(['keys:read', 'webhooks:write'])
    await owner.close({ body: { appId: app.id } })
    await owner.open({ body: { appId: app.id } })
    expect(await scopesOf()).toContain('customers:read')
  })

  test('WH-10 as an endpoint it is shown, and its secret rotated, but neither changed, stopped nor deleted', async () => {
    const all = await opened()
    const { webhooks } = world.as(all.owner)
    const params = { id: all.endpointId }
    expect(await webhooks.showEndpoint({ params, query: {} })).toMatchObject({
      kind: 'inbox',
      state: 'active',
    })
    await webhooks.rotateSecret({ params, body: { overlap: '24h' } })
    await send(all)
    const { id } = await newest(all)
    const { headers } = await world.as(all.owner).webhookInbox.showMessage({ params: { id } })
    expect(headers['webhook-signature']!.split(' ')).toHaveLength(2)
    for (const ask of [
      () => webhooks.updateEndpoint({ params, body: { label: 'Mine' } }),
      () => webhooks.pauseEndpoint({ params }),
      () => webhooks.resumeEndpoint({ params }),
      () => webhooks.deleteEndpoint({ params }),
    ]) {
      expect(await refusalOf(ask())).toMatchObject({
        status: 409,
        detail: expect.stringContaining('/v1/webhooks/inbox'),
      })
    }
  })

  test('WH-10 it is no endpoint of the list, nor among those that are counted', async () => {
    const all = await opened()
    const { webhooks } = world.as(all.owner)
    const query = { appId: all.appId }
    const { id } = await webhooks.createEndpoint({ body: quietEndpoint(all.appId) })
    const { data } = await webhooks.listEndpoints({ query })
    expect(data.map((endpoint) => endpoint.id)).toEqual([id])
    expect((await webhooks.health({ query })).endpoints).toMatchObject({ active: 1, paused: 0 })
  })

  test('WH-10 whoever passed a message on says how it did, and the last to say so counts', async () => {
    const all = await opened()
    await send(all)
    const { id } = await newest(all)
    const { webhookInbox } = world.as(await keyOf(all.app))
    const to = 'http://localhost:4000/hooks'
    const refused = { to, status: null, fault: 'refused' as const, latencyMs: 2.5 }
    const noted = await webhookInbox.noteForward({ params: { id }, body: refused })
    expect(noted.forward).toMatchObject(refused)
    const taken = { to, status: 204, fault: null, latencyMs: 12 }
    await webhookInbox.noteForward({ params: { id }, body: taken })
    expect((await newest(all)).forward).toMatchObject(taken)
  })

  test('WH-10 XC-4 XC-5 leaves entries of who did what, and screens hear of it', async () => {
    const all = await opened()
    const { webhookInbox } = world.as(all.owner)
    const body = { appId: all.appId }
    await webhookInbox.update({ body: { ...body, answers: 500 } })
    await send(all)
    const { id } = await newest(all)
    // A screen that has one open reads it again and again.
    for (const _ of ['once', 'again']) await webhookInbox.showMessage({ params: { id } })
    const { after } = await webhookInbox.next({ query: body })
    await send(all)
    await webhookInbox.next({ query: { ...body, after: after! } })
    await webhookInbox.close({ body })
    await webhookInbox.clear({ query: body })
    const acts = `select action from audit_entries where app_id = $1 and action like 'webhooks.%' order by sequence`
    const { rows } = await world.db.query<{ action: string }>(acts, [all.appId])
    expect(rows.map(({ action }) => action)).toEqual([
      'webhooks.inbox-opened',
      'webhooks.inbox-changed',
      'webhooks.tested',
      'webhooks.message-opened',
      'webhooks.tested',
      'webhooks.messages-followed',
      'webhooks.inbox-closed',
      'webhooks.inbox-cleared',
    ])
    await until(async () => {
      const told = `select distinct type from events where ref ->> 'endpointId' = $1 order by 1`
      const { rows: types } = await world.db.query<{ type: string }>(told, [all.endpointId])
      return (
        types.map(({ type }) => type).join() ===
        ['webhooks.attempted', 'webhooks.inbox-changed', 'webhooks.received'].join()
      )
    })
  })
})
