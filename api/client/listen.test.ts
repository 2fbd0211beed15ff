/** WH-10: `listen`, from the real API by way of the real engine to a receiver on this machine. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { contract } from '@sonaqor/contract'
import type { App } from '@sonaqor/contract/apps'
import { keyScopes } from '@sonaqor/contract/key-scopes'
import { Webhook } from 'standardwebhooks'
import { until } from '../src/testing/until.ts'
import { startWebhookWorld, type WebhookWorld } from '../src/testing/webhooks/world.ts'
import { routesFor } from './operations-source.ts'
import { clientOf, type ClientOptions } from './src/client.ts'
import type { InboxApi } from './src/listen/inbox-api.ts'
import { openFlaky, type Flaky } from './testing/flaky.ts'
import { startInTerminal, type Terminal } from './testing/terminal.ts'

type KeyScope = (typeof keyScopes)[number]

let all: WebhookWorld
let flaky: Flaky
const started: Terminal[] = []

beforeAll(async () => {
  all = await startWebhookWorld()
  flaky = await openFlaky(all.world.url)
})
beforeEach(() => {
  flaky.next()
  all.receiver.received.length = 0
  all.receiver.answer = (reply) => void reply.writeHead(204).end()
})
afterEach(async () => {
  for (const terminal of started.splice(0)) {
    terminal.end()
    await terminal.code
  }
})
afterAll(async () => {
  await flaky.close()
  await all.stop()
})

const createApi = (options: ClientOptions) =>
  clientOf(routesFor(contract), options) as unknown as InboxApi
const inboxOf = ({ id: appId }: App) => {
  const { webhookInbox } = all.world.as(all.owner)
  return {
    open: () => webhookInbox.open({ body: { appId } }),
    look: () => webhookInbox.show({ query: { appId } }),
    messages: async () => {
      const query = { appId, limit: 50, eventType: 'keys.updated' }
      const { data } = await webhookInbox.listMessages({ query })
      return data.toReversed()
    },
    show: (id: string) => webhookInbox.showMessage({ params: { id } }),
  }
}
/** The key that listens makes events of its own, as when it is used first. */
const updates = ['--events', 'keys.updated']
const happen = ({ id: appId }: App, count = 1, more = {}) => all.happen(count, { appId, ...more })
const without = (...scopes: KeyScope[]) => keyScopes.filter((scope) => !scopes.includes(scope))

interface Calling {
  readonly scopes?: readonly KeyScope[]
  readonly args?: readonly string[]
  readonly to?: string
}

/** Somebody with a key of that app, who listens. */
async function listening(app: App, { scopes, args = [], to }: Calling = {}): Promise<Terminal> {
  const { token } = await all.tenant.key({ app, ...(scopes && { scopes }) })
  const terminal = startInTerminal(
    ['listen', '--forward-to', to ?? `${all.receiver.url}/local`, ...args],
    { env: { SONAQOR_API_KEY: token, SONAQOR_URL: flaky.url }, createApi },
  )
  started.push(terminal)
  return terminal
}
const ready = ({ out }: Terminal) => until(() => out().includes('Forwarding'))
const arrived = (count: number) => until(() => all.idsAt('/local').length >= count)

describe('WH-10: what the app hears of', () => {
  test('is forwarded as it was sent, verifies with the secret that was printed, and is noted in the inbox', async () => {
    const app = await all.tenant.app()
    const terminal = await listening(app, { args: updates })
    await ready(terminal)
    const ids = await happen(app, 3, { data: { label: 'Größe – 鍵' } })
    await arrived(3)
    const [, secret = ''] = /Verify with (whsec_\S+)/.exec(terminal.out())!
    const came = all.receiver.at('/local')
    for (const { body, headers } of came) {
      const payload = new Webhook(secret).verify(body, headers as Record<string, string>)
      expect(payload).toMatchObject({ type: 'keys.updated', data: { label: 'Größe – 鍵' } })
    }
    const inbox = inboxOf(app)
    await until(async () => (await inbox.messages()).every(({ forward }) => forward !== null))
    const messages = await inbox.messages()
    expect(all.idsAt('/local')).toEqual(messages.map(({ eventId }) => eventId))
    expect(all.idsAt('/local').toSorted()).toEqual(ids.toSorted())
    for (const [nth, { id, forward }] of messages.entries()) {
      const { headers, body } = await inbox.show(id)
      expect(came[nth]!.body).toBe(body)
      expect(came[nth]!.headers).toMatchObject(headers)
      const to = `${all.receiver.url}/local`
      expect(forward).toMatchObject({ to, status: 204, fault: null })
      expect(terminal.out()).toMatch(new RegExp(`204 .*keys.updated .*${ids[nth]}`))
    }
  })

  test('is forwarded from now on, and of the types alone that were asked for', async () => {
    const app = await all.tenant.app()
    await inboxOf(app).open()
    await happen(app)
    await until(async () => (await inboxOf(app).messages()).length === 1)
    const terminal = await listening(app, { args: ['--events', 'keys.rotated,keys.revoked'] })
    await ready(terminal)
    await happen(app)
    const [rotated] = await happen(app, 1, { type: 'keys.rotated' })
    const [revoked] = await happen(app, 1, { type: 'keys.revoked' })
    await arrived(2)
    expect(all.idsAt('/local').toSorted()).toEqual([rotated, revoked].toSorted())
  })

  test('comes once each and in order, whatever happens to the answers of the API', async () => {
    const app = await all.tenant.app()
    const terminal = await listening(app, { args: updates })
    await ready(terminal)
    const ids: string[] = []
    // One by one they arrive in a known order; the first mishap meets what is noted of the first.
    flaky.next('passed', 'unanswered', 'cut', 503, 'lost')
    for (let nth = 1; nth <= 4; nth += 1) {
      ids.push(...(await happen(app)))
      await until(async () => (await inboxOf(app).messages()).length === nth)
    }
    await arrived(4)
    const [last] = await happen(app)
    await until(() => all.idsAt('/local').includes(last!))
    expect(all.idsAt('/local')).toEqual([...ids, last])
    expect(terminal.err()).toContain('The API answers again.')
  })

  test('goes on where the receiver is away or refuses, and it is said and noted of each', async () => {
    const app = await all.tenant.app()
    let answers = 0
    all.receiver.answer = (reply) => {
      if ((answers += 1) === 1) reply.destroy()
      else reply.writeHead(500).end('no such table')
    }
    const terminal = await listening(app, { args: updates })
    await ready(terminal)
    await happen(app, 2)
    await arrived(2)
    const noted = async () => (await inboxOf(app).messages()).map(({ forward }) => forward)
    await until(async () => (await noted()).every(Boolean))
    expect(await noted()).toMatchObject([
      { status: null, fault: 'broken' },
      { status: 500, fault: null },
    ])
    expect(terminal.out()).toMatch(/broken .*keys\.updated/)
    expect(terminal.out()).toMatch(/500 .*no such table/)
  })
})

test('WH-10 it ends at once on Ctrl-C, and says what becomes of the inbox', async () => {
  const terminal = await listening(await all.tenant.app())
  await ready(terminal)
  terminal.end()
  expect(await terminal.code).toBe(0)
  expect(terminal.out()).toContain('The inbox stays open')
})

describe('WH-10: it is said what is missing', () => {
  test('where the API does not know the key', async () => {
    const terminal = await listening(await all.tenant.app(), { args: ['--api-key', 'sq_test_own'] })
    expect(await terminal.code).toBe(1)
    expect(terminal.err()).toContain('does not take this key')
  })

  test('where there is no such type', async () => {
    const terminal = await listening(await all.tenant.app(), { args: ['--events', 'keys.isued'] })
    expect(await terminal.code).toBe(2)
    expect(terminal.err()).toContain('keys.isued')
  })

  test('to read the inbox', async () => {
    const scopes = without('webhooks:read', 'webhooks:write')
    const terminal = await listening(await all.tenant.app(), { scopes })
    expect(await terminal.code).toBe(1)
    expect(terminal.err()).toContain('webhooks:read')
  })

  test('to open it, and an open one is listened to all the same', async () => {
    const app = await all.tenant.app()
    const scopes = without('webhooks:write')
    const refused = await listening(app, { scopes })
    expect(await refused.code).toBe(1)
    expect(refused.err()).toContain('webhooks:write')
    await inboxOf(app).open()
    const terminal = await listening(app, { scopes })
    await ready(terminal)
    await happen(app)
    await arrived(1)
    await until(() => terminal.err().includes('not kept in the inbox'))
    expect(terminal.err()).toContain('may not show the secret')
  })

  test('to forward bodies, before it does anything', async () => {
    const app = await all.tenant.app()
    const refused = await listening(app, { scopes: without('customers:read') })
    expect(await refused.code).toBe(1)
    expect(refused.err()).toMatch(/customers:read.*nothing is forwarded.*owner or admin/s)
    expect(refused.out()).not.toContain('Forwarding')
    // Not even the inbox was opened.
    expect((await inboxOf(app).look()).isOpen).toBe(false)
  })

  test('to forward the bodies of a type, which would not verify otherwise, and goes on with the others', async () => {
    const app = await all.tenant.app()
    await inboxOf(app).open()
    const terminal = await listening(app, { scopes: without('keys:read') })
    await ready(terminal)
    const [withheld] = await happen(app)
    await until(() => terminal.out().includes(withheld!))
    expect(terminal.out()).toMatch(new RegExp(`withheld .*${withheld}.*not forwarded`))
    expect(terminal.err()).toContain('the scope that its type takes')
    expect(all.receiver.received).toEqual([])
  })
})
