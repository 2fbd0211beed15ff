/** A cluster for one run of tests: fast, alone, and gone afterwards. */
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres, type Postgres } from '../postgres.ts'
import { writePrivately } from '../private-file.ts'
import { identify, isAlive, type Identity } from '../processes.ts'
import { endLeftServer } from './postmaster.ts'
import { clusterHome } from './record.ts'

const prefix = 'sonaqor-test-'

export async function startThrowaway(): Promise<Postgres> {
  await sweepLeft()
  const dataDir = mkdtempSync(join(tmpdir(), prefix))
  // The server may run as another user than ours; what is secret in here has a mode of its own.
  chmodSync(dataDir, 0o755)
  writePrivately(ownerFile(dataDir), JSON.stringify(identify(process.pid)))
  const postgres = await startPostgres({ dataDir, durable: false })
  return {
    ...postgres,
    stop: async () => {
      await postgres.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** Whoever was killed could not clean up. What belongs to a run that lives is left alone. */
async function sweepLeft(): Promise<void> {
  const folders = readdirSync(tmpdir()).filter((name) => name.startsWith(prefix))
  for (const folder of folders.map((name) => join(tmpdir(), name))) {
    const owner = ownerOf(folder)
    if (!owner || isAlive(owner)) continue
    const home = clusterHome(folder)
    if (home) {
      await endLeftServer({ home })
      rmSync(home, { recursive: true, force: true })
    }
    rmSync(folder, { recursive: true, force: true })
  }
}

const ownerFile = (dataDir: string): string => join(dataDir, 'owner.json')

/** Undefined as well for what another account has made, which is not ours to touch. */
function ownerOf(folder: string): Identity | undefined {
  if (!existsSync(ownerFile(folder))) return undefined
  try {
    return JSON.parse(readFileSync(ownerFile(folder), 'utf8')) as Identity
  } catch {
    return undefined
  }
}
