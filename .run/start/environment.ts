/** What the processes of the product are started with, and the addresses that they were last served at. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../../api/src/config.ts'
import { toolEnvironment } from '../command.ts'
import { buildDir } from '../places.ts'
import { writePrivately } from '../private-file.ts'
import type { Databases, Settings } from './settings.ts'

/** The servers get the logins that they need, and the owner's is not among them. */
export function environmentOf(settings: Settings, database: Databases): NodeJS.ProcessEnv {
  const { DATABASE_URL: _owner, ...inherited } = toolEnvironment
  return {
    ...inherited,
    PORT: String(settings.port),
    // The demo's passwords are there to be read, so its servers are for this machine alone.
    HOST: inherited['HOST'] || (settings.demo ? '127.0.0.1' : '0.0.0.0'),
    DATABASE_APP_URL: database.app,
    DATABASE_WORKER_URL: database.worker,
    SONAQOR_BUILD_DIR: buildDir,
    SONAQOR_DATA_DIR: settings.dataDir,
    SONAQOR_DEMO: String(settings.demo),
    ...(settings.hasKek ? {} : { SONAQOR_KEK_FILE: join(settings.dataDir, 'kek') }),
  }
}

type Addresses = Pick<Config, 'publicUrl' | 'staffUrl'>

const fileOf = (dataDir: string) => join(dataDir, 'addresses.json')

/** So that a command beside it prints links that lead here, whatever port was chosen for it. */
export function keepAddresses(dataDir: string, { publicUrl, staffUrl }: Addresses): void {
  const addresses = { PUBLIC_URL: publicUrl, STAFF_URL: staffUrl }
  writePrivately(fileOf(dataDir), `${JSON.stringify(addresses, null, 2)}\n`)
}

/** Nothing where nothing was served yet: then what is set decides, as it does everywhere else. */
export function keptAddresses(dataDir: string): Readonly<Record<string, string>> {
  try {
    return JSON.parse(readFileSync(fileOf(dataDir), 'utf8')) as Record<string, string>
  } catch {
    return {}
  }
}
