import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { writePrivately } from '../private-file.ts'

/**
 * The file with the key-encryption key of an embedded database, made once. Whoever loses it loses
 * every secret in the database, so it is never made anew beside data that exist.
 */
export function ensureKek(dataDir: string): string {
  const file = join(dataDir, 'kek')
  if (existsSync(file)) return file
  if (existsSync(join(dataDir, 'database.json'))) {
    throw new Error(
      `${file} is gone, and the secrets in the database are sealed with it. ` +
        'Put it back, or remove the data folder to begin anew.',
    )
  }
  writePrivately(file, `${randomBytes(32).toString('base64')}\n`)
  return file
}
