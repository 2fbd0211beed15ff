/** WH-3 WH-9: what waits says until when its endpoint is left alone, and how that is ended. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { quietEndpoint } from '../../../testing/every-endpoint.ts'
import { joinWorld } from '../../../testing/shared-world.ts'
import { writeDeliveries } from '../../../testing/webhooks/deliveries.ts'
import type { World } from '../../../testing/world.ts'

let world: World

beforeAll(async () => {
  world = await joinWorld()
})
afterAll(() => world.stop())

const minuteMs = 60_000

test('WH-3 WH-9 a delivery says when it can be sent next, and why no sooner; to resume its endpoint has it tried at once', async () => {
  const acme = await world.tenant('Held back')
  const app = await acme.app()
  const { webhooks } = world.as(await acme.member())
  const { id: endpointId, revision } = await webhooks.createEndpoint({
    body: quietEndpoint(app.id),
  })
  const [late, far] = await writeDeliveries(world, { endpointId, count: 2, state: 'waiting' })
  const now = Date.now()
  const setDue = (id: string, at: number) =>
    world.db.query('update webhook_deliveries set due_at = $1 where id = $2', [new Date(at), id])
  await setDue(late!.id, now - 14 * minuteMs)
  await setDue(far!.id, now + 60 * minuteMs)
  const setLane = (until: number, pauses: number) =>
    world.db.query(
      `insert into webhook_lanes (tenant_id, environment, endpoint_id, not_before, pauses)
       select tenant_id, environment, id, $1, $2 from webhook_endpoints where id = $3
       on conflict (tenant_id, endpoint_id) do update set not_before = $1, pauses = $2`,
      [new Date(until), pauses, endpointId],
    )
  const until = new Date(now + 5 * minuteMs).toISOString()
  const held = async () => {
    const { health } = await webhooks.showEndpoint({ params: { id: endpointId }, query: {} })
    const { data } = await webhooks.listDeliveries({ query: { endpointId } })
    const shown = await webhooks.showDelivery({ params: { id: late!.id } })
    const of = (id: string) => data.find((one) => one.id === id)
    return { health, late: of(late!.id), far: of(far!.id), shown }
  }

  await setLane(now + 5 * minuteMs, 3)
  expect(await held()).toMatchObject({
    health: { heldBackUntil: until, isOneAtATime: true },
    late: { nextAttemptAt: until, heldBackUntil: until },
    far: { nextAttemptAt: new Date(now + 60 * minuteMs).toISOString(), heldBackUntil: until },
    shown: { nextAttemptAt: until, heldBackUntil: until },
  })
  // One that has had as many as it wants in a second waits for the next one, and fails in nothing.
  await setLane(now + 5 * minuteMs, 0)
  expect(await held()).toMatchObject({
    health: { heldBackUntil: null, isOneAtATime: false },
    late: { nextAttemptAt: until, heldBackUntil: null },
  })
  await setLane(now - minuteMs, 3)
  expect(await held()).toMatchObject({
    health: { heldBackUntil: null, isOneAtATime: true },
    late: { nextAttemptAt: new Date(now - minuteMs).toISOString(), heldBackUntil: null },
  })

  const wakes = 'select is_afresh from webhook_wakes where endpoint_id = $1'
  expect((await world.db.query(wakes, [endpointId])).rows).not.toContainEqual({ is_afresh: true })
  expect(await webhooks.resumeEndpoint({ params: { id: endpointId } })).toMatchObject({
    state: 'active',
    revision,
  })
  expect((await world.db.query(wakes, [endpointId])).rows).toContainEqual({ is_afresh: true })
})
