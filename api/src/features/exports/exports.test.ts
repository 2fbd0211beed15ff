/** LG-8, XC-12: an export is what its manifest says, for whoever may have it, and for seven days. */
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { contractVersion } from '@sonaqor/contract/version'
import { resealSome } from '../../core/crypto/index.ts'
import { until } from '../../testing/until.ts'
import { exportWork } from './export-work.ts'
import { closed, ExportWorld, sha256 } from '../../testing/export-world.ts'
import { deleteExpired } from './exports.service.ts'
import { sealedPieces } from './pieces.ts'

let of: ExportWorld

beforeAll(async () => {
  of = await ExportWorld.start()
})
beforeEach(() => of.begin())
afterAll(() => of?.stop())

async function actions(): Promise<{ action: string; after: Record<string, unknown> }[]> {
  const { rows } = await of.world.db.query<{ action: string; after: Record<string, unknown> }>(
    `select action, after from audit_entries
     where tenant_id = $1 and area in ('exports', 'jobs') order by sequence`,
    [of.tenant.id],
  )
  return rows
}

describe('who may not', () => {
  test('whoever lacks the scope of what is exported is told which one', async () => {
    const developer = of.world.as(await of.tenant.member('developer'))
    await expect(developer.exports.start({ body: { of: 'audit' } })).rejects.toMatchObject({
      problem: { status: 403, scope: 'audit:read' },
    })
  })

  test('it is seen by its maker and whoever holds the scope, and by no other', async () => {
    const { id } = await of.made({ of: 'audit', format: 'jsonl' })
    const developer = of.world.as(await of.tenant.member('developer'))
    await expect(developer.jobs.show({ params: { id } })).rejects.toMatchObject({
      problem: { status: 404 },
    })
    expect((await developer.jobs.list()).data).toEqual([])
    const stranger = await (await of.world.tenant('Elsewhere', { roles: ['owner'] })).member()
    expect((await of.world.ask(`/v1/exports/${id}/file`, { as: stranger })).status).toBe(404)
  })

  test('a key exports its own app, and sees neither other apps nor what members have started', async () => {
    const app = await of.tenant.app('sandbox')
    const key = await of.tenant.key({ app })
    const other = await of.tenant.key({ environment: 'sandbox' })
    await of.world.as(key).customers.ingest({ body: { externalId: 'c1', name: 'Ada' } })
    const { id } = await of.world.as(key).exports.start({ body: { of: 'audit', format: 'jsonl' } })
    const job = await of.ended(id)
    expect(job).toMatchObject({ state: 'done', environment: 'sandbox', appId: app.id })
    const { body, manifest } = closed(await of.download(id))
    const lines = body.toString().trimEnd().split('\n')
    const entries = lines.map((line) => JSON.parse(line) as { appId: string; action: string })
    expect(manifest).toMatchObject({ whole: false, entries: entries.length })
    expect(entries.map(({ action }) => action)).toContain('customers.ingested')
    expect(new Set(entries.map(({ appId }) => appId))).toEqual(new Set([app.id]))
    const mine = await of.made({ of: 'audit' })
    for (const holder of [key, other]) {
      const { data } = await of.world.as(holder).jobs.list()
      expect(data.map((one) => one.id)).toEqual(holder === key ? [id] : [])
      const asked = of.world.as(holder).exports.show({ params: { id: mine.id } })
      await expect(asked).rejects.toMatchObject({ problem: { status: 404 } })
    }
  })

  test('whoever has lost the scope since sees that there is one, and does not get it', async () => {
    const { id } = await of.made({ of: 'audit' })
    await of.world.db.query(
      `update members set role = 'analyst' where tenant_id = $1 and id = $2`,
      [of.tenant.id, of.owner.id],
    )
    expect((await of.show(id)).state).toBe('done')
    const answer = await of.world.ask(`/v1/exports/${id}/file`, { as: of.owner })
    expect([answer.status, await answer.json()]).toEqual([
      403,
      expect.objectContaining({ scope: 'audit:read' }),
    ])
  })
})

describe('what is refused', () => {
  test('a sixth at once, until one of them is over', async () => {
    await of.world.db.query(
      `insert into jobs (tenant_id, id, kind, scope, about, made_by_kind, made_by, made_by_name,
         request_id, params, unit, state, turn, at, moved_at)
       select $1, gen_random_uuid(), 'exports', 'audit:read', '{}', 'member', $2, '', '', '{}', 'rows',
         'queued', gen_random_uuid(), now(), now() from generate_series(1, 5)`,
      [of.tenant.id, of.owner.id],
    )
    const start = () => of.api.exports.start({ body: { of: 'audit' } })
    await expect(start()).rejects.toMatchObject({ problem: { status: 409 } })
    const { data } = await of.api.jobs.list({ query: { state: 'queued' } })
    await of.api.jobs.cancel({ params: { id: data[0]!.id } })
    // None that is started here comes to its end meanwhile.
    const held = await of.world.db.connect()
    await held.query('begin; lock table export_pieces in share mode')
    const results = await Promise.allSettled([start(), start(), start()])
    await held.query('rollback')
    held.release()
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test('an environment that a key does not see, and a download before there is a file', async () => {
    const key = await of.tenant.key({ environment: 'sandbox' })
    const body = { of: 'audit', filter: { environment: 'production' } } as const
    await expect(of.world.as(key).exports.start({ body })).rejects.toMatchObject({
      problem: { status: 422 },
    })
    const { id } = await of.api.exports.start({ body: { of: 'audit' } })
    await of.api.jobs.cancel({ params: { id } }).catch(() => undefined)
    const job = await of.ended(id)
    const answer = await of.world.ask(`/v1/exports/${id}/file`, { as: of.owner })
    expect(answer.status).toBe(job.state === 'done' ? 200 : 409)
  })

  test('more than an export holds, in words and with the request that asked for it', async () => {
    await of.fill(10)
    const work = exportWork(100)
    const params = { of: 'audit', format: 'csv', filter: {} } as const
    const madeBy = { kind: 'member', id: of.owner.id, name: '' } as const
    const { id } = await of.api.exports.start({ body: { of: 'audit' } })
    await of.ended(id)
    const task = {
      id,
      params: { ...params, columns: ['sequence', 'at', 'action', 'id'] },
      madeBy,
      askedAt: new Date(),
    }
    const failing = of.within(async (scope) => {
      const step = await work.step(scope, { ...task, place: null })
      if (!('place' in step)) throw new Error('it was over at once')
      await work.step(scope, { ...task, place: step.place })
    })
    await expect(failing).rejects.toMatchObject({ failure: { code: 'too-large' } })
  })
})

describe('what happens', () => {
  test('LG-8: the file is what its manifest says', async () => {
    await of.tenant.key({ label: '=HYPERLINK("https://evil.test")' })
    const job = await of.made({ of: 'audit', format: 'csv', filter: { area: 'keys' } })
    expect(job).toMatchObject({
      kind: 'exports',
      about: { of: 'audit', format: 'csv' },
      state: 'done',
      stage: 'checking',
      done: 1,
      total: 1,
      madeBy: { kind: 'member', id: of.owner.id },
    })
    const bytes = await of.download(job.id)
    expect(job.file).toMatchObject({ bytes: bytes.length, sha256: sha256(bytes) })
    const manifest = await of.api.exports.show({ params: { id: job.id } })
    expect(manifest).toMatchObject({
      of: 'audit',
      filter: { area: 'keys' },
      rows: 1,
      bytes: bytes.length,
      sha256: sha256(bytes),
      contract: contractVersion,
      madeBy: { id: of.owner.id },
    })
    expect(bytes.toString().startsWith(`${manifest.columns.join(',')}\r\n`)).toBe(true)
  })

  test.each(['csv', 'jsonl'] as const)(
    'XC-4 as %s it is to the byte what is sent at once, closing line and all',
    async (format) => {
      await of.tenant.key({ label: '=HYPERLINK("https://evil.test")' })
      const job = await of.made({ of: 'audit', format, filter: { area: 'keys' } })
      const made = closed(await of.download(job.id))
      const path = `/v1/audit/export?format=${format}&area=keys`
      const answer = await of.world.ask(path, { as: of.owner })
      const sent = closed(Buffer.from(await answer.arrayBuffer()))
      expect(made.body.equals(sent.body)).toBe(true)
      expect(made.manifest).toEqual({ ...sent.manifest, at: job.at })
      expect(made.manifest).toMatchObject({ entries: 1, sha256: sha256(made.body) })
    },
  )

  test('nothing of it lies open, and it opens again under a key that replaced its own', async () => {
    const { id, file } = await of.made({ of: 'audit', format: 'jsonl' })
    const { rows } = await of.world.db.query<{ bytes: Buffer }>(
      `select c.bytes from file_chunks c join export_pieces using (file_id) where job_id = $1`,
      [id],
    )
    expect(rows).not.toEqual([])
    for (const { bytes } of rows) expect(bytes.toString('latin1')).not.toContain('sequence')
    await of.within((scope) => resealSome(scope, of.foundation.vault, sealedPieces, { now: true }))
    expect(sha256(await of.download(id))).toBe(file!.sha256)
  })

  test('after seven days its file is gone, and that there was one is still known', async () => {
    const { id } = await of.made({ of: 'audit' })
    await of.world.db.query(
      `update jobs set finished_at = finished_at - interval '8 days',
         file = file || '{"expiresAt": "2026-01-01T00:00:00.000Z"}' where id = $1`,
      [id],
    )
    expect((await of.world.ask(`/v1/exports/${id}/file`, { as: of.owner })).status).toBe(404)
    const files = `select 1 from files where tenant_id = $1 and content_type like '%octet-stream'`
    expect((await of.world.db.query(files, [of.tenant.id])).rowCount).toBe(2)
    await of.within(deleteExpired)
    expect((await of.world.db.query(files, [of.tenant.id])).rowCount).toBe(0)
    expect(await of.api.exports.show({ params: { id } })).toMatchObject({
      id,
      rows: expect.anything(),
    })
  })
})

test('what is resumed while the expired are looked for keeps its pieces, and goes on', async () => {
  const { id } = await of.made({ of: 'audit' })
  await of.world.db.query(
    `update jobs set state = 'cancelled', finished_at = finished_at - interval '8 days' where id = $1`,
    [id],
  )
  const client = await of.world.db.connect()
  await client.query('begin')
  await client.query(`update jobs set state = 'queued', finished_at = null where id = $1`, [id])
  const deleting = of.within(deleteExpired)
  await until(async () => {
    const { rowCount } = await of.world.db.query(
      `select 1 from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock'`,
    )
    return rowCount === 1
  })
  await client.query('commit')
  client.release()
  await deleting
  const { rows } = await of.world.db.query(
    `select place is null as lost, (select count(*)::integer from export_pieces where job_id = id)
     as pieces from jobs where id = $1`,
    [id],
  )
  expect(rows).toEqual([{ lost: false, pieces: 2 }])
  await of.world.db.query(
    `update jobs set state = 'cancelled', finished_at = now() where id = $1`,
    [id],
  )
})

test('it leaves in the log who asked, what was made, and who took it, with its SHA-256', async () => {
  const job = await of.made({ of: 'audit', filter: { area: 'keys' } })
  await of.download(job.id)
  const { sha256: hash } = job.file!
  expect(await actions()).toEqual([
    { action: 'exports.started', after: { of: 'audit', format: 'csv', filter: { area: 'keys' } } },
    { action: 'exports.made', after: expect.objectContaining({ rows: 0, sha256: hash }) },
    { action: 'exports.downloaded', after: expect.objectContaining({ sha256: hash }) },
  ])
})

test('XC-13: its maker is told that it is ready', async () => {
  await of.made({ of: 'audit', filter: { area: 'keys' } })
  const { data } = await of.api.notifications.list()
  expect(data).toMatchObject([{ kind: 'exports.made', link: '/work' }])
})

test('the manifest names the version that the contract has', async () => {
  const path = new URL('../../../contract/package.json', import.meta.url)
  const { version } = JSON.parse(await readFile(path, 'utf8')) as { version: string }
  expect(contractVersion).toBe(version)
})
