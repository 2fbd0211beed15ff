/** For tests: the verifier as whoever downloads it runs it, in a process of its own. */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Verdict {
  readonly code: number
  readonly text: string
}

export interface VerifierFiles {
  readonly export: string
  readonly keys?: unknown
  readonly checkpoints?: string
}

/** Runs the script in an empty folder, with nothing beside it but what it is given. */
export function runVerifier(
  script: string,
  { export: exported, keys, checkpoints }: VerifierFiles,
  more: readonly string[] = [],
): Promise<Verdict> {
  const files = {
    'export.jsonl': exported,
    ...(keys ? { 'jwks.json': JSON.stringify(keys) } : {}),
    ...(checkpoints === undefined ? {} : { 'checkpoints.jsonl': checkpoints }),
  }
  const args = [
    'export.jsonl',
    ...(keys ? ['--keys', 'jwks.json'] : []),
    ...(checkpoints === undefined ? [] : ['--checkpoints', 'checkpoints.jsonl']),
  ]
  return runTool(script, files, [...args, ...more])
}

/** The same with any script and files. */
export async function runTool(
  script: string,
  files: Readonly<Record<string, string | Buffer>>,
  args: readonly string[],
): Promise<Verdict> {
  const folder = await mkdtemp(join(tmpdir(), 'verify-'))
  try {
    for (const [name, content] of Object.entries({ ...files, 'tool.mjs': script })) {
      await writeFile(join(folder, name), content)
    }
    return await run(folder, ['tool.mjs', ...args])
  } finally {
    await rm(folder, { recursive: true })
  }
}

function run(cwd: string, args: readonly string[]): Promise<Verdict> {
  return new Promise((done) => {
    execFile(process.execPath, args, { cwd, env: {} }, (error, stdout, stderr) => {
      const code = error ? Number(error.code ?? -1) : 0
      done({ code, text: stdout + stderr })
    })
  })
}

export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
