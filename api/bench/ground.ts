/** What a benchmark runs on: a database that waits for its disk, and the real server above it. */
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { startPostgres } from '../../.run/postgres.ts'
import { clusterHome } from '../../.run/postgres/record.ts'
import { readConfig } from '../src/config.ts'
import { openFoundation, type OpenFoundation } from '../src/core/house/index.ts'
import { startProcessWorld, type ProcessWorld, type WorldOptions } from '../src/testing/world.ts'

export interface BenchWorld {
  readonly world: ProcessWorld
  /** The login of the server, for what is measured inside of this process. */
  readonly appUrl: string
  /** The long-lived things of a process of our own, on the same database. */
  foundation(): Promise<OpenFoundation>
}

/** A world without limits on how often it is asked, and what else stands on its database. */
export async function inWorld<T>(
  work: (bench: BenchWorld) => Promise<T>,
  options: WorldOptions = {},
): Promise<T> {
  const kek = randomBytes(32).toString('base64')
  const env = {
    SONAQOR_KEK: kek,
    SONAQOR_LIMIT_FACTOR: '100000',
    DATABASE_POOL_SIZE: '16',
    ...profiled(),
    ...options.env,
  }
  const world = await startProcessWorld({ ...options, env })
  const appUrl = loginOf(world.ownerUrl, 'world_app')
  const opened: OpenFoundation[] = []
  try {
    return await work({
      world,
      appUrl,
      foundation: async () => {
        const config = readConfig(world.env)
        const foundation = await openFoundation(config)
        opened.push(foundation)
        return foundation
      },
    })
  } finally {
    await Promise.all(opened.map((foundation) => foundation.close()))
    await world.stop()
  }
}

export interface Cluster {
  /** Kills the whole database at once, and starts it again at the same address. */
  crash(): Promise<void>
  stop(): Promise<void>
}

/** A cluster of our own, which worlds find by its address; gone without a trace afterwards. */
export async function openCluster({ durable }: { readonly durable: boolean }): Promise<Cluster> {
  const dataDir = mkdtempSync(join(tmpdir(), 'sonaqor-bench-'))
  // The server may run as another user than ours; what is secret in here has a mode of its own.
  chmodSync(dataDir, 0o755)
  let postgres = await startPostgres({ dataDir, durable })
  const { port, adminUrl } = postgres
  process.env['TEST_DATABASE_ADMIN_URL'] = adminUrl
  return {
    crash: async () => {
      const ended = once(postgres.server, 'exit')
      postgres.server.kill('SIGKILL')
      await ended
      postgres = await startPostgres({ dataDir, durable, port })
    },
    stop: async () => {
      const home = clusterHome(dataDir)
      await postgres.stop()
      for (const folder of [home, dataDir]) {
        if (folder) rmSync(folder, { recursive: true, force: true })
      }
    },
  }
}

/** Where `--profile` names a folder, each server leaves there what its time went into. */
function profiled(): Readonly<Record<string, string>> {
  const { values } = parseArgs({ strict: false, options: { profile: { type: 'string' } } })
  const { profile } = values
  return typeof profile === 'string'
    ? { NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${resolve(profile)}` }
    : {}
}

function loginOf(url: string, role: string): string {
  return Object.assign(new URL(url), { username: role }).href
}
