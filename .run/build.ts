/**
 * Builds what is stale: `node .run/build.ts`. A part is stale when a hash over the contents of its
 * inputs differs from the one that its last build wrote down; times of files are not asked.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { hashOf } from './build/inputs.ts'
import { productParts, type Part } from './build/parts.ts'
import { toolEnvironment } from './command.ts'
import { withLock } from './lock.ts'
import { buildDir, root } from './places.ts'

const atOnce = 2
const stampFile = join(buildDir, 'built.json')

export interface BuildOptions {
  readonly parts?: readonly Part[]
  readonly signal?: AbortSignal
}

/** Throws with the builder's own words if a part does not build; the others are finished first. */
export function build({ parts = productParts(), signal }: BuildOptions = {}): Promise<void> {
  return withLock(join(buildDir, 'lock'), async () => {
    for (const isLast of [false, true])
      await buildStale(
        parts.filter((part) => (part.isLast ?? false) === isLast),
        signal,
      )
  })
}

async function buildStale(parts: readonly Part[], signal: AbortSignal | undefined): Promise<void> {
  const queue = parts
    .map((part) => ({ part, hash: hashOf(part.inputs) }))
    .filter(({ part, hash }) => readStamps()[part.name] !== hash || !isThere(part))
  const faults: string[] = []
  const lane = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const fault = await run(next.part, signal)
      if (fault) faults.push(fault)
      else stamp(next.part, next.hash)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
  if (faults.length > 0) throw new Error(faults.join('\n'))
}

async function run(
  { name, command: [program, ...args] }: Part,
  signal: AbortSignal | undefined,
): Promise<string | undefined> {
  const startedAt = performance.now()
  const builder = spawn(program, args, {
    cwd: root,
    env: { ...toolEnvironment, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(signal ? { signal } : {}),
  })
  let output = ''
  builder.stdout.on('data', (text) => (output += text))
  builder.stderr.on('data', (text) => (output += text))
  const [code] = await once(builder, 'close')
  if (code !== 0) return `${name} does not build:\n${output.trim()}`
  console.log(`build    ${name}  ${((performance.now() - startedAt) / 1000).toFixed(1)} s`)
  return undefined
}

const isThere = ({ outputs }: Part): boolean =>
  outputs.every((path) => existsSync(join(buildDir, path)))

function stamp({ name }: Part, hash: string) {
  mkdirSync(buildDir, { recursive: true })
  writeFileSync(stampFile, JSON.stringify({ ...readStamps(), [name]: hash }, null, 2))
}

function readStamps(): Readonly<Record<string, string>> {
  return existsSync(stampFile) ? JSON.parse(readFileSync(stampFile, 'utf8')) : {}
}

if (import.meta.main) await build()
