/** LG-1 LG-2: lines of somebody's own access logs become lines of the log, each found by what it says. */
import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { App } from '@sonaqor/contract/apps'
import type { Client } from '@sonaqor/contract/client'
import type { LogEntry } from '@sonaqor/contract/logs'
import { systemPrincipal } from '../../../core/access/index.ts'
import type { OpenFoundation } from '../../../core/house/index.ts'
import type { WorldTenant } from '../../../testing/builders.ts'
import { openFoundationOf } from '../../../testing/foundation.ts'
import { startWorld, type OwnWorld } from '../../../testing/world.ts'
import { logsJobs } from '../retention/logs.jobs.ts'
import { createLogStore } from '../logs.store.ts'
import { importLogs } from './import-logs.ts'

const server = fileURLToPath(new URL('../../../server.ts', import.meta.url))
const sample = (name: string) => fileURLToPath(new URL(name, import.meta.url))
const root = fileURLToPath(new URL('../../../../..', import.meta.url))
const data = join(process.env['SONAQOR_DATA'] ?? join(root, '../shared/data'), 'access-logs')

let world: OwnWorld
let foundation: OpenFoundation
let tenant: WorldTenant
let app: App
let api: Client

beforeAll(async () => {
  world = await startWorld({ env: { SONAQOR_LIMIT_FACTOR: '1000' } })
  foundation = await openFoundationOf(world)
})
beforeEach(async () => {
  tenant = await world.tenant('Acme', { roles: ['owner'] })
  app = await tenant.app('production')
  api = world.as(await tenant.member())
})
afterAll(async () => {
  await foundation?.close()
  await world?.stop()
})

/** Says the command in this process; answers what it prints, and what it remarks on the way. */
async function say(...values: readonly string[]) {
  const remarks: string[] = []
  const store = createLogStore(foundation.database)
  const heard = (line: string) => remarks.push(line)
  const command = importLogs({ store, ownerUrl: () => world.ownerUrl, say: heard })
  return { stdout: await command(foundation, values), stderr: remarks.join('\n') }
}
const said = (...values: readonly string[]) =>
  say(...values).then(
    () => 'nothing',
    (error: Error) => error.message,
  )
const importAll = (path: string) => say(path, '--app', app.id, '--keep', '30')

async function everyLine(q = 'key:sq_imported'): Promise<LogEntry[]> {
  const lines: LogEntry[] = []
  let cursor: string | undefined
  do {
    const { data: some, page } = await api.logs.search({ query: { q, limit: 200, cursor } })
    lines.push(...some)
    cursor = page.next ?? undefined
  } while (cursor)
  return lines.toReversed()
}

const told = ({ at, ip, method, path, status }: LogEntry) =>
  [at, ip, method, path, status].join(' ')

test('LG-1 lines of the combined format are kept with all that they say', async () => {
  const { stdout } = await importAll(sample('sample-combined.txt'))
  expect(stdout).toContain('imported    7 lines')
  expect(stdout).toContain('cut short   1 line,')
  expect((await everyLine()).map(told)).toEqual([
    '2015-05-17T10:05:03.000Z 203.0.113.7 GET /v1/customers 200',
    '2015-05-17T10:05:03.000Z 203.0.113.7 GET /v1/customers 200',
    '2015-05-18T12:00:01.000Z 198.51.100.9 HEAD /status/[redacted] 404',
    '2015-05-18T21:59:59.000Z 2001:db8::7 POST /v1/transactions 201',
    '2015-05-19T13:00:01.000Z 198.51.100.9 OPTIONS * 204',
    '2015-05-19T15:30:01.000Z 198.51.100.9 DELETE /v1/customers/c-7 503',
    '2015-05-20T12:05:17.000Z 203.0.113.8 GET /scripts/cut.py 200',
  ])
})

test.each([
  ['status:404 method:HEAD', 'probe "7" [redacted]', '0'],
  ['ip:203.0.113.8 path:/scripts/*', 'Mozilla/5.0 (compatible; cut at its e', '235'],
  ['cut.py', 'Mozilla/5.0 (compatible; cut at its e', '235'],
])('LG-2 one is found by %s, and tells its agent and size', async (q, agent, bytes) => {
  await importAll(sample('sample-combined.txt'))
  const [line, ...more] = await everyLine(q)
  expect(more).toEqual([])
  expect(await api.logs.show({ params: { id: line!.id } })).toMatchObject({
    appId: app.id,
    environment: 'production',
    keyPrefix: 'sq_imported',
    request: { headers: { 'user-agent': agent }, body: null },
    response: { headers: { 'content-length': bytes }, body: null },
  })
})

const referrers = async (q: string) => {
  const [line] = await everyLine(q)
  return (await api.logs.show({ params: { id: line!.id } })).request.headers['referer']
}

test('LG-1 the page that led there is kept as a header, and its private parts are not', async () => {
  await importAll(sample('sample-combined.txt'))
  await importAll(sample('sample-nginx.jsonl'))
  expect(await referrers('path:/v1/customers')).toBe('https://shop.example/[redacted]')
  expect(await referrers('path:/v1/keys')).toBe('https://shop.example/list?q=[redacted]')
  expect(await referrers('cut.py')).toBeUndefined()
})

test('LG-1 what is imported is redacted before it is stored, as every request is', async () => {
  await importAll(sample('sample-combined.txt'))
  const { rows } = await world.db.query<{ line: string }>(
    'select l::text as line from log_entries l where tenant_id = $1',
    [tenant.id],
  )
  const all = rows.map(({ line }) => line).join('\n')
  // As words of their own: ids are letters and figures as well.
  expect(all).not.toMatch(/example\.com|\b4111111111111111\b|\bada\b/i)
  expect(all).toContain('email=[redacted]')
})

test('LG-1 lines of nginx as JSON are kept with all that they say, however their fields are called', async () => {
  const { stdout } = await importAll(sample('sample-nginx.jsonl'))
  expect(stdout).toContain('imported    4 lines')
  expect(stdout).toContain('reports     1 line')
  const lines = await everyLine()
  expect(lines.map(told)).toEqual([
    '2015-05-17T10:05:03.000Z 203.0.113.7 GET /v1/keys 200',
    '2015-05-17T10:05:04.000Z 203.0.113.9 PATCH /v1/keys/k-7 422',
    '2015-05-17T10:05:05.250Z 203.0.113.9 GET /v1/apps 304',
    '2015-10-30T23:58:19.322Z 192.0.2.64 GET /status 200',
  ])
  const report = await api.logs.show({ params: { id: lines.at(-1)!.id } })
  expect(report.response.body?.text).toContain('"requests":{"total":18853899,"current":2}')
})

test('LG-1 an imported line says that it is one, and no duration is made up for it', async () => {
  await importAll(sample('sample-nginx.jsonl'))
  const [timed, ...untimed] = await everyLine()
  expect(timed).toMatchObject({ latencyMs: 127, imported: { hasLatency: true } })
  expect(untimed.map(({ latencyMs, imported }) => [latencyMs, imported?.hasLatency])).toEqual([
    [0, false],
    [0, false],
    [0, false],
  ])
  expect(await everyLine('key:sq_imported latency:<20')).toEqual([])
})

test('LG-1 what is imported is found in the log, and is no activity of its app or of a key', async () => {
  await importAll(sample('sample-combined.txt'))
  const { rows } = await world.db.query<{ counted: string; requests: number }>(
    `select 'app' as counted, requests from app_activity where tenant_id = $1
     union all select 'key', requests from key_activity where tenant_id = $1
     union all select 'log', sum(requests)::integer from log_counts where tenant_id = $1`,
    [tenant.id],
  )
  expect(rows).toEqual([{ counted: 'log', requests: 7 }])
})

test('LG-1 a file that is imported again doubles nothing, and two requests alike stay two', async () => {
  const path = sample('sample-combined.txt')
  await importAll(path)
  const before = await everyLine()
  const { stdout } = await importAll(path)
  expect(stdout).toContain('imported    0 lines')
  expect(stdout).toContain('known       7 lines')
  expect(await everyLine()).toEqual(before)
})

test('LG-1 no line is lost silently: each that is not imported is named by its number, and counted', async () => {
  const { stdout, stderr } = await importAll(sample('sample-broken.txt'))
  expect(stdout).toContain('read        10 lines')
  expect(stdout).toContain('imported    2 lines')
  expect(stdout).toContain('blank       1 line')
  expect(stdout).toContain('unreadable  7 lines')
  const named = [...stderr.matchAll(/^lines? (\d+)(?:–(\d+))?: /gm)].flatMap(
    ([, first, last = first]) =>
      Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) => Number(first) + index),
  )
  expect(named).toEqual([3, 4, 5, 6, 7, 8, 9])
  expect((await everyLine()).map(({ path }) => path)).toEqual(['/whole', '/last'])
})

test('LG-7 what the plan would forget is imported only where it is said how long to keep it', async () => {
  const path = sample('sample-combined.txt')
  const { stdout } = await say(path, '--app', app.id)
  expect(stdout).toContain('too old     7 lines, not imported: the plan')
  expect(stdout).toContain('With --keep <days>')
  expect(await everyLine()).toEqual([])

  await importAll(path)
  await forget()
  expect(await everyLine()).toHaveLength(7)
  const { buckets } = await api.logs.histogram({
    query: { q: 'key:sq_imported', from: '2015-05-17T00:00:00Z', to: '2015-05-21T00:00:00Z' },
  })
  expect(buckets.reduce((sum, bucket) => sum + bucket['2xx'], 0)).toBe(5)
  await world.db.query(`update log_days_kept set until = now() where tenant_id = $1`, [tenant.id])
  await forget()
  expect(await everyLine()).toEqual([])
})

async function forget(): Promise<void> {
  for (const name of ['logs.forget', 'logs.drop-days']) {
    const job = logsJobs(createLogStore(foundation.database)).find((one) => one.type.name === name)!
    await foundation.scopes.run(systemPrincipal('forgetting', tenant.id), (scope) =>
      job.run(scope, job.type.payload.parse({})),
    )
  }
}

test('a command of a server in a process of its own takes its options', async () => {
  const path = sample('sample-combined.txt')
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [server, 'logs:import', path, '--app', app.id, '--keep=30'],
    { env: { ...world.env, DATABASE_URL: world.ownerUrl } },
  )
  expect(stdout).toContain('imported    7 lines')
})

test('XC-4 an import leaves entries that name the file and what became of it', async () => {
  await importAll(sample('sample-combined.txt'))
  const { data: entries } = await api.audit.search({ query: { action: 'logs.imported' } })
  expect(entries).toMatchObject([
    { target: app.id, after: { file: 'sample-combined.txt', read: 7, kept: 7, there: 0 } },
    { target: app.id, after: { file: 'sample-combined.txt', begun: true } },
  ])
})

test('whoever names no file, app or tenant, or one that is not there, hears what to say', async () => {
  const path = sample('sample-combined.txt')
  expect(await said(path)).toContain('logs:import -- <file> --app <id>')
  expect(await said(path, '--app', app.id, '--keep', '0')).toContain('at most 365')
  expect(await said('/nowhere.log', '--app', app.id)).toContain('There is no file /nowhere.log.')
  expect(await said(path, '--app', tenant.id)).toContain('There is no such app.')
  expect(await said(path, '--tenant', 'Nobody')).toContain('There is no tenant Nobody.')
  const { id } = await tenant.app('sandbox')
  expect(await said(path, '--tenant', tenant.id)).toContain(`--app ${id}`)
})

/** The data stands beside the project where there is any; it is not copied into it. */
const isThere = existsSync(data)
const place = isThere
  ? ''
  : ' (skipped: the folder of SONAQOR_DATA, else ../shared/data, is not there)'
const withData = isThere ? test : test.skip

withData(
  `LG-1 LG-2 every line of real access logs is imported and found by its fields${place}`,
  async () => {
    const apache = join(data, 'apache_combined_10k.log')
    const asked = readFileSync(apache, 'utf8').trimEnd().split('\n')
    const { stdout } = await importAll(apache)
    expect(stdout).toContain(`imported    ${asked.length} lines`)
    const found = await everyLine()
    expect(found.map(told).toSorted()).toEqual(asked.map(toldBy).toSorted())
    for (const [place_, line] of asked.entries()) {
      if (place_ % 100 !== 0) continue
      const [at, ip, method, , status] = toldBy(line).split(' ')
      const query = {
        q: `ip:${ip} method:${method} status:${status}`,
        from: at,
        to: secondAfter(at!),
      }
      const same = (await api.logs.search({ query })).data.map(told)
      expect(same).toContain(toldBy(line))
    }
    const reports = join(data, 'nginxplus_json.log')
    const times = readFileSync(reports, 'utf8').trimEnd().split('\n').map(momentOf)
    expect((await importAll(reports)).stdout).toContain(`imported    ${times.length} lines`)
    const kept = await everyLine('path:/status ip:206.251.255.64')
    expect(kept.map(({ at }) => at)).toEqual(times.toSorted())
  },
  300_000,
)

const momentOf = (line: string) =>
  new Date((JSON.parse(line) as { timestamp: number }).timestamp).toISOString()
const secondAfter = (at: string) => new Date(Date.parse(at) + 1000).toISOString()

/** By another way of reading than the import's own. */
function toldBy(line: string): string {
  const [ip, , , day, zone, method, target, ...rest] = line.split(' ')
  const [date, ...time] = day!.slice(1).split(':')
  const at = new Date(`${date!.replaceAll('/', ' ')} ${time.join(':')} ${zone!.slice(0, -1)}`)
  const path = target!.replace(/\?.*/, '')
  return [at.toISOString(), ip, method!.slice(1), path, rest[1]].join(' ')
}
