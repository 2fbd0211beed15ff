/** `npm run found-staff` beside the product that runs: found by its data folder, with nothing set. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inRoot } from './places.ts'
import { endLeftServer } from './postgres/postmaster.ts'
import { clusterHome } from './postgres/record.ts'
import { keepAddresses } from './start/environment.ts'
import { ensureKek } from './start/kek.ts'

let folder: string
let dataDir: string
let starter: ChildProcess | undefined

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sonaqor-say-'))
  chmodSync(folder, 0o755)
  dataDir = join(folder, 'data')
})
afterAll(async () => {
  starter?.kill('SIGKILL')
  const home = dataDir && clusterHome(dataDir)
  if (home) {
    await endLeftServer({ home })
    rmSync(home, { recursive: true, force: true })
  }
  rmSync(folder, { recursive: true, force: true })
})

const system = Object.fromEntries(
  ['PATH', 'HOME', 'NODE_OPTIONS'].flatMap((name) => {
    const value = process.env[name]
    return value ? [[name, value]] : []
  }),
)

function say(values: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [inRoot('.run/say.ts'), ...values],
    { env: { ...system, SONAQOR_DATA_DIR: dataDir, ...env }, encoding: 'utf8', timeout: 60_000 },
  )
  return { status, stdout, stderr }
}

/** As `npm start` does it: the database, its key and what stands in it. */
async function startDatabase(): Promise<void> {
  const program = `
    import { startPostgres } from ${JSON.stringify(inRoot('.run/postgres.ts'))}
    import { migrate } from ${JSON.stringify(inRoot('api/src/core/migrate/index.ts'))}
    const { urls } = await startPostgres({ dataDir: process.argv[1], durable: true })
    await migrate(urls.owner)
    process.send('ready')
  `
  mkdirSync(dataDir, { recursive: true })
  ensureKek(dataDir)
  starter = spawn(process.execPath, ['--input-type=module', '-e', program, dataDir], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  await Promise.race([once(starter, 'message'), once(starter, 'exit')])
}

const lea = ['found-staff', 'Lea Lead', 'lea@example.com']

test('every script that says a command brings its Node first', () => {
  const { scripts } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')) as {
    scripts: Record<string, string>
  }
  for (const name of ['found-staff', 'found-tenant']) {
    expect(scripts[name]).toBe(`node .run/say.ts ${name}`)
    expect(scripts[`pre${name}`]).toBe('node .run/prepare.mjs')
  }
})

test('where nothing runs it is said what to do', () => {
  const { status, stderr } = say(lea)
  expect(status).toBe(1)
  expect(stderr).toContain('does not run. Run `npm start`')
  expect(stderr).not.toMatch(/^ +at /m)
})

test('the first of the staff gets a link to where the product is served, and whoever is named badly none', async () => {
  await startDatabase()
  const first = say(lea)
  expect(first).toMatchObject({ status: 0, stderr: '' })
  expect(first.stdout).toContain('founded   Lea Lead lea@example.com')
  expect(first.stdout).toMatch(/^password {2}http:\/\/staff\.localhost:4000\/staff#\S{40,}$/m)

  keepAddresses(dataDir, {
    publicUrl: 'http://localhost:4700',
    staffUrl: 'http://staff.localhost:4700',
  })
  expect(say(lea).stdout).toMatch(/^password {2}http:\/\/staff\.localhost:4700\/staff#/m)
  expect(say(lea, { PORT: '5000' }).stdout).toContain('http://staff.localhost:5000/staff#')

  const bad = say(['found-staff', 'Lea'])
  expect(bad).toMatchObject({ status: 1, stdout: '' })
  expect(bad.stderr).toContain('found-staff "<name>" <e-mail>')
})
