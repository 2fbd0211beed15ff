import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { setTimeout as sleep } from 'node:timers/promises'
import { uuidv7 } from '../crypto/index.ts'
import { bearer } from '../../testing/toy/principals.ts'
import { startToyWorld } from '../../testing/toy/world.ts'
import { until } from '../../testing/until.ts'
import type { World } from '../../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await startToyWorld({ worker: true })
})
afterAll(() => world.stop())

/** Writes a note that the toy's reader will hear of; returns its id. */
async function write(tenantId: string, text: string): Promise<string> {
  const json = { appId: uuidv7(), environment: 'sandbox', text }
  const response = await world.ask('/v1/notes', { as: bearer(tenantId), json })
  return ((await response.json()) as { id: string }).id
}

/** The notes that the reader has heard of, in the order in which it did. */
async function heard(tenantId: string): Promise<string[]> {
  const { rows } = await world.db.query<{ app_id: string }>(
    "select app_id from toy_notes where tenant_id = $1 and text like 'heard%' order by id",
    [tenantId],
  )
  return rows.map((row) => row.app_id)
}

test('a reader hears every event once, in the order of the commits, and in its tenant', async () => {
  const tenantId = uuidv7()
  const written: string[] = []
  for (let i = 0; i < 5; i += 1) written.push(await write(tenantId, `hear ${i}`))
  await until(async () => (await heard(tenantId)).length >= 5)
  await sleep(300)
  expect(await heard(tenantId)).toEqual(written)
})

test('a reader hears nothing of what the house tells itself', async () => {
  const tenantId = uuidv7()
  await world.ask('/v1/doors/end', { as: bearer(tenantId), json: { id: uuidv7() } })
  const note = await write(tenantId, 'hear')
  await until(async () => (await heard(tenantId)).length > 0)
  expect(await heard(tenantId)).toEqual([note])
})

test('an event that cannot be taken holds up its own tenant alone, and loses nothing', async () => {
  const [stuck, other] = [uuidv7(), uuidv7()]
  const before = await write(stuck, 'hear before')
  const wrong = await write(stuck, 'hear this wrong')
  const after = await write(stuck, 'hear after')
  const elsewhere = await write(other, 'hear elsewhere')
  await until(async () => (await heard(other)).length > 0)
  expect(await heard(other)).toEqual([elsewhere])

  const attempts = async () => {
    const { rows } = await world.db.query<{ attempts: number }>(
      'select attempts from event_reader_delays where reader = $1 and tenant_id = $2',
      ['toy', stuck],
    )
    return rows[0]?.attempts ?? 0
  }
  await until(async () => (await attempts()) >= 2)
  expect(await heard(stuck)).toEqual([before])

  await world.db.query(`update events set data = '{"text": "hear it mended"}' where ref @> $1`, [
    { noteId: wrong },
  ])
  await until(async () => (await heard(stuck)).length >= 3)
  expect(await heard(stuck)).toEqual([before, wrong, after])
  expect(await attempts()).toBe(0)
})

test('of those that were put off each is read to by itself: what one locks, no other keeps locked', async () => {
  const [first, second] = [uuidv7(), uuidv7()]
  const notes = [await write(first, 'hear this wrong'), await write(second, 'hear this wrong')]
  const putOff = async () => {
    const { rows } = await world.db.query(
      'select from event_reader_delays where tenant_id = any($1)',
      [[first, second]],
    )
    return rows.length
  }
  await until(async () => (await putOff()) === 2)
  const again = 'update event_reader_delays set retry_at = $2 where tenant_id = $1'
  const soon = Date.now() + 1500
  await world.db.query(again, [first, new Date(soon + 60_000)])
  await world.db.query(again, [second, new Date(soon)])
  const mended = `update events set data = '{"text": "hear it mended"}' where ref ->> 'noteId' = any($1)`
  await world.db.query(mended, [notes])
  const holder = await world.db.connect()
  try {
    await holder.query('begin')
    await holder.query('select from event_reader_delays where tenant_id = $1 for update', [second])
    await world.db.query(again, [first, new Date(soon - 1)])
    await until(async () => (await heard(first)).length > 0)
    expect(await heard(second)).toEqual([])
  } finally {
    await holder.query('rollback')
    holder.release()
  }
  await until(async () => (await heard(second)).length > 0)
  expect(await putOff()).toBe(0)
})
