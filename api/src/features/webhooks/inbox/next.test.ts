/** WH-10: how `listen` gets what comes into an inbox: it waits, and holds nothing while it does. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { inboxWaitsMax } from '@sonaqor/contract/webhook-bounds'
import type { WorldTenant } from '../../../testing/builders.ts'
import { refusalOf } from '../../../testing/partner.ts'
import type { Holder } from '../../../testing/transport.ts'
import { until } from '../../../testing/until.ts'
import { joinWorld } from '../../../testing/shared-world.ts'
import type { World } from '../../../testing/world.ts'
import type { Foundation } from '../../../core/foundation/index.ts'
import { waitingRoom } from './waiting.ts'

let world: World
let acme: WorldTenant
let key: Holder & { readonly id: string }
let endpointId: string
let after: string

beforeAll(async () => {
  world = await joinWorld()
  acme = await world.tenant('Listening')
})
beforeEach(async () => {
  key = await acme.key()
  const { webhookInbox } = world.as(key)
  endpointId = (await webhookInbox.open({ body: {} })).endpointId!
  after = (await webhookInbox.next({ query: {} })).after!
})
afterAll(() => world.stop())

const wait = 25
const send = (n: number) =>
  world.as(key).webhooks.sendTest({
    params: { id: endpointId },
    body: { eventType: 'keys.revoked', data: { n } },
  })
const numbersIn = ({ data }: { data: readonly { body: string }[] }) =>
  data.map(({ body }) => (JSON.parse(body) as { data: { n: number } }).data.n)

/** How many requests of the key wait now, in whichever process. */
async function waits(): Promise<number> {
  const { rows } = await world.db.query(
    `select from quota_windows where policy = 'inbox-waits' and subject like '%' || $1`,
    [`key ${key.id}`],
  )
  return rows.length
}
const waiting = (many: number) => until(async () => (await waits()) === many)

test('WH-10 nobody has what was there before they asked first, and everybody each message once', async () => {
  await send(1)
  const { webhookInbox } = world.as(key)
  const later = await webhookInbox.next({ query: {} })
  expect(later.data).toEqual([])
  const first = await webhookInbox.next({ query: { after, wait } })
  expect(numbersIn(first)).toEqual([1])
  expect(first.after).not.toBe(after)
  await send(2)
  await send(3)
  expect(numbersIn(await webhookInbox.next({ query: { after: first.after! } }))).toEqual([2, 3])
  expect(numbersIn(await webhookInbox.next({ query: { after: later.after! } }))).toEqual([2, 3])
})

test('WH-10 a message comes to whoever waits, in whichever process they do, and does not wait for their time to be over', async () => {
  const theirs = world.as(await acme.key())
  const { endpointId: id } = await theirs.webhookInbox.open({ body: {} })
  const { after: end } = await theirs.webhookInbox.next({ query: {} })
  const longer = theirs.webhookInbox.next({ query: { after: end!, wait } }).then(() => 'is over')
  const asked = [0, 1].map((server) =>
    world.as(key, server).webhookInbox.next({ query: { after, wait } }),
  )
  await waiting(2)
  await send(7)
  for (const answer of asked) expect(numbersIn(await answer)).toEqual([7])
  expect(await Promise.race([longer, 'still waits'])).toBe('still waits')
  await waiting(0)
  const sent = { eventType: 'keys.revoked' }
  await theirs.webhooks.sendTest({ params: { id: id! }, body: sent })
  await longer
})

test('WH-10 while it waits it holds no connection to the database', async () => {
  const asked = world.as(key).webhookInbox.next({ query: { after, wait } })
  await waiting(1)
  const held = `select 1 from pg_stat_activity where state = 'idle in transaction'
    and datname = current_database() and query like '%webhook_messages%'`
  await until(async () => (await world.db.query(held)).rows.length === 0)
  expect(await waits()).toBe(1)
  await send(1)
  await asked
})

test('WH-10 without a message it answers with none, and where to go on', async () => {
  const answer = await world.as(key).webhookInbox.next({ query: { after, wait: 0 } })
  expect(answer).toMatchObject({ data: [], after })
})

test('WH-10 LG-1 PA-3 what it waits is no part of its latency in the log, nor of what figures are made of', async () => {
  const began = performance.now()
  await world.as(key).webhookInbox.next({ query: { after, wait: 1 } })
  const lasted = performance.now() - began
  const { logs } = world.as(await acme.member())
  const query = { keyId: key.id, path: '/v1/webhooks/inbox/next' }
  // It waited for a second; half of one is room for a busy machine. The first line asked where the inbox ends.
  await until(async () => (await logs.search({ query })).data.length === 2)
  const [line] = (await logs.search({ query })).data
  expect(line!.latencyMs).toBeLessThan(lasted - 500)
})

test(`WH-10 more than ${inboxWaitsMax} of one caller do not wait at once, and who goes away waits no more`, async () => {
  const leaving = new AbortController()
  const path = `/v1/webhooks/inbox/next?wait=${wait}&after=${encodeURIComponent(after)}`
  const asked = Array.from({ length: inboxWaitsMax }, () =>
    fetch(world.url + path, {
      headers: { authorization: `Bearer ${key.token}` },
      signal: leaving.signal,
    }).catch(() => 'left'),
  )
  await waiting(inboxWaitsMax)
  const { webhookInbox } = world.as(key)
  expect(await refusalOf(webhookInbox.next({ query: { after, wait } }))).toMatchObject({
    status: 429,
    detail: expect.stringContaining(`At most ${inboxWaitsMax}`),
  })
  leaving.abort()
  expect(await Promise.all(asked)).toEqual(asked.map(() => 'left'))
  await waiting(0)
})

test('WH-10 who is refused a place, by whatever goes wrong, holds none of those that were taken before', async () => {
  const asked: string[] = []
  const query = (text: string, [, subject]: readonly unknown[]) => {
    asked.push(`${text.includes('delete') ? 'left' : 'took'} ${String(subject)}`)
    if (asked.length === 2) return Promise.reject(new Error('no connection'))
    return Promise.resolve([{ isFree: true, place: 1, until: 'later' }])
  }
  const parts = { database: { query }, ending: new AbortController().signal }
  const { takePlace } = waitingRoom(parts as unknown as Foundation)
  const whose = { tenantId: 't', kind: 'key', id: 'k' } as Parameters<typeof takePlace>[0]
  await expect(takePlace(whose)).rejects.toThrow('no connection')
  await until(() => asked.length === 3)
  expect(asked).toEqual(['took tenant t key k', 'took tenant t', 'left tenant t key k'])
})

test('WH-10 KY-3 a key that is revoked while it waits gets nothing more', async () => {
  const asked = refusalOf(world.as(key).webhookInbox.next({ query: { after, wait } }))
  await waiting(1)
  const { keys, webhooks } = world.as(await acme.member())
  await keys.revoke({ params: { id: key.id } })
  await webhooks.sendTest({ params: { id: endpointId }, body: { eventType: 'keys.revoked' } })
  expect(await asked).toMatchObject({ status: 401 })
})

test('WH-10 where it goes on is told for one inbox, and is none of another', async () => {
  const other = await acme.key()
  const { webhookInbox } = world.as(other)
  await webhookInbox.open({ body: {} })
  expect(await refusalOf(webhookInbox.next({ query: { after } }))).toMatchObject({ status: 400 })
})

test('WH-10 a wait ends when something is said, when nobody waits any more, and when the process ends', async () => {
  const heard = new Map<string, () => void>()
  const ending = new AbortController()
  const bus = {
    on: (topic: string, hear: () => void) => {
      heard.set(topic, hear)
      return () => heard.delete(topic)
    },
  }
  const room = waitingRoom({ bus, ending: ending.signal } as unknown as Foundation)
  const long = 2 ** 31 - 1
  const gone = new AbortController()
  const [one, other] = [
    room.listen('one', gone.signal),
    room.listen('other', new AbortController().signal),
  ]
  heard.get('one')!()
  // What was said before it was asked is not missed.
  await one.heard(long)
  const second = one.heard(long)
  heard.get('one')!()
  await second
  const third = one.heard(long)
  gone.abort()
  await third
  const last = other.heard(long)
  ending.abort()
  await last
  one.stop()
  other.stop()
  expect([...heard]).toEqual([])
})
