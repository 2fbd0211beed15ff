/** The process tree of `npm start`: what was started last is stopped first. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { root } from '../places.ts'
import { keep, type Plan } from './keeper.ts'

export interface Tree {
  /** Aborted when the tree is to come down, with the reason. */
  readonly signal: AbortSignal
  /** Resolves when the process serves; from then on it is kept running. */
  keep(plan: Plan): Promise<void>
  /** Runs a script to its end and resolves with what it printed; rejects with that if it fails. */
  run(args: readonly string[], env: NodeJS.ProcessEnv): Promise<string>
  bringDown(reason: Error): void
  /** Resolves when nothing runs any more. */
  close(): Promise<void>
}

/** `onSpawn` hears of each process that is run to its end: whoever is left of them has to be found. */
export function createTree(onSpawn: (name: string, pid: number) => void): Tree {
  const down = new AbortController()
  const stops: (() => Promise<void>)[] = []
  const bringDown = (reason: Error) => down.abort(reason)
  return {
    signal: down.signal,
    bringDown,
    keep: async (plan) => {
      down.signal.throwIfAborted()
      const keeper = keep(plan, bringDown)
      stops.unshift(keeper.stop)
      await keeper.ready
      down.signal.throwIfAborted()
    },
    run: (args, env) => runToEnd(args, { env, signal: down.signal, onSpawn }),
    close: async () => {
      for (const stop of stops) await stop()
    },
  }
}

interface RunOptions {
  readonly env: NodeJS.ProcessEnv
  readonly signal: AbortSignal
  readonly onSpawn: (name: string, pid: number) => void
}

async function runToEnd(
  args: readonly string[],
  { env, signal, onSpawn }: RunOptions,
): Promise<string> {
  signal.throwIfAborted()
  const child = spawn(process.execPath, args, {
    cwd: root,
    env,
    signal,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  if (child.pid !== undefined) onSpawn(args.join(' '), child.pid)
  let output = ''
  let faults = ''
  child.stdout.on('data', (text) => (output += text))
  child.stderr.on('data', (text) => (faults += text))
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`${args.join(' ')} failed:\n${output}${faults}`.trim())
  return output.trim()
}
