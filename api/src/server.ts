/**
 * `node server.ts migrate` brings the database to the newest schema; `node server.ts --roles web,live`
 * plays the roles that are named, all of them unless told; `node server.ts <command> …` runs a
 * command of a feature.
 */
import { parseArgs } from 'node:util'
import { createApp, features } from './app.ts'
import { ConfigError, readConfig, readOwnerUrl, roles, type ServerRole } from './config.ts'
import { featuresOf } from './core/feature/index.ts'
import { openFoundation, type House } from './core/house/index.ts'
import { migrate } from './core/migrate/index.ts'

const print = (text: string) => process.stdout.write(`${text}\n`)

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { roles: { type: 'string', default: roles.join(',') } },
  })
  const [command, ...rest] = positionals
  if (command === 'migrate') {
    const done = await migrate(readOwnerUrl())
    print(`migrated  ${done.length === 0 ? 'nothing was missing' : done.join(' ')}`)
  } else if (command === undefined) {
    await serve(rolesOf(values.roles))
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

async function serve(asked: readonly ServerRole[]): Promise<void> {
  const config = readConfig()
  const house = await createApp({ config, roles: asked })
  stopOnce(house)
  if (config.testClock) process.on('message', (message) => moveClock(house, message))
  print(`listening ${house.port ?? 'nowhere'}  roles ${asked.join(',')}`)
  process.send?.({ ready: true, port: house.port })
}

/** The first signal asks politely; a second one, or ten seconds more, does not. */
function stopOnce(house: House): void {
  for (const signal of ['SIGTERM', 'SIGINT', 'disconnect'] as const) {
    process.once(signal, () => {
      setTimeout(() => process.exit(1), 20_000).unref()
      void house.stop().then(() => process.exit(0))
    })
  }
}

/** Tests tell the time over the channel of the process that started us; nobody else has one. */
function moveClock({ foundation }: House, message: unknown): void {
  if (typeof message !== 'object' || message === null || !('now' in message)) return
  const { now } = message
  foundation.clock.set(typeof now === 'string' ? new Date(now) : null)
  process.send?.({ clock: now })
}

async function run(name: string, values: readonly string[]): Promise<void> {
  const foundation = await openFoundation(readConfig())
  try {
    const commands = featuresOf(features, foundation).flatMap((feature) =>
      Object.entries(feature.commands ?? {}),
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
