/**
 * A server process, which says over its channel to us when it serves. That its address answers would
 * prove nothing: another program may have the port.
 */
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { root, saidFromRoot } from '../places.ts'
import type { Plan } from './keeper.ts'

export interface NodeProcess {
  readonly name: string
  readonly args: readonly [script: string, ...rest: string[]]
  /** What Node itself is told. */
  readonly flags?: readonly string[]
  readonly env: NodeJS.ProcessEnv
  readonly logDir: string
  readonly onSpawn: (name: string, pid: number) => void
}

const startMs = 60_000
/** Longer than a server takes at most to finish what is under way. */
const stopMs = 25_000

export function nodeProcess(wanted: NodeProcess): Plan {
  const log = openLog(wanted)
  return {
    name: wanted.name,
    log: saidFromRoot(log),
    start: async (signal) => {
      const child = spawnChild(wanted, log)
      const ended = once(child, 'exit').then(([code, by]) => String(by ?? `exit code ${code}`))
      const stop = () => stopChild(child, ended)
      signal.addEventListener('abort', () => child.kill('SIGTERM'), { once: true })
      try {
        await untilReady(child, ended)
      } catch (error) {
        await stop()
        throw new Error(
          `${wanted.name} did not start: ${(error as Error).message}\n${endOf(log)}\nMore of it: ${saidFromRoot(log)}`,
          {
            cause: error,
          },
        )
      }
      return { ended, stop }
    },
  }
}

/**
 * In a group of its own, so that Ctrl-C reaches us alone and things stop in their order. Through the
 * channel it notices when we are gone without having said so.
 */
function spawnChild(
  { name, args, flags = [], env, onSpawn }: NodeProcess,
  log: string,
): ChildProcess {
  const file = openSync(log, 'a', 0o600)
  const [script, ...rest] = args
  const child = fork(join(root, script), rest, {
    cwd: root,
    env,
    execArgv: [...process.execArgv, ...flags],
    stdio: ['ignore', file, file, 'ipc'],
    detached: true,
  })
  closeSync(file)
  if (child.pid !== undefined) onSpawn(name, child.pid)
  return child
}

async function untilReady(child: ChildProcess, ended: Promise<string>) {
  const outcome = await Promise.race([
    untilMessage(child),
    ended,
    delay(startMs, 'it took too long', { ref: false }),
  ])
  if (outcome) throw new Error(outcome)
}

async function untilMessage(child: ChildProcess): Promise<undefined> {
  await once(child, 'message')
}

async function stopChild(child: ChildProcess, ended: Promise<string>) {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  const impatience = setTimeout(() => child.kill('SIGKILL'), stopMs)
  await ended
  clearTimeout(impatience)
}

/** The log of the start before this one is kept: after a crash it is the one that is wanted. */
function openLog({ name, logDir }: NodeProcess): string {
  const log = join(logDir, `${name}.log`)
  mkdirSync(logDir, { recursive: true })
  if (existsSync(log)) renameSync(log, join(logDir, `${name}.before.log`))
  return log
}

const endOf = (log: string): string =>
  readFileSync(log, 'utf8').trimEnd().split('\n').slice(-12).join('\n')
