/** EM-11: what of logged requests a session with locked filters sees, in lists, in one, and live. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { LogEntry } from '@sonaqor/contract/logs'
import { io, type Socket } from 'socket.io-client'
import { createPartner, portal, type Partner } from '../../testing/partner.ts'
import { joinWorld } from '../../testing/shared-world.ts'
import type { Holder } from '../../testing/transport.ts'
import { until } from '../../testing/until.ts'
import type { World } from '../../testing/world.ts'

let world: World
let partner: Partner
let sender: Holder
let open: Holder
let locked: Holder
const sockets: Socket[] = []

const scopes = ['logs:read', 'customers:read']
const secretPaths = [
  '/v1/customers/VICTIM-77',
  '/v1/customers/VICTIM-77/notes/VICTIM-78',
  '/v1/transactions/VICTIM-79',
  '/v1//Customers/VICTIM-80',
  '/v1/customers%2FVICTIM-81',
]

beforeAll(async () => {
  world = await joinWorld()
  partner = await createPartner(world)
  sender = await partner.tenant.key({ app: partner.app })
  await send()
  open = await partner.enter({ scopes })
  locked = await partner.enter({ scopes, filters: { externalIds: ['only-me'] } })
})
afterAll(async () => {
  for (const socket of sockets) socket.disconnect()
  await world.stop()
})

/** Asks of each secret path, and of one that is none, as the partner's server. */
async function send() {
  for (const path of [...secretPaths, '/v1/keys']) {
    await world.ask(path, { as: sender })
  }
}

const ask = (path: string, as: Holder) => world.ask(path, { as, headers: { origin: portal } })
async function listed(as: Holder, query: Record<string, string> = {}): Promise<LogEntry[]> {
  const answer = await ask(`/v1/logs?${new URLSearchParams({ limit: '100', ...query })}`, as)
  return ((await answer.json()) as { data: LogEntry[] }).data
}
const pathsOf = (entries: readonly LogEntry[]) => entries.map(({ path }) => path)

describe('EM-11: a locked session', () => {
  test('sees the ids in the paths of nobody, neither listed nor in one', async () => {
    const all = await listed(open)
    for (const path of secretPaths) expect(pathsOf(all)).toContain(path)
    const held = await listed(locked)
    expect(pathsOf(held)).toEqual(
      expect.arrayContaining(['/v1/customers/…', '/v1/transactions/…', '/v1/keys']),
    )
    for (const { id } of all) {
      const answer = await ask(`/v1/logs/${id}`, locked)
      expect(await answer.text()).not.toContain('VICTIM')
    }
    expect(JSON.stringify(held)).not.toContain('VICTIM')
  })

  test('finds nobody by a path: neither one that is there nor a part of it', async () => {
    for (const path of [...secretPaths, '/v1/customers/V', '/v1/transactions/VICTIM-7']) {
      expect([path, await listed(locked, { path })]).toEqual([path, []])
      expect((await listed(open, { path })).length).toBeGreaterThan(0)
    }
    for (const path of ['/v1/cust', '/v1/customers', '/v1/customers/', '/v1/customers/…']) {
      expect([path, (await listed(locked, { path })).length]).toEqual([path, 3])
    }
    expect(pathsOf(await listed(locked, { path: '/v1/keys' }))).toEqual(['/v1/keys'])
  })

  test('sees no request that opened a session, which says what it is locked to', async () => {
    const path = '/v1/embed-sessions'
    const all = await listed(open, { path })
    expect(all.length).toBeGreaterThan(0)
    expect(await listed(locked, { path })).toEqual([])
    expect(pathsOf(await listed(locked)).filter((one) => one.startsWith(path))).toEqual([])
    for (const { id } of all) {
      expect((await ask(`/v1/logs/${id}`, locked)).status).toBe(404)
    }
  })

  test('is told live of the same', async () => {
    const [ofOpen, ofLocked] = [await follow(open), await follow(locked)]
    await partner.open()
    await send()
    await until(() => [ofOpen, ofLocked].every((paths) => paths.includes('/v1/keys')))
    for (const path of [...secretPaths, '/v1/embed-sessions']) expect(ofOpen).toContain(path)
    expect(new Set(ofLocked)).toEqual(
      new Set(['/v1/customers/…', '/v1/Customers/…', '/v1/transactions/…', '/v1/keys']),
    )
  })
})

/** Follows the live tail as a page does. */
async function follow(holder: Holder) {
  const socket = io(world.servers[1]!.url, {
    path: '/live',
    transports: ['websocket'],
    auth: { token: holder.token },
    extraHeaders: { origin: portal },
  })
  sockets.push(socket)
  const paths: string[] = []
  socket.on('logs', (batch: { entries: LogEntry[] }) => paths.push(...pathsOf(batch.entries)))
  await new Promise((resolve) => socket.once('connect', () => resolve(null)))
  expect(await new Promise((resolve) => socket.emit('tail', {}, resolve))).toBe(true)
  return paths
}
