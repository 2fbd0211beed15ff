/** WH-3, WH-8: what happens is brought to every endpoint that wants it, and to none that does not. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { NewEndpoint } from '@sonaqor/contract/webhook-endpoints'
import type { Webhook as WebhookType } from 'standardwebhooks'
import * as standard from 'standardwebhooks'
import type { App } from '@sonaqor/contract/apps'
import { uuidv7 } from '../../../core/crypto/index.ts'
import type { WorldMember, WorldTenant } from '../../../testing/builders.ts'
import { startReceiver, type Receiver } from '../../../testing/receiver.ts'
import { until } from '../../../testing/until.ts'
import { startProcessWorld, type ProcessWorld } from '../../../testing/world.ts'

const { Webhook } = standard as unknown as { Webhook: typeof WebhookType }

let world: ProcessWorld
let tenant: WorldTenant
let owner: WorldMember
let app: App
let receiver: Receiver

beforeAll(async () => {
  world = await startProcessWorld({ worker: true, env: { SONAQOR_LIMIT_FACTOR: '1000' } })
  receiver = await startReceiver()
  tenant = await world.tenant('Acme', { roles: ['owner'] })
  owner = await tenant.member()
  app = await tenant.app()
})
beforeEach(() => {
  receiver.received.length = 0
  receiver.answer = (reply) => void reply.writeHead(204).end()
})
afterAll(async () => {
  await world.stop()
  await receiver.stop()
})

let paths = 0
/** An endpoint at a path of its own, for one type that nothing else in this world makes. */
async function endpoint(more: Partial<NewEndpoint> = {}) {
  const path = `/hook-${(paths += 1)}`
  const api = world.as(owner)
  const body = { appId: app.id, url: receiver.url + path, eventTypes: ['keys.updated'], ...more }
  return { ...(await api.webhooks.createEndpoint({ body })), path }
}

interface Happens {
  readonly type?: string
  readonly appId?: string | null
  readonly environment?: string | null
  readonly data?: object
}

/** Something happens: as many events, committed and told as the house does it. */
async function happen(count = 1, more: Happens = {}): Promise<string[]> {
  const { type = 'keys.updated', appId = app.id, environment = 'sandbox', data = {} } = more
  const ids = Array.from({ length: count }, () => uuidv7())
  await world.db.query(
    `insert into events (tenant_id, environment, id, app_id, type, ref, data, at)
     select $1, $2, id, $3, $4, '{}', $5::jsonb || jsonb_build_object('n', n), now()
     from unnest($6::uuid[]) with ordinality u(id, n)`,
    [tenant.id, environment, appId, type, data, ids],
  )
  await world.db.query("select pg_notify('sonaqor', 'events')")
  return ids
}

const deliveriesOf = async (endpointId: string) => {
  const { rows } = await world.db.query(
    'select * from webhook_deliveries where endpoint_id = $1 order by id',
    [endpointId],
  )
  return rows as Record<string, any>[]
}
const attemptsOf = async (deliveryId: string) => {
  const { rows } = await world.db.query(
    'select * from webhook_attempts where delivery_id = $1 order by number',
    [deliveryId],
  )
  return rows as Record<string, any>[]
}
const statesOf = async (endpointId: string) =>
  (await deliveriesOf(endpointId)).map(({ state }) => state as string)
const settled = (endpointId: string, count = 1) =>
  until(async () => {
    const states = await statesOf(endpointId)
    return (
      states.length >= count && states.every((state) => !['waiting', 'retrying'].includes(state))
    )
  })
const idsAt = (path: string) => receiver.at(path).map(({ headers }) => headers['webhook-id'])

describe('what happens', () => {
  test('WH-3 an event arrives, signed, and its attempt is kept', async () => {
    const { id, path, secret } = await endpoint({ headers: { 'X-Own': 'known to them' } })
    const [eventId] = await happen(1, { data: { label: 'Größe' } })
    await settled(id)
    const [came] = receiver.at(path)
    expect(came!.headers).toMatchObject({ 'webhook-id': eventId, 'x-own': 'known to them' })
    const payload = new Webhook(secret).verify(came!.body, came!.headers as Record<string, string>)
    expect(payload).toMatchObject({ type: 'keys.updated', data: { label: 'Größe', n: 1 } })
    const [delivery] = await deliveriesOf(id)
    expect(delivery).toMatchObject({
      state: 'delivered',
      event_id: eventId,
      attempts: 1,
      last_status: 204,
      due_at: null,
    })
    const [attempt] = await attemptsOf(delivery!['id'])
    expect(attempt).toMatchObject({ number: 1, status: 204, fault: null, cause: 'schedule' })
    expect(attempt!['request_headers']['x-own']).toBe('(kept secret)')
    const { rows } = await world.db.query('select * from webhook_counts where endpoint_id = $1', [
      id,
    ])
    expect(rows).toMatchObject([{ attempts: 1, succeeded: 1, delivered: 1, failed: 0 }])
    await until(async () => {
      const told =
        "select 1 from events where type = 'webhooks.attempted' and ref ->> 'endpointId' = $1"
      return (await world.db.query(told, [id])).rows.length > 0
    })
  })

  test('WH-3 each endpoint gets what it wants, and nothing else', async () => {
    const other = await tenant.app()
    const [own, all, wide, filtered, elsewhere] = await Promise.all([
      endpoint(),
      endpoint({ eventTypes: [] }),
      endpoint({ reach: 'environment' }),
      endpoint({ filter: [{ path: 'data.n', operator: 'above', value: 1 }] }),
      endpoint({ eventTypes: ['keys.rotated'] }),
    ])
    const [first, second] = await happen(2)
    const [foreign] = await happen(1, { appId: other.id })
    const [ofNone] = await happen(1, { appId: null })
    await happen(1, { environment: 'production', appId: null })
    const [last] = await happen(1, { type: 'keys.rotated' })
    await settled(elsewhere.id)
    await settled(wide.id, 4)
    await settled(all.id, 4)
    expect(idsAt(own.path).toSorted()).toEqual([first, second, ofNone].toSorted())
    expect(idsAt(all.path)).toEqual(expect.arrayContaining([first, second, ofNone, last]))
    expect(idsAt(all.path)).not.toContain(foreign)
    expect(idsAt(wide.path).toSorted()).toEqual([first, second, foreign, ofNone].toSorted())
    expect(idsAt(filtered.path)).toEqual([second])
    expect(idsAt(elsewhere.path)).toEqual([last])
  })

  test('WH-9 what happens while an endpoint is paused is kept as skipped', async () => {
    const { id, path, revision } = await endpoint()
    const api = world.as(owner)
    await api.webhooks.pauseEndpoint({
      params: { id },
      headers: { 'if-match': `"${revision}"` },
    } as never)
    await happen(2)
    await settled(id, 2)
    expect(await statesOf(id)).toEqual(['skipped', 'skipped'])
    expect(receiver.at(path)).toEqual([])
  })

  test('WH-8 an ordered endpoint gets one after another, and none before one that failed', async () => {
    const { id, path } = await endpoint({ isOrdered: true })
    let refusals = 2
    receiver.answer = (reply, came) => {
      const isThird = came.path === path && came.headers['webhook-id'] === ids[2]
      reply.writeHead(isThird && (refusals -= 1) >= 0 ? 500 : 200).end()
    }
    const ids = await happen(30)
    await until(() => receiver.at(path).length >= 3)
    await until(async () => (await statesOf(id)).filter((one) => one === 'delivered').length === 2)
    await hurry(id)
    await until(() => receiver.at(path).length >= 4)
    await hurry(id)
    await settled(id, 30)
    expect([...new Set(idsAt(path))]).toEqual(ids)
    expect(idsAt(path).slice(0, 6)).toEqual([ids[0], ids[1], ids[2], ids[2], ids[2], ids[3]])
  })

  test('WH-8 an endpoint gets no more in a second than it takes', async () => {
    const { id, path } = await endpoint({ maxPerSecond: 10 })
    await happen(25)
    await settled(id, 25)
    const times = receiver.at(path).map(({ at }) => at)
    for (const [place, at] of times.entries()) {
      const tenth = times[place + 10]
      // A request is on its way for a moment, and another one for a shorter one.
      if (tenth !== undefined) expect(tenth - at).toBeGreaterThan(900)
    }
  })
})

/** What waits for its next attempt is due now. */
async function hurry(endpointId: string): Promise<void> {
  await until(async () => (await statesOf(endpointId)).includes('retrying'))
  await world.db.query(
    'update webhook_deliveries set due_at = now() where endpoint_id = $1 and due_at is not null',
    [endpointId],
  )
  await world.db.query(
    'update webhook_lanes set due_at = now(), not_before = null where endpoint_id = $1',
    [endpointId],
  )
  await world.db.query("select pg_notify('sonaqor', 'webhooks')")
}
