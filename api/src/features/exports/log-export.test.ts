/** LG-6 LG-8: the logged requests of a filter as a file of any size, never cut, with a manifest. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { refusalOf } from '../../testing/partner.ts'
import { writeLines } from '../../testing/log-lines.ts'
import type { LogEntry } from '@sonaqor/contract/logs'
import { ExportWorld, sha256 } from '../../testing/export-world.ts'
import { deleteExpired } from './exports.service.ts'

let of: ExportWorld

beforeAll(async () => {
  of = await ExportWorld.start()
})
beforeEach(() => of.begin())
afterAll(() => of?.stop())

const from = new Date(Date.now() - 3 * 3_600_000)

async function written(count: number, environment: 'sandbox' | 'production' = 'sandbox') {
  const key = await of.tenant.key({ environment })
  const { id: keyId, appId, prefix: keyPrefix } = key
  const whose = { tenantId: of.tenant.id, environment, appId, keyId, keyPrefix }
  await writeLines(of.world, { ...whose, count, from, everyMs: 1000 })
  return key
}

async function listed(query: Record<string, string>): Promise<LogEntry[]> {
  const rows: LogEntry[] = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const asked = { limit: '200', ...query, ...(cursor ? { cursor } : {}) }
    const answer = await of.world.ask(`/v1/logs?${new URLSearchParams(asked)}`, { as: of.owner })
    const reply = (await answer.json()) as { data: LogEntry[]; page: { next: string | null } }
    rows.push(...reply.data)
    cursor = reply.page.next
  }
  return rows
}

const linesOf = (file: Buffer) =>
  file
    .toString()
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as LogEntry)

/** In the place of a path it ends its own line, as if that were whole, and begins another one. */
const forged = [
  ['/v1', '200', '1', 'unknown', 'a-request'],
  ['sandbox', ...Array(5).fill('x'), '/v1'],
]
  .map((fields) => fields.join('\u001f'))
  .join('\u001e')

describe('what is refused', () => {
  test('a query that cannot be read, and whoever lacks the scope of the logs', async () => {
    const body = { of: 'logs', filter: { q: 'status:' } } as const
    expect(await refusalOf(of.api.exports.start({ body }))).toMatchObject({
      status: 400,
      errors: [{ pointer: '#/filter/q' }],
    })
    const analyst = await (await of.world.tenant('Theirs')).member('analyst')
    const start = of.world.as(analyst).exports.start({ body: { of: 'logs' } })
    expect(await refusalOf(start)).toMatchObject({ status: 403, scope: 'logs:read' })
  })
})

describe('what happens', () => {
  test('LG-6 LG-8 all lines of the filter are in the file, over many pieces, and none of others', async () => {
    const { appId: app } = await written(2600)
    const { name } = await of.api.apps.show({ params: { id: app } })
    await written(50, 'production')
    const other = await of.world.tenant('Other', { roles: ['owner'] })
    const { id: keyId, appId, prefix: keyPrefix } = await other.key()
    await writeLines(of.world, { tenantId: other.id, appId, keyId, keyPrefix, count: 20, from })

    const job = await of.made({ of: 'logs', format: 'jsonl', filter: { environment: 'sandbox' } })
    expect(job).toMatchObject({
      state: 'done',
      about: { of: 'logs', format: 'jsonl' },
      total: 2600,
    })
    const file = await of.download(job.id)
    const named = (line: LogEntry) => ({ ...line, appName: name, keyLabel: 'A key' })
    expect(linesOf(file)).toEqual((await listed({ environment: 'sandbox' })).map(named))
    expect(await of.api.exports.show({ params: { id: job.id } })).toMatchObject({
      of: 'logs',
      rows: 2600,
      bytes: file.length,
      sha256: sha256(file),
    })
  })

  test.each([
    ['fields', '/v1/one\u001fmore'],
    ['lines', '/v1/one\u001eline'],
    ['both, as if a line of its own stood in it', forged],
  ])('LG-8 a line that holds the mark between %s is one line, and whole', async (_, path) => {
    await written(3)
    await of.world.db.query(
      `update log_entries set path = $2 where tenant_id = $1
       and id = (select id from log_entries where tenant_id = $1 order by id limit 1 offset 1)`,
      [of.tenant.id, path],
    )
    const job = await of.made({ of: 'logs', format: 'jsonl', filter: {} })
    const lines = linesOf(await of.download(job.id))
    expect([lines.length, lines[1]!.path]).toEqual([3, path])
  })

  test('LG-6 by a query and a span of time, as a table in which nothing is a formula', async () => {
    const key = await written(60)
    const api = of.world.as(of.owner)
    await api.keys.update({ params: { id: key.id }, body: { label: '=HYPERLINK("x")' } })
    await of.world.db.query(
      `update log_entries set ip = '=1+1' where tenant_id = $1 and ip = 'unknown'`,
      [of.tenant.id],
    )
    const filter = {
      q: `STATUS:5xx  key:${key.token}`,
      from: new Date(from.getTime() + 10_000).toISOString(),
      to: new Date(from.getTime() + 50_000).toISOString(),
    }
    const job = await of.made({ of: 'logs', format: 'csv', filter })
    const { filter: kept, columns } = await of.api.exports.show({ params: { id: job.id } })
    expect(kept).toEqual({ ...filter, q: `status:5xx key:${key.prefix}` })
    const text = (await of.download(job.id)).toString()
    const rows = text.trimEnd().split('\r\n')
    expect(rows[0]).toBe(columns.join(','))
    const expected = await listed({ ...filter, q: `status:5xx key:${key.prefix}` })
    expect(expected.length).toBeGreaterThan(5)
    expect(rows.slice(1).map((row) => row.split(',')[0])).toEqual(expected.map(({ id }) => id))
    expect(text).not.toMatch(/,=1/)
    expect(text).toContain(`"'=1+1"`)
    expect(columns.slice(-2)).toEqual(['appName', 'keyLabel'])
    expect(job.file?.alsoTakes).toEqual(['apps:read', 'keys:read'])
    expect(rows[1]).toMatch(/,App \d+,"'=HYPERLINK\(""x""\)"$/)
  })

  test('LG-6 no duration is made up for an imported line that tells none, in either format', async () => {
    await written(3)
    const { rows } = await of.world.db.query<{ id: string }>(
      `update log_entries set key_prefix = 'sq_imported', latency_ms = null
       where id = (select max(id::text)::uuid from log_entries where tenant_id = $1) returning id`,
      [of.tenant.id],
    )
    const download = async (format: 'csv' | 'jsonl') =>
      of.download((await of.made({ of: 'logs', format, filter: {} })).id)
    const [untold, told] = linesOf(await download('jsonl'))
    expect([untold?.id, untold?.latencyMs]).toEqual([rows[0]?.id, null])
    expect(told?.latencyMs).toBeGreaterThan(0)
    const [head = [], line = []] = (await download('csv'))
      .toString()
      .split('\r\n')
      .map((row) => row.split(','))
    expect([line[0], line[head.indexOf('latencyMs')]]).toEqual([rows[0]?.id, ''])
  })

  test('LG-6 XC-2 names are for whoever sees them where they stand, in a file of somebody else as well', async () => {
    await written(10)
    const app = await of.tenant.app()
    const key = await of.tenant.key({ app, scopes: ['logs:read', 'jobs:read', 'jobs:run'] })
    await writeLines(of.world, {
      tenantId: of.tenant.id,
      appId: key.appId,
      keyId: key.id,
      keyPrefix: key.prefix,
      count: 3,
      from,
    })
    const api = of.world.as(key)
    const { id } = await api.exports.start({ body: { of: 'logs', filter: { keyId: key.id } } })
    await of.ended(id)
    const { columns } = await api.exports.show({ params: { id } })
    expect(columns.at(-1)).toBe('requestId')
    const answer = await of.answer(id, key)
    expect((await answer.text()).split('\r\n')[0]).toBe(columns.join(','))
    const knowing = await of.tenant.key({
      app,
      scopes: ['logs:read', 'jobs:read', 'jobs:run', 'apps:read', 'keys:read'],
    })
    const named = await of.world.as(knowing).exports.start({ body: { of: 'logs', filter: {} } })
    await of.ended(named.id)
    expect((await of.answer(named.id, knowing)).status).toBe(200)
    expect((await of.answer(named.id, key)).status).toBe(403)
  })

  test('LG-6 XC-3 a key takes the lines of its own app alone', async () => {
    await written(10)
    const key = await written(7)
    const api = of.world.as(key)
    const { id } = await api.exports.start({
      body: {
        of: 'logs',
        format: 'jsonl',
        filter: { keyId: key.id, to: new Date().toISOString() },
      },
    })
    await of.ended(id)
    const answer = await of.answer(id, key)
    const lines = linesOf(Buffer.from(await answer.arrayBuffer()))
    expect(new Set(lines.map(({ appId }) => appId))).toEqual(new Set([key.appId]))
    expect(lines.filter(({ path }) => path !== '/v1/exports').length).toBe(7)
  })

  test('LG-6 of one that is cancelled nobody gets anything, and after seven days nothing is left', async () => {
    await written(3000)
    const { id } = await of.api.exports.start({ body: { of: 'logs', format: 'pdf' } })
    await of.api.jobs.cancel({ params: { id } }).catch(() => undefined)
    await of.ended(id)
    await of.world.db.query(
      `update jobs set state = 'cancelled', result = null, file = null,
         finished_at = now() - interval '8 days' where id = $1`,
      [id],
    )
    expect(await refusalOf(of.api.exports.link({ params: { id } }))).toMatchObject({ status: 409 })
    expect((await of.answer(id)).status).toBe(409)
    await of.within(deleteExpired)
    const { rows } = await of.world.db.query(
      `select (select count(*)::integer from export_pieces where tenant_id = $1) as pieces,
         (select count(*)::integer from files where tenant_id = $1
          and content_type like '%octet-stream') as files`,
      [of.tenant.id],
    )
    expect(rows).toEqual([{ pieces: 0, files: 0 }])
  })

  test('LG-6 LG-8 however many there are in a span, an export knows it where it was counted', async () => {
    await written(300)
    const [first, last] = [30, 270].map((at) => new Date(from.getTime() + at * 1000 + 500))
    const span = { from: first!.toISOString(), to: last!.toISOString() }
    const measured = () => of.api.exports.measure({ body: { of: 'logs', filter: span } })
    const counted = (await listed(span)).length
    expect(await measured()).toEqual({ rows: counted, isAtLeast: false })
    // As if there had been as many as no test writes.
    const many = await of.world.db.query<{ requests: string }>(
      `update log_counts set requests = requests + 250000 where ctid = (
         select ctid from log_counts where tenant_id = $1 and moment >= $2 and moment < $3 limit 1
       ) returning requests`,
      [of.tenant.id, new Date(first!.getTime() + 60_000), new Date(last!.getTime() - 60_000)],
    )
    if (many.rowCount === 0) throw new Error('No whole minute of the span was counted.')
    expect(await measured()).toEqual({ rows: counted + 250_000, isAtLeast: false })
  })

  test('XC-4 whoever has the lines counted has read them, once for a filter and a while', async () => {
    await written(20)
    const filter = { q: 'status:5xx' } as const
    for (let n = 0; n < 2; n += 1) {
      const { rows } = await of.api.exports.measure({ body: { of: 'logs', filter } })
      expect(rows).toBeGreaterThan(0)
    }
    const { data } = await of.api.audit.search({ query: { action: 'logs.searched' } })
    expect(data.map(({ after }) => after)).toEqual([filter])
  })

  test('XC-4 LG-8 who exported the logs, and took the file, is in the audit log', async () => {
    await written(5)
    const { id } = await of.made({ of: 'logs', filter: { status: '5xx' } })
    await of.download(id)
    const { data } = await of.api.audit.search({ query: { target: id } })
    expect(data.map(({ action, after }) => [action, (after as { of: string }).of])).toEqual([
      ['exports.downloaded', 'logs'],
      ['exports.made', 'logs'],
      ['exports.started', 'logs'],
    ])
  })
})
