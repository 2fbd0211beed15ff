/** Runs a tool of the house in the repository's root, its output going where ours goes. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { delimiter, join } from 'node:path'
import { buildDir, root } from './places.ts'

/**
 * Whatever starts us, our own Node and tools come first. Node keeps what it has compiled, so that a
 * server process is up with about half the work.
 */
export const toolEnvironment: NodeJS.ProcessEnv = {
  ...process.env,
  NODE_COMPILE_CACHE: join(buildDir, 'compiled'),
  PATH: `${join(root, 'node_modules/.bin')}${delimiter}${process.env['PATH'] ?? ''}`,
}

export interface CommandOptions {
  readonly env?: Readonly<Record<string, string>>
  readonly limitMs: number
}

export interface CommandEnd {
  readonly code: number
  /** Why it came to no end of its own. */
  readonly fault?: string
  readonly output: string
}

export async function runCommand(
  [program, ...args]: readonly [program: string, ...args: string[]],
  { env = {}, limitMs }: CommandOptions,
): Promise<CommandEnd> {
  const child = spawn(program, args, {
    cwd: root,
    env: { ...toolEnvironment, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: limitMs,
    killSignal: 'SIGKILL',
  })
  let output = ''
  child.stdout.on('data', (text) => {
    output += text
    process.stdout.write(text)
  })
  try {
    const [code, signal] = (await once(child, 'close')) as [number | null, string | null]
    if (code !== null) return { code, output }
    const seconds = Math.round(limitMs / 1000)
    return { code: 1, output, fault: `it was ended by ${signal}; ${seconds} s is its limit` }
  } catch (error) {
    return { code: 1, fault: (error as Error).message, output }
  }
}
