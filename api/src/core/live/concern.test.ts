/** Events that concern some of those who hold their scope: who is told, and who is not, on every way. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { setTimeout as sleep } from 'node:timers/promises'
import { uuidv7 } from '../crypto/index.ts'
import { listenAt, type Listener, type ListenOptions } from '../../testing/listener.ts'
import { bearer } from '../../testing/toy/principals.ts'
import { startToyWorld } from '../../testing/toy/world.ts'
import type { Holder } from '../../testing/transport.ts'
import type { World } from '../../testing/world.ts'

let world: World
let tenantId: string
const open: Listener[] = []

beforeAll(async () => {
  world = await startToyWorld({ processes: 2 })
})
beforeEach(() => {
  tenantId = uuidv7()
})
afterAll(async () => {
  open.forEach((listener) => listener.close())
  await world.stop()
})

async function listen(as: Holder, server = 0, options: ListenOptions = {}): Promise<Listener> {
  const listener = await listenAt(world.servers[server]!.url, as, options)
  open.push(listener)
  return listener
}

/** As many of them as are named, in one batch; a note follows that everybody hears of. */
async function confide(refs: readonly object[]): Promise<string> {
  await world.db.query(
    `insert into events (tenant_id, environment, id, type, ref, data, at)
     select $1, 'sandbox', uuidv7(), 'projects.confided', ref, '{}', now()
     from jsonb_array_elements($2::jsonb) ref`,
    [tenantId, JSON.stringify(refs)],
  )
  const json = { appId: uuidv7(), environment: 'sandbox', text: 'x' }
  const response = await world.ask('/v1/notes', { as: bearer(tenantId), json })
  return ((await response.json()) as { id: string }).id
}

const idsOf = ({ events }: Listener) => events.map(({ ref }) => ref['noteId'])

/** One of each: whose it is, and with which scope one is concerned as well. */
function refsFor(ids: readonly string[], scope: string) {
  return ids.map((madeBy) => ({ noteId: uuidv7(), madeBy, scope }))
}

const hasHeard = (listener: Listener, id: string) =>
  listener.until(() => idsOf(listener).includes(id))

test('XC-5: they reach whom they concern at every process, and whoever holds the scope that they name', async () => {
  const scopes = ['projects:read']
  const [ada, bo] = [bearer(tenantId, { scopes }), bearer(tenantId, { scopes })]
  const auditor = bearer(tenantId, { scopes: ['projects:read', 'audit:read'] })
  const [here, there] = [await listen(ada, 0), await listen(ada, 1)]
  const [other, all] = [await listen(bo, 1), await listen(auditor, 1)]
  const refs = refsFor([ada.id, bo.id, ada.id, uuidv7()], 'audit:read')
  const last = await confide(refs)
  for (const listener of [here, there, other, all]) await hasHeard(listener, last)
  const [first, second, third] = refs.map(({ noteId }) => noteId)
  expect(idsOf(here)).toEqual([first, third, last])
  expect(idsOf(there)).toEqual([first, third, last])
  expect(idsOf(other)).toEqual([second, last])
  expect(idsOf(all)).toEqual([...refs.map(({ noteId }) => noteId), last])
})

test('XC-5: nobody is concerned without the scope to hear of it at all, nor by one that says nobody', async () => {
  const ada = bearer(tenantId, { scopes: ['keys:read'] })
  const [deaf, all] = [await listen(ada), await listen(bearer(tenantId))]
  const [ofAda] = refsFor([ada.id], 'audit:read')
  const last = await confide([ofAda!, { noteId: uuidv7() }])
  await hasHeard(all, last)
  await sleep(600)
  expect(idsOf(deaf)).toEqual([])
  expect(idsOf(all)).toEqual([ofAda!.noteId, last])
})

test('XC-5: after a loss, nobody is told what concerned others, and what lies far back is one’s own', async () => {
  const scopes = ['projects:read']
  const [ada, bo] = [bearer(tenantId, { scopes }), bearer(tenantId, { scopes })]
  const refs = refsFor([ada.id, bo.id], 'audit:read')
  const between = await confide(refs)
  const back = await listen(ada, 1, { since: 0 })
  await hasHeard(back, between)
  expect(idsOf(back)).toEqual([refs[0]!.noteId, between])

  const last = await confide(
    refsFor(
      Array.from({ length: 2100 }, () => bo.id),
      'audit:read',
    ),
  )
  await hasHeard(back, last)
  expect(idsOf(await listen(ada, 0, { since: 0 }))).toEqual([refs[0]!.noteId, between, last])
})

test('XC-5: a socket that takes a newer token is concerned by what that one may hear of', async () => {
  const told = { kind: 'key', id: uuidv7() }
  const less = bearer(tenantId, { ...told, scopes: ['projects:read'] })
  const more = bearer(tenantId, { ...told, scopes: ['projects:read', 'audit:read'] })
  const listener = await listen(more)
  const first = refsFor([uuidv7()], 'audit:read')
  const seen = await confide(first)
  await hasHeard(listener, seen)
  expect(await listener.socket.emitWithAck('renew', less.token)).toBe(true)
  const last = await confide(refsFor([uuidv7()], 'audit:read'))
  await hasHeard(listener, last)
  expect(idsOf(listener)).toEqual([first[0]!.noteId, seen, last])
})
