/** WH-10: what happens comes into the inbox as it would come to an endpoint: signed, tried again, given up. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { App } from '@sonaqor/contract/apps'
import type { InboxAnswer } from '@sonaqor/contract/webhook-bounds'
import type { InboxMessageDetail } from '@sonaqor/contract/webhook-inbox'
import { Webhook } from 'standardwebhooks'
import { until } from '../../../testing/until.ts'
import { startWebhookWorld, type WebhookWorld } from '../../../testing/webhooks/world.ts'

let all: WebhookWorld

beforeAll(async () => {
  all = await startWebhookWorld()
})
afterAll(() => all.stop())

async function opened(answers: InboxAnswer = 200) {
  const app: App = await all.tenant.app()
  const { webhookInbox } = all.world.as(all.owner)
  const { endpointId } = await webhookInbox.open({ body: { appId: app.id } })
  await webhookInbox.update({ body: { appId: app.id, answers } })
  return { appId: app.id, endpointId: endpointId! }
}

const inboxOf = async (appId: string) =>
  all.world.as(all.owner).webhookInbox.show({ query: { appId } })
/** Of what these tests make happen: that its app was made may come as well. */
const eventType = 'keys.updated'
async function messagesIn(appId: string) {
  const query = { appId, eventType, limit: 200 }
  return (await all.world.as(all.owner).webhookInbox.listMessages({ query })).data
}
async function nextOf(appId: string, after: string): Promise<InboxMessageDetail> {
  const { webhookInbox } = all.world.as(all.owner)
  const next = await webhookInbox.next({ query: { appId, after, wait: 25 } })
  return next.data.find((one) => one.eventType === eventType) ?? nextOf(appId, next.after!)
}
const deliveriesOf = async (endpointId: string) =>
  (await all.deliveriesOf(endpointId)).filter((row) => row['event_type'] === eventType)
const countsOf = (endpointId: string) =>
  all.rowsOf('select * from webhook_counts where endpoint_id = $1', [endpointId])

test('WH-10 an event of the app comes to whoever waits for it, and verifies with the secret of the inbox', async () => {
  const elsewhere = await all.tenant.app()
  const { appId, endpointId } = await opened()
  const { webhookInbox, webhooks } = all.world.as(all.owner)
  const { after } = await webhookInbox.next({ query: { appId } })
  const asked = nextOf(appId, after!)
  const [eventId] = await all.happen(1, { appId, data: { label: 'Größe' } })
  await all.happen(1, { appId: elsewhere.id })
  const message = await asked
  const { secret } = await webhooks.showSecret({ params: { id: endpointId } })
  expect(message).toMatchObject({ eventId, attempt: 1, isValid: true, isTest: false })
  expect(new Webhook(secret).verify(message.body, message.headers)).toMatchObject({
    type: 'keys.updated',
    data: { label: 'Größe', n: 1 },
  })
  await all.settled(endpointId)
  expect(await deliveriesOf(endpointId)).toMatchObject([{ state: 'delivered', attempts: 1 }])
  // It is brought to nobody, and stands in no figure of what was.
  expect(await countsOf(endpointId)).toEqual([])
  expect(await messagesIn(appId)).toHaveLength(1)
})

test('WH-10 what it refuses comes again, signed anew, until it takes it', async () => {
  const { appId, endpointId } = await opened(500)
  const [eventId] = await all.happen(1, { appId })
  await all.hurry(endpointId)
  await until(async () => (await messagesIn(appId)).length === 2)
  const { webhookInbox, webhooks } = all.world.as(all.owner)
  expect((await webhooks.health({ query: { appId } })).backlog).toBe(0)
  await webhookInbox.update({ body: { appId, answers: 200 } })
  await all.hurry(endpointId)
  await all.settled(endpointId)
  expect(await messagesIn(appId)).toMatchObject([
    { eventId, attempt: 3, answered: 200, isValid: true },
    { eventId, attempt: 2, answered: 500, isValid: true },
    { eventId, attempt: 1, answered: 500, isValid: true },
  ])
})

test('WH-10 a test that is sent again comes as a test once more', async () => {
  const { appId, endpointId } = await opened()
  const { webhooks } = all.world.as(all.owner)
  const sent = await webhooks.sendTest({ params: { id: endpointId }, body: { eventType } })
  await webhooks.retry({ params: { id: sent.deliveryId } })
  await until(async () => (await messagesIn(appId)).length === 2)
  expect(await messagesIn(appId)).toMatchObject([
    { isTest: true, attempt: 2 },
    { isTest: true, attempt: 1 },
  ])
})

test('WH-10 one that answers 410 is closed and nobody is told, and it is opened again', async () => {
  const { appId } = await opened(410)
  await all.happen(1, { appId })
  await until(async () => !(await inboxOf(appId)).isOpen)
  expect(await inboxOf(appId)).toMatchObject({ because: 'gone' })
  const { notifications } = all.world.as(all.owner)
  const { data } = await notifications.list({ query: {} })
  expect(data.filter(({ kind }) => kind.startsWith('webhooks.'))).toEqual([])
  const { webhookInbox } = all.world.as(all.owner)
  await webhookInbox.update({ body: { appId, answers: 200 } })
  expect(await webhookInbox.open({ body: { appId } })).toMatchObject({
    isOpen: true,
    because: null,
  })
  await all.happen(1, { appId })
  await until(async () => (await messagesIn(appId))[0]?.answered === 200)
})

test('WH-10 one that is closed hears of nothing, and has nothing to be replayed', async () => {
  const { appId, endpointId } = await opened()
  const heard = await all.endpoint({ appId })
  await all.world.as(all.owner).webhookInbox.close({ body: { appId } })
  await all.happen(1, { appId })
  await all.settled(heard.id)
  expect(await deliveriesOf(endpointId)).toEqual([])
})

test('WH-10 screens hear of messages, however many, about once a second', async () => {
  const { appId, endpointId } = await opened()
  await all.happen(40, { appId })
  await until(async () => (await messagesIn(appId)).length === 40)
  const told = `select 1 from events where type = 'webhooks.received' and ref ->> 'endpointId' = $1`
  await until(async () => (await all.rowsOf(told, [endpointId])).length > 0)
  expect((await all.rowsOf(told, [endpointId])).length).toBeLessThan(20)
})
