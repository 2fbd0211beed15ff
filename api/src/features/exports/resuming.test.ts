/** LG-8: an export of any size is never cut: not by its size, by a crash, by a cancel, or by who changes it. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { until } from '../../testing/until.ts'
import type { ProcessWorld } from '../../testing/world.ts'
import { closed, ExportWorld, filled, sequencesIn, sha256 } from '../../testing/export-world.ts'

let of: ExportWorld<ProcessWorld>

beforeAll(async () => {
  of = await ExportWorld.startApart()
})
beforeEach(() => of.begin())
afterAll(() => of?.stop())

test('20,000 rows go through in pieces of 1,000, none twice and none left out', async () => {
  await of.fill(20_000)
  const job = await of.made({ of: 'audit', format: 'csv', filter: { action: 'keys.made-up' } })
  expect(job).toMatchObject({ state: 'done', done: 20_000, total: 20_000 })
  const sequences = sequencesIn(await of.download(job.id))
  expect(sequences).toEqual(filled(20_000))
  const { rows } = await of.world.db.query<{ most: number; pieces: number }>(
    `select max(rows)::integer as most, count(*)::integer as pieces from export_pieces
     where job_id = $1`,
    [job.id],
  )
  // The last one is the closing line.
  expect(rows).toEqual([{ most: 1000, pieces: 21 }])
})

test('LG-8 what is read once more in many steps is found whole, and a change behind the first of them too', async () => {
  await of.fill(70_000)
  const body = { of: 'audit', format: 'jsonl', filter: { action: 'keys.made-up' } } as const
  const job = await of.made(body)
  const file = await of.download(job.id)
  expect(job.file).toMatchObject({ bytes: file.length, sha256: sha256(file) })
  // As it was when all was written and the first of it read once more.
  await of.world.db.query(
    `update jobs set state = 'cancelled', result = null, file = null where id = $1`,
    [job.id],
  )
  await of.world.db.query(
    `delete from export_pieces where job_id = $1
     and piece = (select (place->>'pieces')::integer from jobs where id = $1)`,
    [job.id],
  )
  const { rows } = await of.world.db.query<{ checked: number }>(
    `select (place->'reread'->>'pieces')::integer as checked from jobs where id = $1`,
    [job.id],
  )
  expect(rows[0]!.checked).toBeGreaterThan(0)
  await of.world.db.query(
    `update file_chunks set bytes = set_byte(bytes, 40, get_byte(bytes, 40) # 1)
     where file_id = (select file_id from export_pieces where job_id = $1
       order by piece desc limit 1)`,
    [job.id],
  )
  await of.api.jobs.resume({ params: { id: job.id } })
  expect(await of.ended(job.id)).toMatchObject({ state: 'failed', failure: { code: 'damaged' } })
})

test('a worker that is killed midway takes nothing with it: another one goes on', async () => {
  await of.fill(12_000)
  const doomed = await of.world.grow({ roles: 'worker' })
  await of.world.worker!.stop()
  const { id } = await of.api.exports.start({
    body: { of: 'audit', format: 'csv', filter: { action: 'keys.made-up' } },
  })
  await until(async () => (await of.show(id)).done >= 2000)
  await doomed.kill()
  const { state, done } = await of.show(id)
  expect(state).toBe('running')
  expect(done).toBeLessThan(12_000)
  await of.world.grow({ roles: 'worker' })
  const job = await of.ended(id, 110_000)
  expect(job).toMatchObject({ state: 'done', done: 12_000 })
  const bytes = await of.download(id)
  expect(sequencesIn(bytes)).toEqual(filled(12_000))
  expect(job.file!.sha256).toBe(sha256(bytes))
  const { body, manifest } = closed(bytes)
  const counted = { entries: 12_000, first: 1001, last: 13_000 }
  expect(manifest).toMatchObject({ ...counted, sha256: sha256(body), at: job.at })
}, 240_000)

test('XC-12: it is cancelled at once, and resumed where it stopped', async () => {
  await of.fill(8000)
  const { id } = await of.api.exports.start({ body: { of: 'audit', format: 'jsonl' } })
  await until(async () => (await of.show(id)).done > 0)
  const cancelled = await of.api.jobs.cancel({ params: { id } })
  expect(cancelled.state).toBe('cancelled')
  await new Promise((resolve) => setTimeout(resolve, 1500))
  expect(await of.show(id)).toMatchObject({ state: 'cancelled', done: cancelled.done })
  const resumed = await of.api.jobs.resume({ params: { id } })
  expect(resumed).toMatchObject({ state: 'queued', done: cancelled.done })
  expect((await of.ended(id)).state).toBe('done')
  const { body, manifest } = closed(await of.download(id))
  const lines = body.toString().trimEnd().split('\n')
  const sequences = lines.map((line) => (JSON.parse(line) as { sequence: number }).sequence)
  expect(new Set(sequences).size).toBe(sequences.length)
  expect(sequences.length).toBeGreaterThan(8000)
  expect(manifest).toMatchObject({ entries: sequences.length, sha256: sha256(body), whole: true })
})

test('what was changed where it lies is found before it is done, and when it is downloaded', async () => {
  const job = await of.made({ of: 'audit' })
  await of.world.db.query(
    `update file_chunks set bytes = set_byte(bytes, 40, get_byte(bytes, 40) # 1)
     where file_id = (select file_id from export_pieces where job_id = $1 limit 1)`,
    [job.id],
  )
  await expect(of.download(job.id)).rejects.toThrow()
  // As it was before it was done: whatever ends a file commits with its closing line.
  await of.world.db.query(
    `update jobs set state = 'cancelled', result = null, file = null where id = $1`,
    [job.id],
  )
  await of.world.db.query(
    `delete from export_pieces where job_id = $1
     and piece = (select (place->>'pieces')::integer from jobs where id = $1)`,
    [job.id],
  )
  await of.api.jobs.resume({ params: { id: job.id } })
  const failed = await of.ended(job.id)
  expect(failed).toMatchObject({ state: 'failed', failure: { code: 'damaged' }, file: null })
  expect(failed.failure!.requestId).toMatch(/\S/)
  await of.api.jobs.retry({ params: { id: job.id } })
  const again = await of.ended(job.id)
  expect(again.state).toBe('done')
  expect(sha256(await of.download(job.id))).toBe(again.file!.sha256)
})
