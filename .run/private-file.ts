import { renameSync, writeFileSync } from 'node:fs'

/** Writes a file that its owner alone can read, and that is never seen half-written. */
export function writePrivately(path: string, text: string): void {
  const half = `${path}.${process.pid}`
  writeFileSync(half, text, { mode: 0o600, flush: true })
  renameSync(half, path)
}
