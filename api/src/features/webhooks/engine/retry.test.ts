/** WH-3: an event accepted is never lost, whoever dies or fails in between. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
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

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs
const later = (ms: number) => all.world.setClock(new Date(Date.now() + ms))
const answering = (status: number, headers = {}) => {
  all.receiver.answer = (reply) => void reply.writeHead(status, headers).end('no')
}
const endpointRow = async (id: string) => {
  const [row] = await all.rowsOf('select * from webhook_endpoints where id = $1', [id])
  return row!
}
const failingFor = (id: string, days: number) =>
  all.world.db.query(
    'update webhook_endpoints set failing_since = now() - make_interval(days => $2) where id = $1',
    [id, days],
  )

describe('WH-3 what fails', () => {
  afterEach(() => all.world.setClock(null))

  test('is sent again with the same id and bytes, signed anew, until it is taken', async () => {
    const { id, path } = await all.endpoint({
      transformation: 'function transform(event) { return { ...event, once: true } }',
    })
    answering(500)
    const [eventId] = await all.happen()
    await until(async () => (await all.statesOf(id))[0] === 'retrying')
    const change =
      "update webhook_endpoints set transformation = 'function transform() { return {} }'"
    await all.world.db.query(`${change}, revision = revision + 1 where id = $1`, [id])
    await later(7000)
    await until(() => all.receiver.at(path).length === 2)
    answering(200)
    await until(async () => (await all.deliveriesOf(id))[0]!['attempts'] === 2)
    await later(10 * minuteMs)
    await all.settled(id)
    const came = all.receiver.at(path)
    expect(all.idsAt(path)).toEqual([eventId, eventId, eventId])
    expect(new Set(came.map(({ body }) => body)).size).toBe(1)
    expect(JSON.parse(came[0]!.body)).toMatchObject({ once: true })
    expect(new Set(came.map(({ headers }) => headers['webhook-signature'])).size).toBe(3)
    const [delivery] = await all.deliveriesOf(id)
    expect(delivery).toMatchObject({ state: 'delivered', attempts: 3, last_fault: null })
    const faults = (await all.attemptsOf(delivery!['id'])).map(({ fault }) => fault as string)
    expect(faults).toEqual(['status', 'status', null])
    expect((await endpointRow(id))['failing_since']).toBeNull()
  })

  test('waits as long as the receiver asks for, with all that waits beside it', async () => {
    const { id, path } = await all.endpoint()
    answering(429, { 'retry-after': '3600' })
    await all.happen()
    await until(async () => (await all.statesOf(id))[0] === 'retrying')
    await all.happen()
    await until(async () => (await all.statesOf(id)).length === 2)
    answering(200)
    await later(30 * minuteMs)
    await until(async () => {
      const [lane] = await all.rowsOf('select * from webhook_lanes where endpoint_id = $1', [id])
      return lane!['leased_by'] === null
    })
    expect(all.receiver.at(path)).toHaveLength(1)
    await later(61 * minuteMs)
    await all.settled(id, 2)
    expect(await all.statesOf(id)).toEqual(['delivered', 'delivered'])
  })

  test.each(['address', 'resuming', 'hand'] as const)(
    'waits no longer for what the receiver asked for after another %s',
    async (what) => {
      const { id } = await all.endpoint()
      answering(429, { 'retry-after': '3600' })
      await all.happen()
      const paused = 'select 1 from webhook_lanes where endpoint_id = $1 and not_before > now()'
      await until(async () => (await all.rowsOf(paused, [id])).length > 0)
      await until(async () => (await all.statesOf(id))[0] === 'retrying')
      answering(204)
      const { webhooks } = all.world.as(all.owner)
      const params = { id }
      if (what === 'address') {
        await webhooks.updateEndpoint({ params, body: { url: `${all.receiver.url}/moved` } })
      } else if (what === 'resuming') {
        await webhooks.pauseEndpoint({ params })
        await webhooks.resumeEndpoint({ params })
      } else {
        const [delivery] = await all.deliveriesOf(id)
        await webhooks.retry({ params: { id: delivery!['id'] } })
      }
      await all.happen()
      await all.settled(id, 2)
      expect(await all.statesOf(id)).toEqual(['delivered', 'delivered'])
    },
  )

  test.each([
    ['is gone', 410, {}],
    ['wants to be left alone', 429, { 'retry-after': '3600' }],
  ] as const)(
    'is sent to the next address though the one that was left says then that it %s',
    async (_, status, headers) => {
      const { id, path } = await all.endpoint()
      const held = Promise.withResolvers<() => void>()
      all.receiver.answer = (reply, came) => {
        if (came.path !== path) reply.writeHead(204).end()
        else held.resolve(() => reply.writeHead(status, headers).end())
      }
      const [eventId] = await all.happen()
      const answer = await held.promise
      const body = { url: `${all.receiver.url}${path}-moved` }
      await all.world.as(all.owner).webhooks.updateEndpoint({ params: { id }, body })
      answering(204)
      answer()
      await until(async () => (await all.statesOf(id))[0] === 'retrying')
      await later(minuteMs)
      await all.settled(id)
      expect(await all.statesOf(id)).toEqual(['delivered'])
      expect(all.idsAt(`${path}-moved`)).toEqual([eventId])
      expect(await endpointRow(id)).toMatchObject({ state: 'active', failing_since: null })
    },
  )

  test('is a test still where it was one: tried once more, counted nowhere, and no sign of failing', async () => {
    const { id, path } = await all.endpoint()
    const { webhooks } = all.world.as(all.owner)
    answering(410)
    const params = { id }
    const sent = await webhooks.sendTest({ params, body: { eventType: 'keys.updated' } })
    await webhooks.retry({ params: { id: sent.deliveryId } })
    await all.settled(id)
    expect(all.receiver.at(path)).toHaveLength(2)
    const once = { is_test: true, attempts: 2, state: 'failed', last_status: 410 }
    expect(await all.deliveriesOf(id)).toMatchObject([once])
    const causes = (await all.attemptsOf(sent.deliveryId)).map(({ cause }) => String(cause))
    expect(causes).toEqual(['test', 'test'])
    const { health, state, failingSince } = await webhooks.showEndpoint({ params, query: {} })
    expect({ state, failingSince }).toEqual({ state: 'active', failingSince: null })
    expect(health).toMatchObject({ attempts: 0, succeeded: 0, failed: 0, success: null })
  })

  test('with 410 is never sent again: the endpoint is disabled, and what comes is skipped', async () => {
    const { id, path } = await all.endpoint()
    answering(410)
    await all.happen()
    await until(async () => (await endpointRow(id))['state'] === 'disabled')
    expect(await endpointRow(id)).toMatchObject({ because: 'gone' })
    await all.happen()
    await all.settled(id, 2)
    expect(await all.statesOf(id)).toEqual(['failed', 'skipped'])
    expect(all.receiver.at(path)).toHaveLength(1)
  })

  test('for a day is told to whoever runs it, and for five days disables the endpoint', async () => {
    const { id } = await all.endpoint()
    answering(500)
    await all.happen(3)
    await until(async () => (await all.statesOf(id)).join() === 'retrying,retrying,retrying')
    await until(async () => (await endpointRow(id))['failing_since'] !== null)
    const told = async () =>
      (
        await all.rowsOf(
          "select 1 from notifications where kind = $1 and params ->> 'endpointId' = $2",
          ['webhooks.failing', id],
        )
      ).length
    expect(await told()).toBe(0)
    // As if it had been read anew.
    await failingFor(id, 2)
    await all.world.db.query('update webhook_endpoints set revision = revision + 1 where id = $1', [
      id,
    ])
    await all.hurry(id)
    await until(async () => (await told()) === 1)
    expect(await endpointRow(id)).toMatchObject({ state: 'active' })
    await failingFor(id, 6)
    await all.world.db.query('update webhook_endpoints set revision = revision + 1 where id = $1', [
      id,
    ])
    await all.hurry(id)
    await until(async () => (await endpointRow(id))['state'] === 'disabled')
    expect(await endpointRow(id)).toMatchObject({ because: 'failing' })
  })

  test('in its transformation is kept as such, and sends nothing', async () => {
    const { id, path } = await all.endpoint({
      transformation:
        'function transform(event) { if (event.data.n > 1) return null; throw new Error("odd") }',
    })
    await all.happen(2)
    await until(async () => (await all.statesOf(id)).toSorted().join() === 'cancelled,retrying')
    const failed = (await all.deliveriesOf(id)).find(({ state }) => state === 'retrying')!
    expect(failed).toMatchObject({ last_fault: 'transformation', last_status: null })
    expect((await all.attemptsOf(failed['id']))[0]!['detail']).toContain('odd')
    expect(all.receiver.at(path)).toEqual([])
  })
})

describe('WH-3 whoever dies', () => {
  test('with an attempt under way has it made once more by another worker', async () => {
    const { id, path } = await all.endpoint()
    const doomed = all.world.worker!
    let isHeld = true
    all.receiver.answer = (reply) => {
      if (!isHeld) reply.writeHead(200).end()
    }
    const [eventId] = await all.happen()
    await until(() => all.receiver.at(path).length === 1)
    isHeld = false
    await doomed.kill()
    await all.world.grow({ roles: 'worker' })
    await all.settled(id)
    expect(all.idsAt(path)).toEqual([eventId, eventId])
    expect(await all.deliveriesOf(id)).toMatchObject([{ state: 'delivered', attempts: 1 }])
  })

  test('in order gives its lanes back, and what was under way is written', async () => {
    const { id, path } = await all.endpoint()
    const leaving = all.world.servers.at(-1)!
    all.receiver.answer = (reply) => void setTimeout(() => reply.writeHead(200).end(), 300)
    await all.happen()
    await until(() => all.receiver.at(path).length === 1)
    await leaving.stop()
    expect(await all.deliveriesOf(id)).toMatchObject([{ state: 'delivered', attempts: 1 }])
    expect(await all.rowsOf('select 1 from webhook_lanes where leased_by is not null', [])).toEqual(
      [],
    )
    await all.world.grow({ roles: 'worker' })
    await all.happen()
    await all.settled(id, 2)
    expect(all.receiver.at(path)).toHaveLength(2)
  })
})

test('WH-3 an endpoint that hangs delays no other', async () => {
  const [slow, quick] = [await all.endpoint(), await all.endpoint()]
  all.receiver.answer = (reply, { path }) => {
    if (path === quick.path) reply.writeHead(200).end()
  }
  await all.happen(50)
  await all.settled(quick.id, 50)
  expect(await all.statesOf(quick.id)).toEqual(Array.from({ length: 50 }, () => 'delivered'))
  // It has not even been found out yet that it hangs.
  expect(new Set(await all.statesOf(slow.id))).toEqual(new Set(['waiting']))
  expect(all.receiver.at(slow.path).length).toBeLessThanOrEqual(10)
})

test('WH-4 deliveries are forgotten with their attempts', async () => {
  const { id } = await all.endpoint()
  await all.happen()
  await all.settled(id)
  const { openFoundationOf } = await import('../../../testing/foundation.ts')
  const { systemPrincipal } = await import('../../../core/access/index.ts')
  const { forgetBefore } = await import('./forget.store.ts')
  const { firstIdOf } = await import('../../logs/index.ts')
  const foundation = await openFoundationOf(all.world)
  const forget = (before: Date) =>
    foundation.scopes.run(systemPrincipal('test', all.tenant.id), (scope) =>
      forgetBefore(scope, { before, after: firstIdOf(new Date(0)), rows: 1000 }),
    )
  await forget(new Date(Date.now() - dayMs))
  expect(await all.deliveriesOf(id)).toHaveLength(1)
  await forget(new Date(Date.now() + dayMs))
  expect(await all.deliveriesOf(id)).toEqual([])
  const left = 'select 1 from webhook_attempts where endpoint_id = $1'
  expect(await all.rowsOf(left, [id])).toEqual([])
  await foundation.close()
})

test('PA-3 nothing waits in a worker, or is sent, for an endpoint whose app is deleted, until that is restored', async () => {
  const app = await all.tenant.app()
  const { id, path } = await all.endpoint({ appId: app.id })
  const { apps } = all.world.as(all.owner)
  const params = { id: app.id }
  answering(500)
  await all.happen(1, { appId: app.id })
  await until(async () => (await all.statesOf(id))[0] === 'retrying')
  await apps.delete({ params })
  answering(204)
  await all.hurry(id)
  await until(async () => {
    const [lane] = await all.rowsOf('select * from webhook_lanes where endpoint_id = $1', [id])
    return lane!['leased_by'] === null && lane!['due_at'] > new Date(Date.now() + 30_000)
  })
  expect(all.receiver.at(path)).toHaveLength(1)
  await apps.restore({ params })
  await all.hurry(id)
  await all.settled(id)
  expect(all.receiver.at(path)).toHaveLength(2)
})
