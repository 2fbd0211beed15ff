/**
 * All lines of a log as files of lines, from the start of the job to the last byte at the client, beside
 * what PostgreSQL itself takes to hand the same rows out: a million of them, or as many as `--lines` says.
 */
import { spawn } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { ExportFormat } from '@sonaqor/contract/exports'
import type { Job } from '@sonaqor/contract/jobs'
import type { WorldMember } from '../../src/testing/builders.ts'
import type { ProcessWorld } from '../../src/testing/world.ts'
import { inWorld } from '../ground.ts'
import { atMost, fact, type Measure } from '../measure.ts'
import { fill } from './log-pages.ts'

const pollMs = 100
/** What neither the worker nor the server may come to, however long the file is. */
const memoryMaxMb = 200

export function exports(): Promise<Measure[]> {
  const { values } = parseArgs({
    strict: false,
    options: { lines: { type: 'string', default: '1000000' } },
  })
  const lines = Number(values['lines'])
  return inWorld(
    async ({ world }) => {
      const tenant = await world.tenant('Bench', { roles: ['owner'] })
      const owner = await tenant.member()
      const { id: appId, environment } = await tenant.app('production')
      const apps = Array.from({ length: 4 }, () => ({ id: appId, environment }))
      const keyIds = Array.from({ length: 8 }, () => randomUUID())
      const whose = { tenantId: tenant.id, apps, keyIds }
      await fill(world.db, { ...whose, lines, end: Date.now() })
      const reference = await copySeconds(world.ownerUrl, tenant.id)
      const measures: Measure[] = []
      for (const format of ['csv', 'jsonl'] as const) {
        measures.push(...(await measured(world, owner, { format, lines, reference })))
      }
      return measures
    },
    { worker: true },
  )
}

interface Asked {
  readonly format: ExportFormat
  readonly lines: number
  readonly reference: number | null
}

async function measured(
  world: ProcessWorld,
  owner: WorldMember,
  { format, lines, reference }: Asked,
): Promise<Measure[]> {
  const api = world.as(owner)
  const memory = watchMemory()
  const began = performance.now()
  const filter = { to: new Date().toISOString() }
  const { id } = await api.exports.start({ body: { of: 'logs', format, filter } })
  let job: Job
  do {
    await new Promise((resolve) => setTimeout(resolve, pollMs))
    job = await api.jobs.show({ params: { id } })
  } while (job.finishedAt === null)
  const made = performance.now()
  if (job.state !== 'done' || job.done !== lines) throw new Error(JSON.stringify(job))
  const { path, sha256, bytes } = await api.exports.link({ params: { id } })
  const answer = await world.ask(path)
  const hash = createHash('sha256')
  for await (const part of answer.body ?? []) hash.update(part)
  if (hash.digest('hex') !== sha256) throw new Error('what came is not what its manifest says')
  const taken = performance.now()
  const name = `${lines.toLocaleString('en')} lines as ${format}`
  const beside = reference === null ? {} : { reference }
  return [
    fact({
      name: `${name}, written and checked`,
      value: (made - began) / 1000,
      unit: 's',
      ...beside,
    }),
    fact({ name: `${name}, downloaded`, value: (taken - made) / 1000, unit: 's' }),
    fact({ name: `${name}, size`, value: bytes / 1e6, unit: 'MB' }),
    ...memory().map((mb) =>
      atMost(memoryMaxMb, { name: `${name}, most memory`, value: mb, unit: 'MB' }),
    ),
  ]
}

/** What `psql` takes to write the same rows to nowhere; null where there is none. */
async function copySeconds(url: string, tenantId: string): Promise<number | null> {
  const rows = `select id, uuid_extract_timestamp(id), environment, app_id, key_id, key_prefix, method, path,
    status, latency_ms, ip, request_id from log_entries where tenant_id = '${tenantId}' order by id desc`
  // Row-level security shows nobody's lines to who does not say whose they are, not even to the owner.
  const sees = `set app.tenant_id = '${tenantId}'; set app.environments = 'sandbox,production'`
  const copy = `copy (${rows}) to stdout with (format csv)`
  const began = performance.now()
  const copying = spawn('psql', ['-q', url, '-c', sees, '-c', copy], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const code = await Promise.race([
    once(copying, 'exit').then(([ended]) => ended as number | null),
    once(copying, 'error').then(() => null),
  ])
  return code === 0 ? (performance.now() - began) / 1000 : null
}

/** The most that any process of the world comes to from here on, where the system says so. */
function watchMemory(): () => readonly number[] {
  const children = processesOf(process.pid)
  for (const pid of children) writeFileSync(`/proc/${pid}/clear_refs`, '5')
  return () => {
    const peaks = children.map((pid) => kilobytesIn(`/proc/${pid}/status`) / 1024)
    return peaks.length > 0 ? [Math.max(...peaks)] : []
  }
}

function processesOf(parent: number): readonly string[] {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid)) return false
    const [state, command] = [textOf(`/proc/${pid}/stat`), textOf(`/proc/${pid}/cmdline`)]
    return (
      state.split(') ').at(-1)?.split(' ')[1] === String(parent) && command.includes('server.ts')
    )
  })
}

const kilobytesIn = (path: string) => Number(/VmHWM:\s+(\d+)/.exec(textOf(path))?.[1] ?? 0)

/** Of a process that has ended meanwhile there is nothing to read. */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
