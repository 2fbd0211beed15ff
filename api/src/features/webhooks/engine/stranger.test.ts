/** WH-2, WH-3: whoever has a library of Standard Webhooks, and nothing else of us, takes all that is sent. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { payloadOf } from '@sonaqor/contract/webhook-catalogue'
import { until } from '../../../testing/until.ts'
import { openStranger, type Stranger } from '../../../testing/webhooks/stranger.ts'
import { startWebhookWorld, type WebhookWorld } from '../../../testing/webhooks/world.ts'
import { exampleOf, offeredTypes } from '../catalogue/catalogue.ts'

let all: WebhookWorld
let stranger: Stranger

beforeAll(async () => {
  all = await startWebhookWorld()
  stranger = await openStranger()
})
beforeEach(() => {
  stranger.heard.length = 0
})
afterAll(async () => {
  await all.stop()
  await stranger.stop()
})

let paths = 0
/** At a path of its own, for each hears of what the others are tried with. */
async function endpoint(eventTypes = ['keys.updated']) {
  const path = `/${(paths += 1)}`
  const url = stranger.url + path
  const { id, secret } = await all.endpoint({ url, reach: 'environment', eventTypes })
  stranger.secrets.set(path, [secret])
  return { id, secret, path }
}
const heardAt = (path: string, id?: string) =>
  stranger.heard.filter((one) => one.path === path && (id === undefined || one.id === id))

test('WH-2 the library takes each type of the catalogue, and reads in it what it promises', async () => {
  const { id, secret, path } = await endpoint([])
  const ids = new Map<string, string>()
  for (const { name } of offeredTypes) {
    const data = exampleOf(name)!['data'] as object
    ids.set((await all.happen(1, { type: name, data }))[0]!, name)
  }
  await all.settled(id, ids.size)
  // What this endpoint hears of itself came among them, and was signed as well.
  expect(heardAt(path).filter(({ by }) => by.length === 0)).toEqual([])
  const byName = new Map(heardAt(path).map((one) => [ids.get(one.id), one]))
  for (const type of offeredTypes) {
    const { name } = type
    const { data } = exampleOf(name)!
    expect([name, byName.get(name)]).toMatchObject([name, { by: [secret], payload: { data } }])
    const { error } = payloadOf(type).safeParse(byName.get(name)!.payload)
    const unpromised = (error?.issues ?? []).filter(({ code }) => code !== 'unrecognized_keys')
    expect([name, unpromised]).toEqual([name, []])
  }
})

test('WH-2 the library takes what is sent with either secret while one is rotated, and then with the new one alone', async () => {
  const { id, secret: old, path } = await endpoint()
  const { webhooks } = all.world.as(all.owner)
  const { secret } = await webhooks.rotateSecret({ params: { id }, body: { overlap: '24h' } })
  stranger.secrets.set(path, [old, secret])
  const [during] = await all.happen()
  await until(() => heardAt(path, during).length > 0)
  expect(heardAt(path, during)).toMatchObject([{ by: [old, secret] }])
  await webhooks.endOldSecret({ params: { id } })
  const [after] = await all.happen()
  await until(() => heardAt(path, after).length > 0)
  expect(heardAt(path, after)).toMatchObject([{ by: [secret] }])
})

test('WH-3 the library takes each attempt to bring what was not taken at first', async () => {
  const { id, secret, path } = await endpoint()
  stranger.failures.set(path, [500, 503])
  const [eventId] = await all.happen(1, { data: { label: 'Größe – 鍵' } })
  await all.hurry(id)
  await until(async () => (await all.deliveriesOf(id))[0]!['attempts'] === 2)
  await all.hurry(id)
  await all.settled(id)
  const attempts = heardAt(path, eventId)
  const payload = { type: 'keys.updated', data: { label: 'Größe – 鍵' } }
  expect(attempts).toMatchObject(Array.from({ length: 3 }, () => ({ by: [secret], payload })))
  expect(await all.deliveriesOf(id)).toMatchObject([{ state: 'delivered', attempts: 3 }])
})
