/** WH-9: whose own a test is that somebody sent by a key which they do not hold. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { SignatureVerdict } from '@sonaqor/contract/webhook-trials'
import type { WorldTenant } from '../../../../testing/builders.ts'
import { joinWorld } from '../../../../testing/shared-world.ts'
import {
  startReceiver,
  type Received,
  type Receiver,
} from '../../../../testing/webhooks/receiver.ts'
import type { World } from '../../../../testing/world.ts'

let world: World
let acme: WorldTenant
let receiver: Receiver

beforeAll(async () => {
  world = await joinWorld()
  acme = await world.tenant('Lending')
  receiver = await startReceiver()
  receiver.answer = (reply) => void reply.writeHead(204).end()
})
afterAll(async () => {
  await receiver.stop()
  await world.stop()
})

const testOf = (label: string) => ({ eventType: 'keys.issued', data: { label } })

test('WH-9 LG-8: the bytes of a test stay with who sent it, where a member sends by the key of somebody else', async () => {
  const app = await acme.app()
  const path = `/${app.id}`
  const eventTypes = ['keys.issued']
  const { webhooks } = world.as(await acme.member())
  const { id } = await webhooks.createEndpoint({
    body: { appId: app.id, url: receiver.url + path, eventTypes },
  })
  const key = await acme.key({ app, scopes: ['webhooks:read', 'webhooks:write'] })
  const holder = world.as(key).webhooks
  const { logs } = world.as(await acme.member('developer'))
  const changed = ({ headers, body }: Received) => ({
    endpointId: id,
    headers: headers as Record<string, string>,
    body: body.replace('Order', 'Other'),
  })
  /** As the last request of the key, with another body. */
  const again = async (body: object) => {
    const [last] = (await logs.search({ query: { keyId: key.id, limit: 1 } })).data
    const sent = await logs.sendAgain({
      params: { id: last!.id },
      body: { keyId: key.id, body: JSON.stringify(body) },
    })
    expect(sent.status).toBe(200)
    return JSON.parse(sent.body!.text) as unknown
  }

  await holder.sendTest({ params: { id }, body: testOf('Order of the holder') })
  await again(testOf('Order of the developer'))
  const [ofHolder, ofDeveloper] = receiver.at(path).map(changed)
  expect(ofDeveloper!.body).toContain('Other of the developer')

  const own = await holder.debugSignature({ body: ofHolder! })
  expect(own.firstDifference).toMatchObject({ sent: expect.stringMatching(/^rder of the holder/) })
  const lent = (await again(ofHolder!)) as SignatureVerdict
  expect([lent.cause, lent.firstDifference]).toEqual([null, null])
  const ofAnother = await holder.debugSignature({ body: ofDeveloper! })
  expect([ofAnother.cause, ofAnother.firstDifference]).toEqual([null, null])
})
