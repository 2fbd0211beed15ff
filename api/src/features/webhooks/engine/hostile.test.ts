/** WH-3: whatever somebody's code throws, and whatever answer a worker never heard, stops nobody's deliveries. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { until } from '../../../testing/until.ts'
import { startWebhookWorld, type WebhookWorld } from '../../../testing/webhooks/world.ts'

let all: WebhookWorld

beforeAll(async () => {
  all = await startWebhookWorld()
})
beforeEach(() => {
  all.receiver.received.length = 0
  all.receiver.answer = (reply) => void reply.writeHead(204).end()
})
afterAll(() => all.stop())

const throwing = (what: string) => `function transform() { throw new Error(${what}) }`

describe('WH-3 code that throws', () => {
  test.each([
    ['what no database holds', String.raw`'\0'`],
    ['more than is kept, cut in the middle of a letter', `'x'.repeat(492) + '😀'`],
  ])('%s fails alone', async (_, what) => {
    const [odd, other] = [
      await all.endpoint({ transformation: throwing(what) }),
      await all.endpoint(),
    ]
    await all.happen(3)
    await all.settled(other.id, 3)
    await until(async () =>
      (await all.deliveriesOf(odd.id)).every(({ last_fault: fault }) => fault === 'transformation'),
    )
    const [delivery] = await all.deliveriesOf(odd.id)
    expect((await all.attemptsOf(delivery!['id']))[0]).toMatchObject({
      detail: expect.stringContaining('\u{fffd}'),
    })
  })
})

test('WH-3 a lane that its only worker never heard of having leased is leased again', async () => {
  const [held, unheard] = [await all.endpoint(), await all.endpoint()]
  const waiting: (() => void)[] = []
  all.receiver.answer = (reply, { path }) => {
    const take = () => void reply.writeHead(204).end()
    if (path === held.path) waiting.push(take)
    else take()
  }
  await all.happen()
  await until(() => waiting.length > 0)
  await all.settled(unheard.id)
  const leasedBy = 'select leased_by from webhook_lanes where endpoint_id = $1'
  await until(async () => (await all.rowsOf(leasedBy, [unheard.id]))[0]!['leased_by'] === null)
  await all.world.db.query(
    `update webhook_lanes set leased_until = now() + interval '5 s', leased_by = (
       select leased_by from webhook_lanes where endpoint_id = $1) where endpoint_id = $2`,
    [held.id, unheard.id],
  )
  await all.happen()
  await all.settled(unheard.id, 2)
  expect(all.receiver.at(unheard.path)).toHaveLength(2)
  waiting.forEach((take) => take())
})
