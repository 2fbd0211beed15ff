import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { uuidv7 } from '../crypto/index.ts'
import { holdRequests } from '../../testing/toy/hold.ts'
import { bearer } from '../../testing/toy/principals.ts'
import { startToyProcessWorld } from '../../testing/toy/world.ts'
import type { Ask, Holder } from '../../testing/transport.ts'
import type { ProcessWorld } from '../../testing/world.ts'

let world: ProcessWorld
const tenantId = uuidv7()
const someone = bearer(tenantId)
const note = { appId: uuidv7(), environment: 'sandbox', text: 'Hello' }

beforeAll(async () => {
  world = await startToyProcessWorld({ processes: 2 })
})
afterAll(() => world.stop())

interface Send extends Ask {
  readonly server?: number
  readonly to?: string
}

async function send(key: string, json: object = note, options: Send = {}) {
  const { to = '/v1/notes', as = someone, headers, ...rest } = options
  const sent = { 'idempotency-key': key, ...(headers as Record<string, string> | undefined) }
  const response = await world.ask(to, { as, json, headers: sent, ...rest })
  const replayed = response.headers.get('idempotency-replayed') === 'true'
  return { status: response.status, replayed, body: (await response.json()) as { id?: string } }
}

const misbehave = (key: string, how: string, note_: string, options: Send = {}) =>
  send(key, { how, note: note_ }, { to: '/v1/notes/misbehave', ...options })

const at = (hours: number) => ({
  headers: { 'sonaqor-now': new Date(Date.now() + hours * 3_600_000).toISOString() },
})

async function countOf(query: string, ...values: unknown[]): Promise<number> {
  const { rows } = await world.db.query<{ count: string }>(`select count(*) from ${query}`, values)
  return Number(rows[0]?.count)
}

describe('a write that is sent again with its Idempotency-Key', () => {
  test('is done once, and answered the same in every process', async () => {
    const key = uuidv7()
    const first = await send(key)
    const second = await send(key, note, { server: 1 })
    expect(first).toMatchObject({ status: 201, replayed: false })
    expect(second).toEqual({ ...first, replayed: true })
    expect(await countOf('toy_notes where id = $1', first.body.id)).toBe(1)
  })

  test('is known bare and as a structured string', async () => {
    const key = uuidv7()
    const first = await send(`"${key}"`)
    expect(await send(key)).toEqual({ ...first, replayed: true })
  })

  test('is refused when it says something else', async () => {
    const key = uuidv7()
    await send(key)
    const other = await send(key, { ...note, text: 'Other' })
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency-mismatch' } })
  })

  test('is another write when another principal sends it', async () => {
    const key = uuidv7()
    const first = await send(key)
    const colleague = await send(key, note, { as: bearer(tenantId) })
    expect(colleague).toMatchObject({ status: 201, replayed: false })
    expect(colleague.body.id).not.toBe(first.body.id)
  })

  test('is refused as running while the first one is, and answered after it', async () => {
    const [key, id] = [uuidv7(), uuidv7()]
    const held = await holdRequests(world.db)
    const first = misbehave(key, 'wait', id)
    await held.arrived()
    const meanwhile = await misbehave(key, 'wait', id, { server: 1 })
    await held.letGo()
    expect(meanwhile).toMatchObject({ status: 409, body: { code: 'conflict' } })
    const done = await first
    expect(done.status).toBe(200)
    expect(await misbehave(key, 'wait', id, { server: 1 })).toEqual({ ...done, replayed: true })
  })

  test('is done once however many send it at once', async () => {
    const key = uuidv7()
    const text = `crowd ${key.slice(0, 8)}`
    const crowd = Array.from({ length: 20 }, (_, i) =>
      send(key, { ...note, text }, { server: i % 2 }),
    )
    const statuses = (await Promise.all(crowd)).map(({ status }) => status)
    expect(statuses.every((status) => status === 201 || status === 409)).toBe(true)
    expect(await countOf('toy_notes where text = $1', text)).toBe(1)
  })

  test('is answered with the first refusal, which left nothing behind', async () => {
    const [key, id] = [uuidv7(), uuidv7()]
    const first = await misbehave(key, 'refuse', id)
    expect(first).toMatchObject({ status: 409, replayed: false })
    expect(await misbehave(key, 'refuse', id, { server: 1 })).toEqual({ ...first, replayed: true })
    expect(await countOf('toy_notes where id = $1', id)).toBe(0)
    expect(await countOf('audit_entries where target = $1', id)).toBe(0)
  })

  test('may try again after a fault of ours', async () => {
    const [key, id] = [uuidv7(), uuidv7()]
    for (const _ of [1, 2]) {
      expect(await misbehave(key, 'crash', id)).toMatchObject({ status: 500, replayed: false })
    }
  })

  test('is forgotten after a day', async () => {
    const key = uuidv7()
    const first = await send(key)
    expect(await send(key, note, at(23.9))).toEqual({ ...first, replayed: true })
    expect(await send(key, note, at(24.1))).toMatchObject({ status: 201, replayed: false })
  })
})

test('a process that dies in the middle leaves its key free, and nothing else', async () => {
  const lone = await world.grow()
  const server = world.servers.indexOf(lone)
  const [key, id] = [uuidv7(), uuidv7()]
  await expect(misbehave(key, 'die', id, { server })).rejects.toThrow()
  expect(await countOf('toy_notes where id = $1', id)).toBe(0)
  const again = await misbehave(key, 'refuse', id)
  expect(again).toMatchObject({ status: 409, body: { detail: 'Not today.' } })
})

test('XC-8 a process that dies after its commit and before its answer has left has done it, once and for good', async () => {
  const key = uuidv7()
  const lone = await world.grow({ env: { TOY_DIES_BEFORE_ANSWERING: key } })
  const server = world.servers.indexOf(lone)
  const text = `dies with ${key}`
  await expect(send(key, { ...note, text }, { server })).rejects.toThrow()
  await lone.ended
  const { rows } = await world.db.query<{ id: string }>(
    'select id from toy_notes where text = $1',
    [text],
  )
  expect(rows).toHaveLength(1)
  const [written] = rows
  for (const survivor of [0, 1]) {
    const again = await send(key, { ...note, text }, { server: survivor })
    expect(again).toMatchObject({ status: 201, replayed: true, body: { id: written!.id, text } })
  }
  expect(await countOf('toy_notes where text = $1', text)).toBe(1)
  expect(await countOf('audit_entries where target = $1', written!.id)).toBe(1)
  expect(await countOf(`events where ref ->> 'noteId' = $1`, written!.id)).toBe(1)
})

test('XC-8 what steps aside in the middle is done once, however many send it at once', async () => {
  const [key, appId] = [uuidv7(), uuidv7()]
  const ponder = (server: number) => send(key, { note: appId }, { to: '/v1/notes/ponder', server })
  const crowd = await Promise.all(
    Array.from({ length: 6 }, async (_, n) => {
      await new Promise((resolve) => setTimeout(resolve, n * 100))
      return ponder(n % 2)
    }),
  )
  expect(crowd.every(({ status }) => status === 200 || status === 409)).toBe(true)
  expect(await countOf('toy_notes where app_id = $1', appId)).toBe(1)
  const [once, again] = [await ponder(0), await ponder(1)]
  expect([once, again]).toEqual([{ ...once, status: 200, replayed: true }, once])
  const ids = crowd.filter(({ status }) => status === 200).map(({ body }) => body.id)
  expect(new Set([...ids, once.body.id]).size).toBe(1)
})

test('a kept answer cannot be read from the database, not even with its secrets', async () => {
  const key = uuidv7()
  const holder: Holder = someone
  const ask = () =>
    world.ask('/v1/notes/whisper', {
      as: holder,
      method: 'POST',
      headers: { 'idempotency-key': key },
    })
  const { secret } = (await (await ask()).json()) as { secret: string }
  expect(await (await ask()).json()).toEqual({ secret })
  const { rows } = await world.db.query<{ sealed_answer: Buffer; key_hash: Buffer }>(
    'select sealed_answer, key_hash from idempotent_answers',
  )
  for (const row of rows) {
    expect(row.sealed_answer.includes(secret)).toBe(false)
    expect(row.key_hash.includes(key)).toBe(false)
  }
})
