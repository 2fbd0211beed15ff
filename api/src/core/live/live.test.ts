import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { setTimeout as sleep } from 'node:timers/promises'
import { uuidv7 } from '../crypto/index.ts'
import { listenAt, type Listener, type ListenOptions } from '../../testing/listener.ts'
import { bearer, type Told } from '../../testing/toy/principals.ts'
import { startToyWorld } from '../../testing/toy/world.ts'
import type { Holder } from '../../testing/transport.ts'
import type { World } from '../../testing/world.ts'

const ours = 'http://sonaqor.test'
const page = 'https://portal.example'
let world: World
const open: Listener[] = []

beforeAll(async () => {
  world = await startToyWorld({ processes: 2, env: { PUBLIC_URL: ours } })
})
afterAll(async () => {
  open.forEach((listener) => listener.close())
  await world.stop()
})

async function listen(as: Holder, server = 1, options: ListenOptions = {}): Promise<Listener> {
  const listener = await listenAt(world.servers[server]!.url, as, options)
  open.push(listener)
  return listener
}

async function write(as: Holder, told: { environment?: string; appId?: string } = {}) {
  const json = { appId: uuidv7(), environment: 'sandbox', text: 'x', ...told }
  const response = await world.ask('/v1/notes', { as, json })
  return ((await response.json()) as { id: string }).id
}

const heardBy = ({ events }: Listener) => events.map(({ ref }) => ref['noteId'])
const sequencesOf = ({ events }: Listener) => events.map(({ sequence }) => sequence)

const renew = ({ socket }: Listener, holder: Holder) => socket.emitWithAck('renew', holder.token)

interface Tail {
  readonly lines: string[]
  readonly accepted: boolean
  hasEnded(): boolean
}

async function tail({ socket }: Listener): Promise<Tail> {
  const lines: string[] = []
  let ended = false
  socket.on('logs', ({ entries }) => lines.push(...entries.map(({ id }) => id)))
  socket.on('untailed', () => {
    ended = true
  })
  return { lines, accepted: await socket.emitWithAck('tail', {}), hasEnded: () => ended }
}

describe('who may listen', () => {
  test.each([{}, { token: 7 }, { token: 'nonsense' }, { token: 'toy.'.padEnd(5000, 'x') }])(
    'nobody with the credential %j',
    async (holder) => {
      await expect(listen(holder as Holder)).rejects.toMatchObject({
        message: 'unauthenticated',
        data: { status: 401 },
      })
    },
  )

  test('nobody outside of every tenant', async () => {
    const staff = bearer(uuidv7(), { kind: 'staff', tenantId: null })
    await expect(listen(staff)).rejects.toMatchObject({ message: 'unauthenticated' })
  })

  test('an embed token from the place that it was made for, others from our own pages', async () => {
    const embed = bearer(uuidv7(), { kind: 'embed', origins: [page], keyId: uuidv7() })
    const frame = bearer(uuidv7(), { kind: 'embed', origins: [ours], keyId: uuidv7() })
    await listen(embed, 1, { origin: page })
    await listen(frame, 1, { origin: ours })
    await listen(bearer(uuidv7()), 1, { origin: ours })
    const refused = { message: 'forbidden' }
    await expect(listen(embed, 1, { origin: 'https://other.example' })).rejects.toMatchObject(
      refused,
    )
    await expect(listen(embed, 1, { origin: ours })).rejects.toMatchObject(refused)
    await expect(listen(embed)).rejects.toMatchObject(refused)
    await expect(listen(bearer(uuidv7()), 1, { origin: page })).rejects.toMatchObject(refused)
  })

  test('nobody over polling', async () => {
    const response = await world.ask('/live/?EIO=4&transport=polling')
    expect(response.status).toBe(400)
  })
})

describe('what is heard', () => {
  test('is what happened, at every process, as ids and in order', async () => {
    const tenantId = uuidv7()
    const someone = bearer(tenantId)
    const [here, there] = [await listen(someone, 0), await listen(someone, 1)]
    const ids = []
    for (let i = 0; i < 12; i += 1) ids.push(await write(someone))
    for (const listener of [here, there]) {
      await listener.until(() => listener.events.length === 12)
      expect(heardBy(listener)).toEqual(ids)
      expect(sequencesOf(listener)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
      expect(Object.keys(listener.events[0]!.ref).toSorted()).toEqual(['appId', 'noteId'])
    }
  })

  test('is never of another tenant, environment or app, nor without the scope to read it', async () => {
    const [tenantId, appId] = [uuidv7(), uuidv7()]
    const everything = await listen(bearer(tenantId))
    const narrowed = async (told: Told) => listen(bearer(tenantId, { kind: 'key', ...told }))
    const sandbox = await narrowed({ environments: ['sandbox'] })
    const oneApp = await narrowed({ appIds: [appId] })
    const scopeless = await narrowed({ scopes: ['keys:read'] })
    const stranger = await listen(bearer(uuidv7()))
    const someone = bearer(tenantId)
    const inApp = await write(someone, { appId })
    const inProduction = await write(someone, { environment: 'production' })
    await everything.until(() => everything.events.length === 2)
    await sleep(700)
    expect(heardBy(everything)).toEqual([inApp, inProduction])
    expect(heardBy(sandbox)).toEqual([inApp])
    expect(heardBy(oneApp)).toEqual([inApp])
    expect(heardBy(scopeless)).toEqual([])
    expect(heardBy(stranger)).toEqual([])
  })

  test('is nothing that was undone', async () => {
    const someone = bearer(uuidv7())
    const listener = await listen(someone)
    const json = { how: 'refuse', note: uuidv7() }
    await world.ask('/v1/notes/misbehave', { as: someone, json })
    const id = await write(someone)
    await listener.until(() => listener.events.length > 0)
    expect(heardBy(listener)).toEqual([id])
  })

  test('comes in batches when much happens at once', async () => {
    const someone = bearer(uuidv7())
    const listener = await listen(someone)
    let batches = 0
    listener.socket.on('events', () => (batches += 1))
    await Promise.all(Array.from({ length: 60 }, () => write(someone)))
    await listener.until(() => listener.events.length === 60)
    expect(batches).toBeLessThan(12)
  })
})

describe('after a loss', () => {
  test('a listener hears what it missed, once and in order, from another process', async () => {
    const someone = bearer(uuidv7())
    const before = await listen(someone, 0)
    const first = await write(someone)
    await before.until(() => before.events.length === 1)
    const since = before.head()
    before.close()
    const missed = [await write(someone), await write(someone)]
    const after = await listen(someone, 1, { since })
    const next = await write(someone)
    await after.until(() => after.events.length >= 3)
    await sleep(600)
    expect(heardBy(after)).toEqual([...missed, next])
    expect(heardBy(before)).toEqual([first])
    expect(after.head()).toBe(4)
  })

  test('nothing is lost and nothing doubled while events go on', async () => {
    const someone = bearer(uuidv7())
    const state = { isWriting: true }
    const written: string[] = []
    const writer = (async () => {
      while (state.isWriting) written.push(await write(someone))
    })()
    const heard: (string | undefined)[] = []
    let since = 0
    for (let i = 0; i < 8; i += 1) {
      const listener = await listen(someone, i % 2, { since })
      await sleep(120)
      listener.close()
      heard.push(...heardBy(listener))
      since = listener.head()
    }
    state.isWriting = false
    await writer
    const last = await listen(someone, 0, { since })
    await last.until(() => heard.length + last.events.length >= written.length)
    expect([...heard, ...heardBy(last)]).toEqual(written)
  })

  test('what lies very far back is told by the newest of its kind', async () => {
    const tenantId = uuidv7()
    const someone = bearer(tenantId)
    await world.db.query(
      `insert into events (tenant_id, environment, id, app_id, type, ref, data, at)
       select $1, 'sandbox', uuidv7(), null, 'projects.noted', '{}', '{}', now()
       from generate_series(1, 2500)`,
      [tenantId],
    )
    await write(someone)
    const caughtUp = await listen(someone)
    await caughtUp.until(() => caughtUp.head() === 2501)
    const listener = await listen(someone, 1, { since: 0 })
    expect(listener.head()).toBe(2501)
    expect(listener.events.length).toBeGreaterThanOrEqual(2000)
    expect(listener.events.length).toBeLessThanOrEqual(2001)
  })
})

describe('the right to listen', () => {
  test('ends everywhere when the principal, its session or its key does', async () => {
    const tenantId = uuidv7()
    const [sessionId, keyId] = [uuidv7(), uuidv7()]
    const member = await listen(bearer(tenantId, { sessionId }), 0)
    const embed = bearer(tenantId, { kind: 'embed', keyId, origins: [page] })
    const embedded = await listen(embed, 1, { origin: page })
    const other = await listen(bearer(tenantId))
    for (const id of [sessionId, keyId]) {
      await world.ask('/v1/doors/end', { as: bearer(tenantId), json: { id } })
    }
    await member.until(() => !member.socket.connected)
    await embedded.until(() => !embedded.socket.connected)
    expect([member.hasExpired(), embedded.hasExpired()]).toEqual([true, true])
    expect(other.socket.connected).toBe(true)
    expect(other.events).toEqual([])
  })

  test('does not end for another tenant that names the same id', async () => {
    const sessionId = uuidv7()
    const listener = await listen(bearer(uuidv7(), { sessionId }))
    await world.ask('/v1/doors/end', { as: bearer(uuidv7()), json: { id: sessionId } })
    await sleep(500)
    expect(listener.socket.connected).toBe(true)
  })

  test('is renewed by a newer token of the same bearer, and by no other', async () => {
    const tenantId = uuidv7()
    const id = uuidv7()
    const sandbox = { kind: 'key', id, environments: ['sandbox'] }
    const listener = await listen(bearer(tenantId, sandbox))
    expect(await renew(listener, bearer(tenantId, { kind: 'key' }))).toBe(false)
    expect(await renew(listener, bearer(uuidv7(), sandbox))).toBe(false)
    expect(
      await renew(listener, bearer(tenantId, { ...sandbox, environments: ['production'] })),
    ).toBe(true)
    await write(bearer(tenantId))
    const inProduction = await write(bearer(tenantId), { environment: 'production' })
    await listener.until(() => listener.events.length > 0)
    expect(heardBy(listener)).toEqual([inProduction])
  })

  test('is renewed by a further session of the same page, and of no other page, user or key', async () => {
    const [tenantId, keyId] = [uuidv7(), uuidv7()]
    const user = { ref: 'ada', name: 'Ada' }
    const session = (told: object = {}) =>
      bearer(tenantId, { kind: 'embed', keyId, origins: [page], user, ...told } as Told)
    const listener = await listen(session(), 1, { origin: page })
    const next = session()
    expect(await renew(listener, next)).toBe(true)
    expect(await renew(listener, session({ origins: ['https://other.example'] }))).toBe(false)
    expect(await renew(listener, session({ user: { ref: 'bob', name: 'Bob' } }))).toBe(false)
    expect(await renew(listener, session({ keyId: uuidv7() }))).toBe(false)
    await world.ask('/v1/doors/end', { as: bearer(tenantId), json: { id: next.id } })
    await listener.until(() => !listener.socket.connected)
    expect(listener.hasExpired()).toBe(true)
  })

  test('is lost by whoever says too much', async () => {
    const listener = await listen(bearer(uuidv7()))
    for (let i = 0; i < 100; i += 1) listener.socket.emit('renew', 'x', () => undefined)
    await listener.until(() => !listener.socket.connected)
  })
})

describe('a stream that is open', () => {
  const id = uuidv7()
  const renewedAs = (tenantId: string, told: Told) => bearer(tenantId, { kind: 'key', id, ...told })

  test('is refused to whoever lacks the scope, whatever the stream itself looks at', async () => {
    const listener = await listen(bearer(uuidv7(), { scopes: ['keys:read'] }))
    expect((await tail(listener)).accepted).toBe(false)
  })

  test('ends, and says so, when the listener is renewed without the scope', async () => {
    const tenantId = uuidv7()
    const listener = await listen(renewedAs(tenantId, {}))
    const { lines, accepted, hasEnded } = await tail(listener)
    expect(accepted).toBe(true)
    const heard = await write(bearer(tenantId))
    await listener.until(() => lines.includes(heard))
    expect(await renew(listener, renewedAs(tenantId, { scopes: ['keys:read'] }))).toBe(true)
    expect(hasEnded()).toBe(true)
    await write(bearer(tenantId))
    await sleep(1500)
    expect(lines).toEqual([heard])
    expect(listener.socket.connected).toBe(true)
  })

  test('holds to fewer apps and environments from the renewal on', async () => {
    const [tenantId, appId] = [uuidv7(), uuidv7()]
    const listener = await listen(renewedAs(tenantId, {}))
    const { lines, hasEnded } = await tail(listener)
    const fewer = { environments: ['sandbox'], appIds: [appId] }
    expect(await renew(listener, renewedAs(tenantId, fewer))).toBe(true)
    await write(bearer(tenantId), { environment: 'production', appId })
    await write(bearer(tenantId))
    const heard = await write(bearer(tenantId), { appId })
    await listener.until(() => lines.length > 0)
    await sleep(1200)
    expect(lines).toEqual([heard])
    expect(hasEnded()).toBe(false)
  })
})
