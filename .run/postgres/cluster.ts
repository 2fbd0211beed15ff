/** A cluster: the folder that one database server keeps everything in. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { commandOf, end, processesIn } from '../processes.ts'
import { giveTo } from './programs.ts'
import type { ServerUser } from './server-user.ts'

export interface Cluster {
  /** Holds the data, and the server's log beside them; belongs to the server's user. */
  readonly home: string
  readonly user: ServerUser
  /** Where `bin/postgres` and `bin/initdb` are. */
  readonly programs: string
  /** Whether what is committed has to survive a power cut. Tests do without, and are faster. */
  readonly durable: boolean
}

export const dataOf = (cluster: Pick<Cluster, 'home'>): string => join(cluster.home, 'data')
export const logOf = (cluster: Pick<Cluster, 'home'>): string => join(cluster.home, 'server.log')

/** The server gets nothing of our environment: neither secrets nor a locale. */
export const serverEnvironment = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }

/** Made under another name and renamed when whole, so that an interrupted start leaves nothing half. */
export async function ensureCluster(cluster: Cluster, password: string): Promise<void> {
  const data = dataOf(cluster)
  if (existsSync(data)) return refuseOtherMajor(cluster)
  const half = `${data}.new`
  const passwordFile = join(cluster.home, 'password')
  mkdirSync(cluster.home, { recursive: true })
  await endLeftMaking(cluster.home, half)
  rmSync(half, { recursive: true, force: true })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  giveTo(cluster.user, cluster.home)
  try {
    initialise(cluster, half, passwordFile)
  } finally {
    rmSync(passwordFile)
  }
  renameSync(half, data)
}

/** `initdb` and the server that it works with outlive a start that was killed, and go on writing. */
async function endLeftMaking(home: string, half: string) {
  const makers = processesIn(home).filter(({ pid }) => commandOf(pid).includes(half))
  await Promise.all(
    [...makers, ...processesIn(half)].map((maker) => end(maker, { signal: 'SIGKILL' })),
  )
}

function initialise(cluster: Cluster, folder: string, passwordFile: string) {
  const { status, stderr, error } = spawnSync(
    join(cluster.programs, 'bin/initdb'),
    [
      `--pgdata=${folder}`,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth-host=scram-sha-256',
      '--auth-local=reject',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      '--no-instructions',
      ...(cluster.durable ? [] : ['--no-sync', '--no-data-checksums']),
    ],
    { ...cluster.user, cwd: cluster.home, env: serverEnvironment, encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`initdb failed: ${error?.message ?? stderr}`)
}

function refuseOtherMajor(cluster: Cluster) {
  const made = readFileSync(join(dataOf(cluster), 'PG_VERSION'), 'utf8').trim()
  const { stdout } = spawnSync(join(cluster.programs, 'bin/postgres'), ['--version'], {
    ...cluster.user,
    cwd: cluster.home,
    encoding: 'utf8',
  })
  const running = /(\d+)/.exec(stdout)?.[1]
  if (made === running) return
  throw new Error(
    `The data in ${cluster.home} are of PostgreSQL ${made}, and this is ${running}. ` +
      'Export them with the old version, or remove the folder to begin anew.',
  )
}
