/** One of each thing of webhooks, for tests that ask for somebody's things. */
import type { App } from '@sonaqor/contract/apps'
import { nothing } from '../asked.ts'
import { quietEndpoint } from '../every-endpoint.ts'
import { arrivedAt } from '../rows.ts'
import type { Holder } from '../transport.ts'
import type { World } from '../world.ts'

/** An endpoint with something that it got, and one that may be deleted. */
export async function furnishWebhooks(
  world: World,
  owner: Holder,
  { id: appId, environment }: App,
) {
  const endpoint = () => world.as(owner).webhooks.createEndpoint({ body: quietEndpoint(appId) })
  const [endpointId, spareEndpointId] = [(await endpoint()).id, (await endpoint()).id]
  const event = { type: 'keys.overlap-ended', data: {} }
  const deliveryId = await arrivedAt(world.db, endpointId, event)
  const inboxMessageId = environment === 'sandbox' ? await putInInbox(world, owner, appId) : nothing
  return { endpointId, spareEndpointId, deliveryId, inboxMessageId }
}

/** Something in the test inbox of an app, as a test that is sent to it. */
async function putInInbox(world: World, owner: Holder, appId: string): Promise<string> {
  const { webhookInbox, webhooks } = world.as(owner)
  const { endpointId } = await webhookInbox.open({ body: { appId } })
  const body = { eventType: 'keys.overlap-ended' }
  await webhooks.sendTest({ params: { id: endpointId! }, body })
  const { data } = await webhookInbox.listMessages({ query: { appId } })
  return data[0]!.id
}
