/** The server process of a cluster: start, know when it is ready, stop, and find one left behind. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, existsSync, openSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { commandOf, end, identify, processesIn, tellsFolders } from '../processes.ts'
import { dataOf, logOf, serverEnvironment, type Cluster } from './cluster.ts'

/** Long enough for a big cluster to recover after a crash. */
const readyWithinMs = 180_000

const settings = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'timezone=UTC',
  'log_timezone=UTC',
  'log_checkpoints=off',
  'shared_buffers=256MB',
  'max_wal_size=4GB',
]
const durableSettings = ['max_connections=200']
const throwawaySettings = [
  'max_connections=500',
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'wal_level=minimal',
  'max_wal_senders=0',
  'checkpoint_timeout=1h',
]

/** Resolves when the server accepts connections. */
export async function startServer(cluster: Cluster, port: number): Promise<ChildProcess> {
  const log = openSync(logOf(cluster), 'a', 0o600)
  const all = [...settings, ...(cluster.durable ? durableSettings : throwawaySettings)]
  // A session of its own: Ctrl-C in a terminal reaches us alone, and we stop things in order.
  const server = spawn(
    join(cluster.programs, 'bin/postgres'),
    ['-D', dataOf(cluster), '-p', String(port), ...all.flatMap((setting) => ['-c', setting])],
    {
      ...cluster.user,
      cwd: cluster.home,
      env: serverEnvironment,
      stdio: ['ignore', log, log],
      detached: true,
    },
  )
  closeSync(log)
  await once(server, 'spawn')
  await untilReady(cluster, server)
  return server
}

/** A fast shutdown ends sessions and writes a checkpoint; what is thrown away needs no checkpoint. */
export async function stopServer(cluster: Cluster, server: ChildProcess): Promise<void> {
  if (hasEnded(server)) return
  const ended = once(server, 'exit')
  server.kill(cluster.durable ? 'SIGINT' : 'SIGQUIT')
  const impatience = setTimeout(() => server.kill('SIGQUIT'), 20_000)
  await ended
  clearTimeout(impatience)
}

export const hasEnded = (server: ChildProcess): boolean =>
  server.exitCode !== null || server.signalCode !== null

/**
 * A server outlives whoever started it, if that was killed. It is stopped, so that the next one is
 * our child again, and so are sessions that outlived a killed server.
 *
 * The number in a stale file keeps PostgreSQL from starting while anybody has it: a stranger, or a
 * dead server whose parent died before it and that no init process ever buries, as in a container.
 * A server is ours by its folder. Where the system tells none, another server's number is left for
 * PostgreSQL to judge.
 */
export async function endLeftServer(cluster: Pick<Cluster, 'home'>): Promise<void> {
  const data = dataOf(cluster)
  const told = readPidFile(data)
  if (!told) return
  const left = identify(told.pid)
  const command = commandOf(told.pid)
  const inFolder = processesIn(data)
  if (left && command.includes('postgres')) {
    const isOurs = command.includes(data) || inFolder.some(({ pid }) => pid === left.pid)
    if (isOurs) return end(left, { signal: 'SIGINT', patienceMs: 30_000 })
    if (!tellsFolders) return
  }
  await Promise.all(inFolder.map((session) => end(session, { signal: 'SIGQUIT' })))
  rmSync(pidFile(data), { force: true })
}

/** The server's own word in its pid file: no line of a log has to be waited for. */
async function untilReady(cluster: Cluster, server: ChildProcess) {
  const deadline = Date.now() + readyWithinMs
  while (Date.now() < deadline) {
    if (hasEnded(server)) throw new Error(`PostgreSQL did not start:\n${endOfLog(cluster)}`)
    const told = readPidFile(dataOf(cluster))
    if (told?.pid === server.pid && told?.status === 'ready') return
    await delay(10)
  }
  server.kill('SIGQUIT')
  throw new Error(`PostgreSQL was not ready in time:\n${endOfLog(cluster)}`)
}

const pidFile = (data: string): string => join(data, 'postmaster.pid')

interface PidFile {
  readonly pid: number
  readonly port: number
  readonly status: string
}

function readPidFile(data: string): PidFile | undefined {
  if (!existsSync(pidFile(data))) return undefined
  const lines = readFileSync(pidFile(data), 'utf8').split('\n')
  return { pid: Number(lines[0]), port: Number(lines[3]), status: lines[7]?.trim() ?? '' }
}

/** The port of the server that runs in a cluster; a file that a dead one left behind names none. */
export function runningPort({ home }: Pick<Cluster, 'home'>): number | undefined {
  const told = readPidFile(dataOf({ home }))
  const isRunning = told?.status === 'ready' && commandOf(told.pid).includes('postgres')
  return isRunning ? told.port : undefined
}

function endOfLog(cluster: Cluster): string {
  return readFileSync(logOf(cluster), 'utf8').trimEnd().split('\n').slice(-8).join('\n')
}
