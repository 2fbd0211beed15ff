/** WH-9: where somebody else may listen nothing is sent before they have agreed to it. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { refusalOf } from '../../../testing/partner.ts'
import { until } from '../../../testing/until.ts'
import { startWebhookWorld, type WebhookWorld } from '../../../testing/webhooks/world.ts'

let all: WebhookWorld

beforeAll(async () => {
  all = await startWebhookWorld()
})
beforeEach(() => answering({}))
afterAll(() => all.stop())

const answering = (allowed: Record<string, string>, status = 200) => {
  all.receiver.answer = (reply, { method }) =>
    void (method === 'OPTIONS' ? reply.writeHead(status, allowed) : reply.writeHead(204)).end()
}
const api = () => all.world.as(all.owner).webhooks
const asked = (path: string) => all.receiver.at(path).filter(({ method }) => method === 'OPTIONS')
const sent = (path: string) => all.receiver.at(path).filter(({ method }) => method === 'POST')
const agreeing = { 'webhook-allowed-origin': '*' }

test('WH-9 one that agrees is asked once, and each delivery says by whom', async () => {
  answering(agreeing)
  const { id, path } = await all.endpoint({ needsConsent: true })
  const [question] = asked(path)
  const origin = question!.headers['webhook-request-origin']
  expect(origin).toEqual(expect.any(String))
  expect(question!.headers).not.toHaveProperty('webhook-signature')
  const shown = await api().showEndpoint({ params: { id }, query: {} })
  expect(shown).toMatchObject({ state: 'active', because: null, needsConsent: true })
  expect(shown.consentedAt).not.toBeNull()
  await all.happen()
  await all.settled(id)
  expect(sent(path)[0]!.headers['webhook-request-origin']).toBe(origin)
  expect(asked(path)).toHaveLength(1)
})

test('WH-9 one that agrees to a sender of our name at another port has not agreed to us', async () => {
  answering(agreeing)
  const { path } = await all.endpoint({ needsConsent: true })
  const origin = String(asked(path)[0]!.headers['webhook-request-origin'])
  expect(origin).toMatch(/^localhost:\d+$/)
  answering({ 'webhook-allowed-origin': origin })
  const { id } = await all.endpoint({ needsConsent: true })
  expect(await api().showEndpoint({ params: { id }, query: {} })).toMatchObject({ state: 'active' })
  for (const other of ['localhost', 'localhost:1']) {
    answering({ 'webhook-allowed-origin': other })
    const { id: stranger } = await all.endpoint({ needsConsent: true })
    const shown = await api().showEndpoint({ params: { id: stranger }, query: {} })
    expect(shown).toMatchObject({ state: 'paused', because: 'unconfirmed' })
  }
})

test('WH-9 one that agrees to a sender by its name alone is asked by that name', async () => {
  let named = ''
  all.receiver.answer = (reply, { headers }) => {
    named = String(headers['webhook-request-origin'])
    reply.writeHead(204, { 'WebHook-Allowed-Origin': named.toUpperCase() }).end()
  }
  const { id } = await all.endpoint({ needsConsent: true })
  expect(named).not.toBe('')
  expect(await api().showEndpoint({ params: { id }, query: {} })).toMatchObject({ state: 'active' })
})

test.each([
  ['answers kindly and says nothing of it', {}, 200, /without WebHook-Allowed-Origin/],
  ['allows somebody else', { 'webhook-allowed-origin': 'other.example' }, 200, /another origin/],
  ['refuses what it is asked by', agreeing, 405, /answered 405/],
] as const)('WH-9 one that %s gets nothing, and is told why', async (_, allowed, status, why) => {
  answering(allowed, status)
  const { id, path } = await all.endpoint({ needsConsent: true })
  const params = { id }
  expect(await api().showEndpoint({ params, query: {} })).toMatchObject({
    state: 'paused',
    because: 'unconfirmed',
    consentedAt: null,
  })
  const trial = api().sendTest({ params, body: { eventType: 'keys.issued' } })
  expect(await refusalOf(trial)).toMatchObject({ status: 409 })
  expect(await refusalOf(api().resumeEndpoint({ params }))).toMatchObject({
    status: 409,
    detail: expect.stringMatching(why),
  })
  expect(sent(path)).toEqual([])
})

test('WH-9 what happens before it agrees is skipped, and is replayed once it does', async () => {
  const { id, path } = await all.endpoint({ needsConsent: true })
  const params = { id }
  const ids = await all.happen(2)
  await all.settled(id, 2)
  expect(await all.statesOf(id)).toEqual(['skipped', 'skipped'])
  answering(agreeing)
  expect(await api().resumeEndpoint({ params })).toMatchObject({ state: 'active', because: null })
  const from = new Date(Date.now() - 60_000).toISOString()
  await api().startReplay({ body: { endpointId: id, from } })
  await until(() => sent(path).length === 2)
  expect(all.idsAt(path).filter((one) => ids.includes(one))).toEqual(ids)
})

test('WH-9 another address is asked anew, and one that did not need to be asked never is', async () => {
  answering(agreeing)
  const { id, path } = await all.endpoint({ needsConsent: true })
  const { id: free, path: freePath } = await all.endpoint()
  const moved = (to: string, endpoint = id) =>
    api().updateEndpoint({ params: { id: endpoint }, body: { url: all.receiver.url + to } })
  expect(await moved(`${path}/agrees`)).toMatchObject({ state: 'active' })
  answering({})
  expect(await moved(`${path}/agrees`)).toMatchObject({ state: 'active' })
  expect(await moved(`${path}/silent`)).toMatchObject({
    state: 'paused',
    because: 'unconfirmed',
    consentedAt: null,
  })
  expect(asked(`${path}/agrees`)).toHaveLength(1)
  answering(agreeing)
  expect(await moved(`${path}/other`)).toMatchObject({ state: 'active', because: null })
  answering({})
  expect(await moved(`${freePath}/silent`, free)).toMatchObject({
    state: 'active',
    needsConsent: false,
  })
  await all.happen()
  await until(() => sent(`${freePath}/silent`).length === 1)
  expect(sent(`${freePath}/silent`)[0]!.headers).not.toHaveProperty('webhook-request-origin')
  expect(asked(`${freePath}/silent`)).toEqual([])
})
