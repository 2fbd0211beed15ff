/** Packs a package as npm does, under a name by its content, and says of it what others have to know. */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/**
 * Packs a folder into a file in another one, which it names: `<name>-<version>-<hash>.tgz`. Beside it
 * stands `<name>.json`, with the name of that file and what else is told.
 */
export async function pack(folder: string, into: string, told: object = {}): Promise<string> {
  const args = ['pack', '--json', '--ignore-scripts', '--offline', `--pack-destination=${into}`]
  const { stdout } = await run('npm', args, { cwd: folder, shell: process.platform === 'win32' })
  const [packed] = Object.values(JSON.parse(stdout) as Record<string, { filename: string }>)
  if (!packed) throw new Error('npm has packed nothing.')
  const named = nameByContent(join(into, packed.filename))
  const short = join(into, packed.filename.replace(/-\d+\.\d+\.\d+\.tgz$/, ''))
  writeFileSync(`${short}.json`, JSON.stringify({ file: basename(named), ...told }))
  // For whoever only wants the one of today.
  copyFileSync(named, `${short}.tgz`)
  return named
}

/** A lock file keeps the address with a hash of the content: another content has another address. */
function nameByContent(packed: string): string {
  const hash = createHash('sha256').update(readFileSync(packed)).digest('hex').slice(0, 12)
  const named = packed.replace(/\.tgz$/, `-${hash}.tgz`)
  renameSync(packed, named)
  return named
}
