/** LG-5: the live tail shows what was just asked, in every process, to whom it may be shown. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { LogEntry, LogSearch } from '@sonaqor/contract/logs'
import { io, type Socket } from 'socket.io-client'
import type { WorldMember, WorldTenant } from '../../../testing/builders.ts'
import type { Holder } from '../../../testing/transport.ts'
import { until } from '../../../testing/until.ts'
import { joinWorld } from '../../../testing/shared-world.ts'
import type { World } from '../../../testing/world.ts'
import type { Scope } from '../../../core/scope/index.ts'
import { uuidv7 } from '../../../core/crypto/index.ts'
import { tailOf, type LogBatch } from './logs.tail.ts'
import type { LogStore } from '../logs.store.ts'

describe('over a socket', () => {
  let world: World
  let acme: WorldTenant
  const sockets: Socket[] = []

  beforeAll(async () => {
    world = await joinWorld()
    acme = await world.tenant('Acme')
  })
  afterAll(async () => {
    for (const socket of sockets) socket.disconnect()
    await world.stop()
  })

  /** Listens at the second process; what comes in is in `entries`. */
  async function listen(holder: Holder, filter: LogSearch) {
    const socket = io(world.servers[1]!.url, {
      path: '/live',
      transports: ['websocket'],
      auth: { token: holder.token },
      extraHeaders: { 'user-agent': 'a browser of tests' },
    })
    sockets.push(socket)
    const entries: LogEntry[] = []
    socket.on('logs', (batch: LogBatch) => entries.push(...batch.entries))
    await new Promise((resolve) => socket.once('connect', () => resolve(null)))
    const accepted = await new Promise((resolve) => socket.emit('tail', filter, resolve))
    return { entries, accepted }
  }

  const send = (key: Holder, externalId: string) =>
    world.ask('/v1/customers', { as: key, json: { externalId }, server: 0 })

  test('an entry of one process is seen at another, through the filter, once', async () => {
    const key = await acme.key()
    const all = await listen(await acme.member(), { keyId: key.id })
    const refused = await listen(await acme.member('developer'), { keyId: key.id, status: '4xx' })
    expect([all.accepted, refused.accepted]).toEqual([true, true])
    await send(key, 'fine')
    await send(key, '')
    await until(() => all.entries.length >= 2 && refused.entries.length >= 1)
    await new Promise((resolve) => setTimeout(resolve, 1500))
    expect(all.entries.map(({ status }) => status).toSorted()).toEqual([200, 422])
    expect(refused.entries.map(({ status }) => status)).toEqual([422])
  })

  const readingsOf = async (
    reader: WorldMember,
    { id: text }: Holder & { readonly id: string },
  ) => {
    const query = { action: 'logs.searched', actorId: reader.id, text }
    return (await world.as(await acme.member()).audit.search({ query })).data
  }

  test('XC-4 whoever follows without a list is in the audit log first, with from where', async () => {
    const key = await acme.key()
    const reader = await acme.member('developer')
    const tail = await listen(reader, { keyId: key.id, environment: 'sandbox' })
    await send(key, 'followed')
    await until(() => tail.entries.length === 1)
    expect(await readingsOf(reader, key)).toEqual([
      expect.objectContaining({
        environment: 'sandbox',
        ip: '127.0.0.1',
        userAgent: 'a browser of tests',
        requestId: expect.stringMatching(/^[\da-f-]{36}$/),
        after: { keyId: key.id, environment: 'sandbox' },
      }),
    ])
  })

  test('XC-4 a visit that begins with a list and follows it leaves one entry, in whichever order', async () => {
    const key = await acme.key()
    const [one, other] = [await acme.member('developer'), await acme.member('admin')]
    const narrowed = { keyId: key.id, environment: 'sandbox' } as const
    const query = { ...narrowed, from: '2026-01-01T00:00:00Z' }
    await world.as(one).logs.search({ query })
    const behind = await listen(one, narrowed)
    const before = await listen(other, narrowed)
    await send(key, 'seen by both')
    await world.as(other).logs.search({ query })
    await until(() => behind.entries.length === 1 && before.entries.length === 1)
    await new Promise((resolve) => setTimeout(resolve, 2500))
    for (const reader of [one, other]) {
      expect(await readingsOf(reader, key)).toMatchObject([{ after: query }])
    }
  })

  test('XC-12 a project is heard of all its apps, of those made while one listens too', async () => {
    const app = await acme.app()
    const { projectId } = app
    const first = await acme.key({ app })
    const neighbour = await acme.key()
    const owner = await acme.member()
    const other = await world.tenant('Elsewhere', { roles: ['owner'] })
    const heard = await listen(owner, { projectId })
    const narrowed = await listen(neighbour, { projectId })
    const stranger = await listen(await other.member(), { projectId })
    await send(first, 'one')
    const body = { projectId, name: 'Made later', environment: 'sandbox' } as const
    const second = await acme.key({ app: await world.as(owner).apps.create({ body }) })
    await send(neighbour, 'two')
    await send(second, 'three')
    await until(() => heard.entries.length >= 2)
    await new Promise((resolve) => setTimeout(resolve, 1200))
    expect(heard.entries.map(({ keyId }) => keyId).toSorted()).toEqual(
      [first.id, second.id].toSorted(),
    )
    expect([...narrowed.entries, ...stranger.entries]).toEqual([])
  })

  test('a filter with a text that no database holds is refused, as over HTTP', async () => {
    const owner = await acme.member()
    for (const filter of [
      { path: '/v1/\0' },
      { q: '"\0"' },
      { path: '/v1/\ud800' },
      { q: '\udc00' },
    ]) {
      const { accepted } = await listen(owner, filter as LogSearch)
      expect([filter, accepted]).toEqual([filter, false])
    }
  })

  test('another tenant hears nothing, and whoever lacks the scope is refused', async () => {
    const other = await world.tenant('Other', { roles: ['owner'] })
    const stranger = await listen(await other.member(), {})
    const analyst = await listen(await acme.member('analyst'), {})
    const wrong = await listen(await acme.member(), { status: 'odd' } as never)
    expect([stranger, analyst, wrong].map(({ accepted }) => accepted)).toEqual([true, false, false])
    const witness = await listen(await acme.member(), {})
    await send(await acme.key(), 'private')
    await until(() => witness.entries.length > 0)
    await new Promise((resolve) => setTimeout(resolve, 1200))
    expect(witness.entries.length).toBeGreaterThan(0)
    expect([...stranger.entries, ...analyst.entries]).toEqual([])
  })
})

describe('when there is too much', () => {
  const start = new Date('2026-11-21T10:00:00Z')

  /** A store of ids alone, newest last, as a plain object. */
  function fake() {
    const ids: string[] = []
    const store = {
      newest: async (_scope: Scope, _filter: LogSearch, _since: Date, limit: number) =>
        ids
          .toReversed()
          .slice(0, limit)
          .map((id) => ({ id }) as LogEntry),
      count: async (
        _scope: Scope,
        _filter: LogSearch,
        { after, before }: { after: string; before: string },
      ) => ids.filter((id) => id > after && id < before).length,
    } as unknown as LogStore
    const add = (count: number) => {
      // Within one millisecond no more than 2048 are sure to be in order.
      for (let i = 0; i < count; i += 1) {
        ids.push(uuidv7(new Date(start.getTime() + Math.floor(ids.length / 1000))))
      }
      ids.sort()
    }
    return { store, add }
  }

  const scope = { now: () => start } as Scope

  test('the newest are shown, the rest is counted, and nothing comes twice', async () => {
    const { store, add } = fake()
    const read = tailOf(store, {}, start)
    expect(await read(scope)).toBeNull()
    add(3)
    expect(await read(scope)).toMatchObject({ entries: { length: 3 }, dropped: 0 })
    expect(await read(scope)).toBeNull()
    add(150)
    expect(await read(scope)).toMatchObject({ entries: { length: 100 }, dropped: 50 })
    add(2000)
    expect(await read(scope)).toMatchObject({ entries: { length: 100 }, dropped: 1900 })
    expect(await read(scope)).toBeNull()
    add(1)
    expect(await read(scope)).toMatchObject({ entries: { length: 1 }, dropped: 0 })
  })
})
