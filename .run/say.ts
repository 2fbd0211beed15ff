/**
 * `node .run/say.ts <command> …` says a command of the server (`found-staff`, `found-tenant`) to the
 * database that `npm start` uses: the embedded one, which has to run meanwhile, or one of your own.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { root, saidFromRoot } from './places.ts'
import { findRunning } from './postgres/running.ts'
import { environmentOf, keptAddresses } from './start/environment.ts'
import { readSettings, type Databases, type Settings } from './start/settings.ts'

function databasesOf({ databases, dataDir }: Settings): Databases {
  const found = databases ?? findRunning(dataDir)
  if (found) return found
  throw new Error(
    `The embedded database with the data in ${saidFromRoot(dataDir)} does not run. ` +
      'Run `npm start`, wait until it says "ready", and say this again in another terminal.',
  )
}

/** What is set in this terminal comes before what the running product was started with. */
function addressesOf({ dataDir, hasAddress }: Settings): Readonly<Record<string, string>> {
  return hasAddress ? {} : keptAddresses(dataDir)
}

async function main(): Promise<number> {
  const settings = readSettings()
  const databases = databasesOf(settings)
  const child = spawn(process.execPath, ['api/src/server.ts', ...process.argv.slice(2)], {
    cwd: root,
    env: {
      ...environmentOf(settings, databases),
      ...addressesOf(settings),
      DATABASE_URL: databases.owner,
    },
    stdio: 'inherit',
  })
  const [code] = (await once(child, 'exit')) as [number | null]
  return code ?? 1
}

process.exitCode = await main().catch((error: Error) => {
  console.error(error.message)
  return 1
})
