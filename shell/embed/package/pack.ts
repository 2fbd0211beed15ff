import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Packs a package as npm does, into a file beside it, and says which. */
export async function pack(folder: string, into: string): Promise<string> {
  const args = ['pack', '--json', '--ignore-scripts', '--offline', `--pack-destination=${into}`]
  const { stdout } = await run('npm', args, { cwd: folder, shell: process.platform === 'win32' })
  const [packed] = Object.values(JSON.parse(stdout) as Record<string, { filename: string }>)
  if (!packed) throw new Error('npm has packed nothing.')
  return join(into, packed.filename)
}
