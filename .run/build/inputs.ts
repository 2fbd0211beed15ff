import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { inRoot } from '../places.ts'

/** Tests are not built; changing one must not make the product stale. */
const isTest = /\.(test|e2e)\.tsx?$/

/** One hash over the names and contents of all files that are named, or lie below what is named. */
export function hashOf(inputs: readonly string[]): string {
  const hash = createHash('sha256')
  for (const file of inputs.flatMap(filesBelow).toSorted()) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(inRoot(file)))
      .update('\0')
  }
  return hash.digest('hex')
}

function filesBelow(path: string): string[] {
  if (!statSync(inRoot(path)).isDirectory()) return isTest.test(path) ? [] : [path]
  return readdirSync(inRoot(path))
    .filter((name) => name !== 'node_modules')
    .flatMap((name) => filesBelow(join(path, name)))
}
