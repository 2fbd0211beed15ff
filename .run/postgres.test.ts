/**
 * The embedded database under everything that happens to one. Each server is started by a process of
 * its own, as `npm start` does it, so that this process can be killed.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { Client } from 'pg'
import { identify, isAlive } from './processes.ts'
import { endLeftServer } from './postgres/postmaster.ts'
import { clusterHome } from './postgres/record.ts'

interface Started {
  readonly starter: ChildProcess
  readonly serverPid: number
  readonly adminUrl: string
  readonly urls: Readonly<Record<'owner' | 'app' | 'worker', string>>
}

const program = `
  import { startPostgres } from ${JSON.stringify(join(import.meta.dirname, 'postgres.ts'))}
  const { server, adminUrl, urls, stop } = await startPostgres({
    dataDir: process.argv[1],
    durable: true,
  })
  process.on('SIGTERM', stop)
  process.send({ serverPid: server.pid, adminUrl, urls })
  process.channel.unref()
`

/** Where anybody may come, and below a folder that nobody else may enter. */
let openDir: string
let closedDir: string
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sonaqor-postgres-'))
  chmodSync(folder, 0o755)
  mkdirSync(join(folder, 'closed'), { mode: 0o700 })
  openDir = join(folder, 'data')
  closedDir = join(folder, 'closed/data')
})

afterAll(async () => {
  for (const home of [openDir, closedDir].map(clusterHome)) {
    if (!home) continue
    await endLeftServer({ home })
    rmSync(home, { recursive: true, force: true })
  }
  rmSync(folder, { recursive: true, force: true })
})

const spawnStarter = (dataDir: string): ChildProcess =>
  spawn(process.execPath, ['--input-type=module', '-e', program, dataDir], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })

async function start(dataDir = openDir): Promise<Started> {
  const starter = spawnStarter(dataDir)
  const [told] = await Promise.race([once(starter, 'message'), once(starter, 'exit')])
  return { starter, ...told }
}

async function kill(child: ChildProcess, signal: NodeJS.Signals) {
  const exited = once(child, 'exit')
  child.kill(signal)
  await exited
}

async function query<Row extends object>(url: string, text: string): Promise<Row[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(text)).rows
  } finally {
    await client.end()
  }
}

test('its logins own no more than they need', async () => {
  const { starter, adminUrl, urls } = await start()
  const roles = await query(
    adminUrl,
    `select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolcanlogin
     from pg_roles where rolname like 'sonaqor%' order by rolname`,
  )
  const plain = {
    rolcanlogin: true,
    rolsuper: false,
    rolbypassrls: false,
    rolcreaterole: false,
    rolcreatedb: false,
  }
  expect(roles).toEqual([
    { rolname: 'sonaqor_app', ...plain },
    { rolname: 'sonaqor_owner', ...plain },
    { rolname: 'sonaqor_worker', ...plain },
  ])
  await query(urls.owner, 'create table made_by_owner (id int); create extension pg_trgm')
  await expect(query(urls.app, 'create table made_by_app (id int)')).rejects.toThrow('permission')
  await expect(query(urls.app, 'select * from made_by_owner')).rejects.toThrow('permission')
  await kill(starter, 'SIGTERM')
})

test('nobody gets in without the password, which lies where its owner alone can read it', async () => {
  const { starter, urls } = await start()
  const wrong = new URL(urls.app)
  wrong.password = 'guess'
  await expect(query(wrong.href, 'select 1')).rejects.toThrow('password authentication failed')
  expect(statSync(join(openDir, 'database.json')).mode & 0o777).toBe(0o600)
  await kill(starter, 'SIGTERM')
})

test('what was committed is there again after the server, or its starter, or both were killed', async () => {
  const first = await start()
  await query(first.urls.owner, 'create table kept (turn int)')
  await kill(first.starter, 'SIGTERM')

  const killings: readonly ((started: Started) => Promise<void>)[] = [
    ({ starter }) => kill(starter, 'SIGKILL'),
    async ({ starter, serverPid }) => {
      process.kill(serverPid, 'SIGKILL')
      await kill(starter, 'SIGKILL')
    },
    async ({ starter, serverPid }) => {
      await kill(starter, 'SIGKILL')
      process.kill(serverPid, 'SIGKILL')
    },
  ]
  for (const [turn, killing] of killings.entries()) {
    const started = await start()
    await query(started.urls.owner, `insert into kept values (${turn})`)
    await killing(started)
  }

  const last = await start()
  const rows = await query(last.urls.owner, 'select turn from kept order by turn')
  expect(rows).toEqual([{ turn: 0 }, { turn: 1 }, { turn: 2 }])
  await kill(last.starter, 'SIGTERM')
  expect(identify(last.serverPid)).toBeUndefined()
})

test('a cluster whose making was cut off is made anew, though its maker lives on', async () => {
  const dataDir = join(folder, 'half')
  const starter = spawnStarter(dataDir)
  const half = join(dataDir, 'postgres/data.new/global')
  while (!existsSync(half)) await delay(5)
  await kill(starter, 'SIGKILL')
  const next = await start(dataDir)
  expect(await query(next.urls.app, 'select 1 as one')).toEqual([{ one: 1 }])
  expect(existsSync(join(dataDir, 'postgres/data.new'))).toBe(false)
  await kill(next.starter, 'SIGTERM')
})

test('a number in a stale pid file that is somebody else’s by now harms neither', async () => {
  const first = await start()
  await kill(first.starter, 'SIGTERM')
  const stranger = spawn('sleep', ['60'])
  const identity = identify(stranger.pid ?? 0)
  const home = clusterHome(openDir) ?? ''
  writeFileSync(
    join(home, 'data/postmaster.pid'),
    `${stranger.pid}\n${home}/data\n0\n1\n\n\n\nready\n`,
  )
  const second = await start()
  expect(await query(second.urls.app, 'select 1 as one')).toEqual([{ one: 1 }])
  expect(identity && isAlive(identity)).toBe(true)
  await kill(second.starter, 'SIGTERM')
  stranger.kill()
})

test('nor does the number of another cluster’s server, which goes on', async () => {
  const first = await start()
  await kill(first.starter, 'SIGTERM')
  const other = await start(join(folder, 'other'))
  const home = clusterHome(openDir) ?? ''
  writeFileSync(
    join(home, 'data/postmaster.pid'),
    `${other.serverPid}\n${home}/data\n0\n1\n\n\n\nready\n`,
  )
  const second = await start()
  expect(await query(second.urls.app, 'select 1 as one')).toEqual([{ one: 1 }])
  expect(await query(other.urls.app, 'select 1 as one')).toEqual([{ one: 1 }])
  await kill(second.starter, 'SIGTERM')
  await kill(other.starter, 'SIGTERM')
})

const isRoot = process.getuid?.() === 0
const whenRoot = isRoot ? test : test.skip

whenRoot('below a folder that others cannot enter it keeps its data elsewhere', async () => {
  const first = await start(closedDir)
  await query(first.urls.owner, 'create table elsewhere (id int)')
  await kill(first.starter, 'SIGTERM')
  const second = await start(closedDir)
  expect(await query(second.urls.owner, 'select * from elsewhere')).toEqual([])
  await kill(second.starter, 'SIGTERM')
  const home = clusterHome(closedDir) ?? ''
  expect(home).toMatch(/^\/var\/lib\/sonaqor\//)
  expect(existsSync(join(home, 'data/PG_VERSION'))).toBe(true)
  expect(readFileSync(join(home, 'server.log'), 'utf8')).not.toContain('FATAL')
})
