import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { uuidv7 } from '../crypto/index.ts'
import { makeDue, missWorkers } from '../../testing/queue.ts'
import { bearer } from '../../testing/toy/principals.ts'
import { startToyProcessWorld } from '../../testing/toy/world.ts'
import type { ProcessWorld } from '../../testing/world.ts'

let world: ProcessWorld
const someone = bearer(uuidv7())
const writeLater = 'toy.write-later'

beforeAll(async () => {
  world = await startToyProcessWorld({ worker: true })
})
afterAll(() => world.stop())

const later = (told: object) => world.ask('/v1/doors/later', { as: someone, json: told })

async function countNotes(where: string, ...values: unknown[]): Promise<number> {
  const { rowCount } = await world.db.query(`select 1 from toy_notes where ${where}`, values)
  return rowCount ?? 0
}

async function until(found: () => Promise<boolean>, withinMs = 60_000): Promise<void> {
  const end = performance.now() + withinMs
  while (!(await found())) {
    if (performance.now() > end) throw new Error(`it never came: ${world.worker?.output()}`)
    await sleep(20)
  }
}

test('a job that a request has started is done, in the tenant that started it', async () => {
  const note = uuidv7()
  expect((await later({ note })).status).toBe(204)
  await until(async () => (await countNotes('id = $1', note)) === 1)
  const { rows } = await world.db.query('select actor from audit_entries where target = $1', [note])
  expect(rows).toMatchObject([
    { actor: { kind: 'system', id: 'toy.write-later', name: 'Sonaqor' } },
  ])
})

test('a job of a request that was refused is never done', async () => {
  const note = uuidv7()
  expect((await later({ note, outcome: 'refused' })).status).toBe(409)
  const { rowCount } = await world.db.query('select 1 from job_outbox')
  expect(rowCount).toBe(0)
  await sleep(300)
  expect(await countNotes('id = $1', note)).toBe(0)
})

test('a request starts no job of another tenant, and neither does its transaction', async () => {
  const tenantId = uuidv7()
  expect((await later({ note: uuidv7(), tenantId })).status).toBe(500)
  const app = new Client({ connectionString: world.appUrl })
  await app.connect()
  const start = (whose: string) =>
    app.query("insert into job_outbox (id, name, tenant_id, payload) values ($1, 'x', $2, '{}')", [
      uuidv7(),
      whose,
    ])
  await app.query("select set_config('app.tenant_id', $1, false)", [uuidv7()])
  await expect(start(tenantId)).rejects.toMatchObject({ code: '42501' })
  await app.query("select set_config('app.tenant_id', $1, false)", [tenantId])
  await start(tenantId)
  await app.end()
})

test('of two jobs with one key, one is waiting', async () => {
  const singleton = uuidv7()
  const notes = [uuidv7(), uuidv7()]
  await world.db.query(
    `insert into job_outbox (id, name, tenant_id, payload, start_at, singleton)
     select uuidv7(), 'toy.write-later', $1, jsonb_build_object('note', note, 'outcome', 'done'),
       null, $2 from unnest($3::text[]) note`,
    [tenantOf(someone.token), singleton, notes],
  )
  await until(async () => (await countNotes('id = any ($1)', notes)) === 1)
  await sleep(300)
  expect(await countNotes('id = any ($1)', notes)).toBe(1)
})

test('a job that fails leaves nothing behind and is tried again', async () => {
  const note = uuidv7()
  await later({ note, outcome: 'failed-once' })
  await until(async () => (await countNotes('text = $1', `attempted ${note}`)) === 1)
  expect(await countNotes('id = $1', note)).toBe(0)
  await until(() => isDone(note))
})

test('the worker changes no schema: its login may not', async () => {
  const { rows } = await world.db.query<{ may: boolean }>(
    "select has_schema_privilege('sonaqor_worker', 'pgboss', 'create') as may",
  )
  expect(rows).toEqual([{ may: false }])
  expect(world.worker?.output()).not.toContain('permission denied')
})

test('a job whose worker was killed in the middle is done by another one', async () => {
  const note = uuidv7()
  await later({ note, outcome: 'killed-once' })
  await until(async () => (await countNotes('text = $1', `attempted ${note}`)) === 1)
  await sleep(300)
  await missWorkers(world)
  await world.grow({ roles: 'worker' })
  await until(() => isDone(note), 120_000)
}, 150_000)

test('whoever dies at work is missed within half a minute', async () => {
  const { rows } = await world.db.query(
    'select distinct heartbeat_seconds from pgboss.queue where name = $1',
    [writeLater],
  )
  expect(rows).toEqual([{ heartbeat_seconds: 15 }])
})

/** Whether a job has left its note. What waits for its next try need not be waited for here. */
async function isDone(note: string): Promise<boolean> {
  await makeDue(world, writeLater)
  return (await countNotes('id = $1', note)) === 1
}

function tenantOf(token: string): string {
  const { tenantId } = JSON.parse(Buffer.from(token.slice(4), 'base64url').toString()) as {
    tenantId: string
  }
  return tenantId
}
