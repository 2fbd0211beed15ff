/** Brings a database to the newest schema, as its owner. Safe to run twice, and by two at once. */
import { readdir } from 'node:fs/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { join } from 'node:path'
import type { Knex } from 'knex'
import { installQueue } from './install-queue.ts'
import { openOwner } from './owner.ts'
import { requireRoles } from './required-roles.ts'

const folder = fileURLToPath(new URL('../../../migrations', import.meta.url))

/** Held while migrating, so that a second process waits; freed by the server if the first one dies. */
const lockKey = 5_201_001

export async function migrate(ownerUrl: string): Promise<readonly string[]> {
  const owner = openOwner(ownerUrl, 3)
  try {
    await requireRoles(owner)
    return await owner.transaction(async (holder) => {
      await holder.raw('select pg_advisory_xact_lock(?)', [lockKey])
      return run(owner, ownerUrl)
    })
  } finally {
    await owner.destroy()
  }
}

async function run(owner: Knex, ownerUrl: string): Promise<string[]> {
  const options = { migrationSource: source, tableName: 'migrations' }
  // Knex marks its lock in a row, which stays behind after a kill -9; ours is the advisory one.
  await owner.migrate.forceFreeMigrationsLock(options)
  await installQueue(ownerUrl)
  const [, done] = (await owner.migrate.latest(options)) as [number, string[]]
  return done
}

const source: Knex.MigrationSource<string> = {
  getMigrations: async () =>
    (await readdir(folder)).filter((name) => name.endsWith('.ts')).toSorted(),
  getMigrationName: (name) => name,
  getMigration: (name) => import(pathToFileURL(join(folder, name)).href),
}
