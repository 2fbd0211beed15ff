/** WH-3, WH-8: what happens is brought to every endpoint that wants it, and to none that does not. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { Webhook } from 'standardwebhooks'
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

describe('what happens', () => {
  test('WH-3 an event arrives, signed, and its attempt is kept', async () => {
    const { id, path, secret } = await all.endpoint({ headers: { 'X-Own': 'known to them' } })
    const [eventId] = await all.happen(1, { data: { label: 'Größe' } })
    await all.settled(id)
    const [came] = all.receiver.at(path)
    expect(came!.headers).toMatchObject({ 'webhook-id': eventId, 'x-own': 'known to them' })
    const payload = new Webhook(secret).verify(came!.body, came!.headers as Record<string, string>)
    expect(payload).toMatchObject({ type: 'keys.updated', data: { label: 'Größe', n: 1 } })
    const [delivery] = await all.deliveriesOf(id)
    expect(delivery).toMatchObject({
      state: 'delivered',
      event_id: eventId,
      attempts: 1,
      last_status: 204,
      due_at: null,
    })
    const [attempt] = await all.attemptsOf(delivery!['id'])
    expect(attempt).toMatchObject({ number: 1, status: 204, fault: null, cause: 'schedule' })
    expect(attempt!['request_headers']['x-own']).toBe('(kept secret)')
    const { rows } = await all.world.db.query(
      'select * from webhook_counts where endpoint_id = $1',
      [id],
    )
    expect(rows).toMatchObject([{ attempts: 1, succeeded: 1, delivered: 1, failed: 0 }])
    await until(async () => {
      const told =
        "select 1 from events where type = 'webhooks.attempted' and ref ->> 'endpointId' = $1"
      return (await all.world.db.query(told, [id])).rows.length > 0
    })
  })

  test('WH-3 each endpoint gets what it wants, and nothing else', async () => {
    const other = await all.tenant.app()
    const [own, every, wide, filtered, elsewhere] = await Promise.all([
      all.endpoint(),
      all.endpoint({ eventTypes: [] }),
      all.endpoint({ reach: 'environment' }),
      all.endpoint({ filter: [{ path: 'data.n', operator: 'above', value: 1 }] }),
      all.endpoint({ eventTypes: ['keys.rotated'] }),
    ])
    const [first, second] = await all.happen(2)
    const [foreign] = await all.happen(1, { appId: other.id })
    const [ofNone] = await all.happen(1, { appId: null })
    await all.happen(1, { environment: 'production', appId: null })
    const [last] = await all.happen(1, { type: 'keys.rotated' })
    await all.settled(elsewhere.id)
    await all.settled(wide.id, 4)
    await all.settled(every.id, 4)
    expect(all.idsAt(own.path).toSorted()).toEqual([first, second, ofNone].toSorted())
    expect(all.idsAt(every.path)).toEqual(expect.arrayContaining([first, second, ofNone, last]))
    expect(all.idsAt(every.path)).not.toContain(foreign)
    expect(all.idsAt(wide.path).toSorted()).toEqual([first, second, foreign, ofNone].toSorted())
    expect(all.idsAt(filtered.path)).toEqual([second])
    expect(all.idsAt(elsewhere.path)).toEqual([last])
  })

  test('WH-9 what happens while an endpoint is paused is kept as skipped', async () => {
    const { id, path, revision } = await all.endpoint()
    const api = all.world.as(all.owner)
    await api.webhooks.pauseEndpoint({
      params: { id },
      headers: { 'if-match': `"${revision}"` },
    } as never)
    await all.happen(2)
    await all.settled(id, 2)
    expect(await all.statesOf(id)).toEqual(['skipped', 'skipped'])
    expect(all.receiver.at(path)).toEqual([])
  })

  test('XC-3 that an endpoint for all apps is attempted at is no word for those of one app', async () => {
    const [own, wide] = [await all.endpoint(), await all.endpoint({ reach: 'environment' })]
    await all.happen()
    await Promise.all([all.settled(own.id), all.settled(wide.id)])
    const told = `select distinct app_id from events
      where type = 'webhooks.attempted' and ref ->> 'endpointId' = $1`
    await until(async () => (await all.rowsOf(told, [wide.id])).length > 0)
    await until(async () => (await all.rowsOf(told, [own.id])).length > 0)
    expect(await all.rowsOf(told, [wide.id])).toEqual([{ app_id: null }])
    expect(await all.rowsOf(told, [own.id])).toEqual([{ app_id: all.app.id }])
  })

  test('WH-8 an ordered endpoint gets one after another, and none before one that failed', async () => {
    const { id, path } = await all.endpoint({ isOrdered: true })
    let refusals = 2
    all.receiver.answer = (reply, came) => {
      const isThird = came.path === path && came.headers['webhook-id'] === ids[2]
      reply.writeHead(isThird && (refusals -= 1) >= 0 ? 500 : 200).end()
    }
    const ids = await all.happen(30)
    await until(() => all.receiver.at(path).length >= 3)
    await until(
      async () => (await all.statesOf(id)).filter((one) => one === 'delivered').length === 2,
    )
    await all.hurry(id)
    await until(() => all.receiver.at(path).length >= 4)
    await all.hurry(id)
    await all.settled(id, 30)
    expect([...new Set(all.idsAt(path))]).toEqual(ids)
    expect(all.idsAt(path).slice(0, 6)).toEqual([ids[0], ids[1], ids[2], ids[2], ids[2], ids[3]])
  })

  test('WH-8 WH-9 a replay to an ordered endpoint keeps the order of the events', async () => {
    const { id, path } = await all.endpoint({ isOrdered: true })
    const { webhooks, jobs } = all.world.as(all.owner)
    const params = { id }
    const from = new Date().toISOString()
    await webhooks.pauseEndpoint({ params })
    const skipped = await all.happen(2)
    await all.settled(id, 2)
    await webhooks.updateEndpoint({ params, body: { eventTypes: ['keys.rotated'] } })
    const missing = await all.happen(2)
    const [marker] = await all.happen(1, { type: 'keys.rotated' })
    await all.settled(id, 3)
    await webhooks.updateEndpoint({ params, body: { eventTypes: ['keys.updated'] } })
    const later = await all.happen(2)
    await all.settled(id, 5)
    await webhooks.resumeEndpoint({ params })
    const body = { endpointId: id, from, states: ['skipped', 'missing'] as const }
    const job = await webhooks.startReplay({ body: { ...body, states: [...body.states] } })
    await until(async () => (await jobs.show({ params: { id: job.id } })).state === 'done')
    await all.settled(id, 7)
    expect(all.idsAt(path)).toEqual([...skipped, ...missing, marker, ...later])
  })

  test.each(['pause', 'delete'] as const)(
    'WH-1 nothing but what is under way is sent once somebody has it %sd',
    async (act) => {
      const [{ id, path }, other] = [await all.endpoint(), await all.endpoint()]
      const held: (() => void)[] = []
      all.receiver.answer = (reply, came) => {
        const take = () => reply.writeHead(204).end()
        if (came.path === path) held.push(take)
        else take()
      }
      await all.happen(12)
      await all.settled(other.id, 12)
      await until(() => held.length === 4)
      const { webhooks } = all.world.as(all.owner)
      await webhooks[`${act}Endpoint`]({ params: { id } })
      // Whatever hears of this has looked at the other one as well.
      await all.happen(1)
      await all.settled(other.id, 13)
      held.splice(0).forEach((take) => take())
      await until(
        async () => (await all.statesOf(id)).filter((one) => one === 'delivered').length === 4,
      )
      await all.happen(1)
      await all.settled(other.id, 14)
      expect(all.receiver.at(path)).toHaveLength(4)
    },
  )

  test('WH-8 an endpoint gets no more in a second than it takes', async () => {
    const { id, path } = await all.endpoint({ maxPerSecond: 10 })
    await all.happen(25)
    await all.settled(id, 25)
    expect(all.receiver.at(path)).toHaveLength(25)
    // When they were sent: a busy receiver hears of one later and of another sooner.
    const attempts = 'select at from webhook_attempts where endpoint_id = $1 order by at'
    const times = (await all.rowsOf(attempts, [id])).map(({ at }) => (at as Date).getTime())
    for (const [place, at] of times.entries()) {
      const tenth = times[place + 10]
      if (tenth !== undefined) expect(tenth - at).toBeGreaterThan(980)
    }
  })
})
