import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { flagsFor, roomEnvironment } from '../../../.run/server-room.ts'

export interface Server {
  readonly url: string
  /** Tells it the time, over a channel that only we have. */
  setClock(moment: Date | null): Promise<void>
  /** Asks it to stop, and waits until it has. */
  stop(): Promise<void>
}

/** A server in a process of its own, as in production. */
export interface ServerProcess extends Server {
  /** Everything that it has written so far. */
  output(): string
  /** The code that it ends with, once it has ended. */
  readonly ended: Promise<number | null>
  /** Ends it at once, as a power cut would. */
  kill(): Promise<void>
}

/** The whole one, the small one that core's own tests have, or the whole one with a past that it never had. */
export type HouseName = 'whole' | 'toy' | 'dated'

export interface ServerStart {
  readonly house: HouseName
  readonly roles: string
  readonly env: Readonly<Record<string, string>>
}

const entries: Readonly<Record<HouseName, string>> = {
  whole: fileURLToPath(new URL('../server.ts', import.meta.url)),
  dated: fileURLToPath(new URL('dated/server.ts', import.meta.url)),
  toy: fileURLToPath(new URL('toy/server.ts', import.meta.url)),
}

const startMs = 90_000

/** What Node has compiled once is read from there, by which a server is up with half the work. */
const compiled = process.env['NODE_COMPILE_CACHE']
export const bareEnvironment = {
  PATH: process.env['PATH'] ?? '',
  ...(compiled ? { NODE_COMPILE_CACHE: compiled } : {}),
}

export async function startServer({ house, roles, env }: ServerStart): Promise<ServerProcess> {
  const child = fork(entries[house], ['--roles', roles], {
    env: { ...bareEnvironment, ...roomEnvironment, ...env },
    execArgv: [...flagsFor(roles)],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  }
  // What it wrote last may come after its end.
  const ended = once(child, 'close').then(([code]) => code as number | null)
  const port = await ready(child, () => output)
  return {
    url: `http://localhost:${port}`,
    output: () => output,
    ended,
    setClock: async (moment) => {
      child.send({ now: moment?.toISOString() ?? null })
      await once(child, 'message')
    },
    kill: () => end(child, 'SIGKILL'),
    stop: () => end(child, 'SIGTERM'),
  }
}

async function ready(child: ChildProcess, output: () => string): Promise<number> {
  const late = setTimeout(() => child.kill('SIGKILL'), startMs)
  const [first] = (await Promise.race([once(child, 'message'), once(child, 'exit')])) as unknown[]
  clearTimeout(late)
  if (typeof first === 'object' && first !== null && 'port' in first) return Number(first.port)
  const reason = child.signalCode ?? child.exitCode
  throw new Error(`the server did not start, and ended with ${reason}:\n${output()}`)
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  child.kill(signal)
  await exited
}
