/**
 * `node server.ts migrate` brings the database to the newest schema; `node server.ts --roles web,live`
 * plays the roles that are named, all of them unless told; `node server.ts <command> …` runs a
 * command of a feature.
 */
import { parseArgs } from 'node:util'
import { features } from './app.ts'
import { ConfigError, readConfig, readOwnerUrl, roles, type ServerRole } from './config.ts'
import { featuresOf } from './core/feature/index.ts'
import { housekeeping, openFoundation, serve } from './core/house/index.ts'
import { migrate } from './core/migrate/index.ts'

const print = (text: string) => process.stdout.write(`${text}\n`)

async function main(): Promise<void> {
  // What stands behind a command is the command's own, its options too.
  const [first = '', ...rest] = process.argv.slice(2)
  const command = first === '' || first.startsWith('-') ? undefined : first
  if (command === 'migrate') {
    const done = await migrate(readOwnerUrl())
    print(`migrated  ${done.length === 0 ? 'nothing was missing' : done.join(' ')}`)
  } else if (command === undefined) {
    const { values } = parseArgs({
      options: { roles: { type: 'string', default: roles.join(',') } },
    })
    await serve({ config: readConfig(), roles: rolesOf(values.roles), features })
  } else {
    await run(command, rest)
  }
}

function rolesOf(text: string): ServerRole[] {
  return text.split(',').map((name) => {
    const role = roles.find((one) => one === name)
    if (!role) throw new ConfigError(`--roles: ${name} is none of ${roles.join(', ')}`)
    return role
  })
}

async function run(name: string, values: readonly string[]): Promise<void> {
  const foundation = await openFoundation(readConfig())
  try {
    const made = featuresOf(features, foundation)
    const commands = [housekeeping(made), ...made].flatMap((one) =>
      Object.entries(one.commands ?? {}),
    )
    const command = new Map(commands).get(name)
    if (!command) throw new ConfigError(`no command is called ${name}`)
    print(await command(foundation, values))
  } finally {
    await foundation.close()
  }
}

try {
  await main()
} catch (error) {
  process.stderr.write(`${error instanceof ConfigError ? error.message : String(error)}\n`)
  process.exitCode = 1
}
