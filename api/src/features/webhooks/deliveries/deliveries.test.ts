/** WH-4 WH-5: what was delivered to whom, to the byte, with every attempt; and sending one of them again. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { attemptsShownMax } from '@sonaqor/contract/webhook-bounds'
import type { Delivery } from '@sonaqor/contract/webhook-deliveries'
import type { WorldTenant } from '../../../testing/builders.ts'
import { writeDeliveries } from '../../../testing/webhooks/deliveries.ts'
import { quietEndpoint } from '../../../testing/every-endpoint.ts'
import { refusalOf } from '../../../testing/partner.ts'
import { joinWorld } from '../../../testing/shared-world.ts'
import type { World } from '../../../testing/world.ts'

let world: World
let acme: WorldTenant

beforeAll(async () => {
  world = await joinWorld()
  acme = await world.tenant('Delivered to')
})
afterAll(() => world.stop())

async function endpoint(environment: 'sandbox' | 'production' = 'sandbox') {
  const app = await acme.app(environment)
  const { webhooks } = world.as(await acme.member())
  const { id } = await webhooks.createEndpoint({ body: quietEndpoint(app.id) })
  return { app, id, webhooks }
}

const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)
const newestFirst = (rows: readonly { id: string }[]) => idsOf(rows).toReversed()

test('WH-4 the deliveries of another app or tenant are not there, nor can they be sent again', async () => {
  const { id: endpointId, app } = await endpoint()
  const [one] = await writeDeliveries(world, { endpointId, count: 1 })
  const neighbour = await acme.key()
  const other = await (await world.tenant('Others', { roles: ['owner'] })).member()
  for (const holder of [neighbour, other]) {
    const { webhooks } = world.as(holder)
    const params = { id: one!.id }
    expect(await refusalOf(webhooks.showDelivery({ params }))).toMatchObject({ code: 'not-found' })
    expect(await refusalOf(webhooks.retry({ params }))).toMatchObject({ code: 'not-found' })
    const body = { endpointId, from: new Date(0).toISOString() }
    expect(await refusalOf(webhooks.startReplay({ body }))).toMatchObject({ code: 'not-found' })
    expect((await webhooks.listDeliveries({ query: { appId: app.id } })).data).toEqual([])
  }
})

test('WH-4 the newest stand first, page by page, and a cursor is of its own filter alone', async () => {
  const { id: endpointId, webhooks } = await endpoint()
  const made = await writeDeliveries(world, { endpointId, count: 5 })
  const found: Delivery[] = []
  let cursor: string | undefined
  do {
    const { data, page } = await webhooks.listDeliveries({
      query: { endpointId, limit: 2, cursor },
    })
    found.push(...data)
    cursor = page.next ?? undefined
  } while (cursor)
  expect(idsOf(found)).toEqual(newestFirst(made))
  const { page } = await webhooks.listDeliveries({ query: { endpointId, limit: 2 } })
  const elsewhere = webhooks.listDeliveries({
    query: { endpointId, limit: 2, state: 'failed', cursor: page.next! },
  })
  expect(await refusalOf(elsewhere)).toMatchObject({ code: 'bad-request' })
})

test('WH-4 they are found by state, status, type, event, request, time and app', async () => {
  const { id: endpointId, app, webhooks } = await endpoint()
  const requestId = '0190a5b2-7c1e-7000-8000-00000000000f'
  const old = new Date(Date.now() - 40 * 86_400_000)
  const of = async (facts: Partial<Parameters<typeof writeDeliveries>[1]>) =>
    (await writeDeliveries(world, { endpointId, count: 1, ...facts }))[0]!
  const failed = await of({ state: 'failed', status: 503, attempts: 10 })
  const silent = await of({ state: 'retrying', status: null, requestId })
  const waiting = await of({ state: 'waiting' })
  const issued = await of({ eventType: 'keys.issued', status: 204 })
  const past = await of({ from: old })
  const found = async (
    query: NonNullable<Parameters<typeof webhooks.listDeliveries>[0]>['query'],
  ) => idsOf((await webhooks.listDeliveries({ query: { appId: app.id, ...query } })).data)
  expect(await found({})).toEqual(
    newestFirst([failed, silent, waiting, issued]).toSorted().toReversed(),
  )
  expect(await found({ state: 'failed' })).toEqual([failed.id])
  expect(await found({ status: '5xx' })).toEqual([failed.id])
  expect(await found({ status: 'none' })).toEqual([silent.id])
  expect(await found({ eventType: 'keys.issued' })).toEqual([issued.id])
  expect(await found({ eventId: waiting.eventId })).toEqual([waiting.id])
  expect(await found({ eventId: past.id })).toEqual([past.id])
  expect(await found({ requestId })).toEqual([silent.id])
  expect(await found({ requestId: 'no id of ours' })).toEqual([])
  expect(await found({ to: new Date(old.getTime() + 1000).toISOString() })).toEqual([past.id])
  expect(await found({ environment: 'production' })).toEqual([])
})

test('WH-10 those to test inboxes are told apart from those to endpoints of others', async () => {
  const { id: endpointId, app, webhooks } = await endpoint()
  const owner = world.as(await acme.member())
  const inbox = await owner.webhookInbox.open({ body: { appId: app.id } })
  const [sent] = await writeDeliveries(world, { endpointId, count: 1 })
  const [kept] = await writeDeliveries(world, { endpointId: inbox.endpointId!, count: 1 })
  const found = async (endpointKind?: 'http' | 'inbox', more = {}) => {
    const query = { appId: app.id, endpointKind, ...more }
    return idsOf((await webhooks.listDeliveries({ query })).data)
  }
  expect(await found('inbox')).toEqual([kept!.id])
  expect(await found('http')).toEqual([sent!.id])
  expect(await found('inbox', { endpointId })).toEqual([])
  // What is found by looking through them, and not along an index.
  expect(await found('inbox', { field: 'data.nth', value: '0' })).toEqual([kept!.id])
  await owner.webhookInbox.close({ body: { appId: app.id } })
  expect(await found('inbox')).toEqual([kept!.id])
})

test('WH-4 a value is looked for in what was sent, by who may read it', async () => {
  const { id: endpointId, webhooks } = await endpoint()
  const made = await writeDeliveries(world, {
    endpointId,
    count: 4,
    data: (n) => ({ key: { label: `Key ${n}`, uses: n } }),
  })
  const [changed] = await writeDeliveries(world, {
    endpointId,
    count: 1,
    payload: '{"type":"made.up","data":{"key":{"label":"Key 2"}}}',
  })
  const query = { endpointId, field: 'data.key.label', value: 'Key 2' }
  const { data, lookedTo } = await webhooks.listDeliveries({ query })
  expect(idsOf(data)).toEqual([changed!.id, made[2]!.id].toSorted().toReversed())
  expect(lookedTo).toBeNull()
  const by = async (field: string, value: string) =>
    idsOf((await webhooks.listDeliveries({ query: { endpointId, field, value } })).data)
  expect(await by('data.key.uses', '3')).toEqual([made[3]!.id])
  expect(await by('type', 'made.up')).toEqual([changed!.id])
  for (const nowhere of ['nowhere.at.all', '__proto__', 'toString', 'data.key.label.length', '.']) {
    expect(await by(nowhere, 'Key 2')).toEqual([])
  }
  const { happenedAt } = data[1]!
  expect(await by('timestamp', happenedAt)).toEqual([made[2]!.id])
  const asDeveloper = world.as(await acme.member('developer')).webhooks
  expect(await refusalOf(asDeveloper.listDeliveries({ query }))).toMatchObject({
    code: 'forbidden',
    scope: 'customers:read',
  })
  const half = webhooks.listDeliveries({ query: { endpointId, field: 'data.key' } })
  expect(await refusalOf(half)).toMatchObject({ code: 'invalid' })
})

test('WH-4 what code has made of one event hides nothing of the others from a search', async () => {
  const { id: endpointId, webhooks } = await endpoint()
  const made = (payload: string) => writeDeliveries(world, { endpointId, count: 1, payload })
  const [whole] = await made('{"data":{"name":"Ada"}}')
  const [odd] = await made(String.raw`{"data":{"name":"Ada","note":"\u0000"}}`)
  await made(String.raw`{"data":{"name":"Ada","note":"\ud800"}}`)
  const query = { endpointId, field: 'data.name', value: 'Ada' }
  const { data } = await webhooks.listDeliveries({ query })
  expect(idsOf(data)).toEqual(
    newestFirst([whole!, odd!].toSorted((a, b) => (a.id < b.id ? -1 : 1))),
  )
})

test('WH-4 a delivery is shown as it was sent, with each attempt, and without what is secret', async () => {
  const { id: endpointId, webhooks } = await endpoint()
  const requestId = '0190a5b2-7c1e-7000-8000-0000000000aa'
  const [one] = await writeDeliveries(world, {
    endpointId,
    count: 1,
    attempts: 2,
    requestId,
    data: () => ({ customer: 'the seventh', amount: 12 }),
  })
  const params = { id: one!.id }
  const shown = await webhooks.showDelivery({ params })
  expect(shown).toMatchObject({ requestId, eventId: one!.eventId, state: 'delivered', attempts: 2 })
  expect(JSON.parse(shown.payload)).toEqual({
    type: 'keys.overlap-ended',
    timestamp: shown.happenedAt,
    data: { customer: 'the seventh', amount: 12 },
  })
  expect(shown.attemptList.map(({ number }) => number)).toEqual([1, 2])
  expect(shown.attemptList[0]).toMatchObject({
    status: 200,
    fault: null,
    request: {
      headers: {
        'webhook-id': one!.eventId,
        'webhook-signature': 'v1,c2lnbmVk',
        'X-Token': '[redacted]',
      },
    },
    response: {
      headers: { 'content-type': 'application/json', 'set-cookie': '[redacted]' },
      body: { text: '{"ok":"of the receiver"}', bytes: 24, cut: false, isHeldBack: false },
    },
  })

  const held = await world.as(await acme.member('developer')).webhooks.showDelivery({ params })
  expect(JSON.parse(held.payload)).toEqual({
    type: 'string',
    timestamp: 'string',
    data: { customer: 'string', amount: 'number' },
  })
  expect([shown.isPayloadHeldBack, held.isPayloadHeldBack]).toEqual([false, true])
  // By what tells how long they are, or is made of them, whoever guesses them would learn that they have.
  for (const { request, response } of held.attemptList) {
    expect(request.headers).toMatchObject({
      'webhook-signature': '[redacted]',
      'content-length': '[redacted]',
    })
    expect(response).toMatchObject({
      headers: {
        etag: '[redacted]',
        'content-length': '[redacted]',
        'x-content-sha256': '[redacted]',
      },
      body: { text: '{"ok":"string"}', bytes: 0, cut: false, isHeldBack: true },
    })
  }
  expect(JSON.stringify(held)).not.toMatch(/the seventh|of the receiver|of the maker/)
})

test('WH-5 of one that was tried again and again the newest attempts are told, and how many there were', async () => {
  const { id: endpointId, webhooks } = await endpoint()
  const attempts = attemptsShownMax + 2
  const [one] = await writeDeliveries(world, { endpointId, count: 1, attempts })
  const shown = await webhooks.showDelivery({ params: { id: one!.id } })
  expect(shown.attempts).toBe(attempts)
  expect(shown.attemptList.length).toBe(attemptsShownMax)
  expect(shown.attemptList[0]!.number).toBe(3)
  expect(shown.attemptList.at(-1)!.number).toBe(attempts)
})

test('WH-5 one that was given up, or has arrived, is sent again as the next one of its endpoint', async () => {
  const { id: endpointId, webhooks } = await endpoint()
  await writeDeliveries(world, { endpointId, count: 2, state: 'retrying', status: 500 })
  const [failed] = await writeDeliveries(world, {
    endpointId,
    count: 1,
    state: 'failed',
    attempts: 10,
  })
  const again = await webhooks.retry({ params: { id: failed!.id } })
  expect(again).toMatchObject({ id: failed!.id, state: 'retrying', attempts: 10, settledAt: null })
  const { rows } = await world.db.query(
    `select d.id, d.step, d.cause, w.due_at <= d.due_at as is_woken
     from webhook_deliveries d join webhook_wakes w using (endpoint_id)
     where endpoint_id = $1 and d.due_at is not null order by d.due_at, d.id limit 1`,
    [endpointId],
  )
  expect(rows).toEqual([{ id: failed!.id, step: 0, cause: 'retry', is_woken: true }])
})

test('WH-5 nothing is sent again to an endpoint that takes nothing, and it is said how it would', async () => {
  const { id: endpointId, webhooks } = await endpoint()
  const [one] = await writeDeliveries(world, { endpointId, count: 1, state: 'skipped' })
  const body = { endpointId, from: new Date(Date.now() - 3_600_000).toISOString() }
  const refusals = async () => [
    await refusalOf(webhooks.retry({ params: { id: one!.id } })),
    await refusalOf(webhooks.startReplay({ body })),
    await refusalOf(webhooks.previewReplay({ body })),
    await refusalOf(
      webhooks.retryFailed({ params: { id: endpointId }, body: { since: body.from } }),
    ),
  ]
  await webhooks.pauseEndpoint({ params: { id: endpointId } })
  for (const refusal of await refusals()) {
    expect(refusal).toMatchObject({ code: 'conflict', detail: /paused. Resume it/ })
  }
  await world.db.query(
    `update webhook_endpoints set state = 'disabled', because = 'gone' where id = $1`,
    [endpointId],
  )
  for (const refusal of await refusals()) {
    expect(refusal).toMatchObject({ code: 'conflict', detail: /410 \(Gone\). Resume it/ })
  }
  await webhooks.deleteEndpoint({ params: { id: endpointId } })
  expect((await refusals())[0]).toMatchObject({ code: 'conflict', detail: /deleted/ })
  // What was delivered stays to be read.
  expect(await webhooks.showDelivery({ params: { id: one!.id } })).toMatchObject({ endpointId })
})

test('WH-4 who looks through deliveries, opens one or sends one again is in the audit log', async () => {
  const { id: endpointId, app, webhooks } = await endpoint()
  const [one] = await writeDeliveries(world, { endpointId, count: 1 })
  await webhooks.listDeliveries({ query: { endpointId } })
  await webhooks.listDeliveries({ query: { endpointId } })
  await webhooks.showDelivery({ params: { id: one!.id } })
  await webhooks.showDelivery({ params: { id: one!.id } })
  await webhooks.retry({ params: { id: one!.id } })
  const { rows } = await world.db.query<{ action: string; app_id: string | null }>(
    `select action, app_id from audit_entries
     where tenant_id = $1 and (target = $2 or after ->> 'endpointId' = $3) order by sequence`,
    [acme.id, one!.id, endpointId],
  )
  expect(rows.map(({ action }) => action)).toEqual([
    'webhooks.deliveries-searched',
    'webhooks.delivery-opened',
    'webhooks.retried',
  ])
  expect(rows.slice(1).map(({ app_id }) => app_id)).toEqual([app.id, app.id])
})
