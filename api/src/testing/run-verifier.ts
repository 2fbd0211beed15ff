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
export async function runVerifier(
  script: string,
  files: VerifierFiles,
  more: readonly string[] = [],
): Promise<Verdict> {
  const folder = await mkdtemp(join(tmpdir(), 'verify-audit-'))
  const put = async (name: string, content: string) => {
    await writeFile(join(folder, name), content)
    return name
  }
  try {
    const args = [await put('verify-audit.mjs', script), await put('export.jsonl', files.export)]
    if (files.keys) args.push('--keys', await put('jwks.json', JSON.stringify(files.keys)))
    if (files.checkpoints !== undefined) {
      args.push('--checkpoints', await put('checkpoints.jsonl', files.checkpoints))
    }
    return await run(folder, [...args, ...more])
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
