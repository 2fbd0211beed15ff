/**
 * One world for all test files that leave it as they found it: two processes, with every quota out of
 * reach. A start, a database and cold code for each file would be most of what the tests cost. Whoever
 * moves the clock, ends a process, counts what everybody has, or needs a setting starts their own.
 *
 * Jest's own process keeps it, for the files come and go; it is started when the first one asks.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ownOrigin } from './fake-browser.ts'
import { enterWorld, startWorld, type OwnWorld, type Standing, type World } from './world.ts'

const addressName = 'SHARED_WORLD_URL'

/** The world that other test files live in as well, each with tenants of its own. */
export async function joinWorld(): Promise<World> {
  const address = process.env[addressName]
  if (!address) throw new Error('only Jest keeps a world that is shared: see .jest.config.cjs')
  const response = await fetch(address)
  if (!response.ok) throw new Error(await response.text())
  return enterWorld((await response.json()) as Standing)
}

/** Offers it to every worker; the reply ends it. */
export async function offerWorld(): Promise<() => Promise<void>> {
  let started: Promise<OwnWorld> | undefined
  const keeper = createServer(async (_, reply) => {
    // A connection that is kept would be cut while a worker takes it for whole.
    reply.setHeader('connection', 'close')
    try {
      started ??= startShared()
      const { standing } = await started
      reply.end(JSON.stringify(standing))
    } catch (error) {
      reply.writeHead(500).end(String(error))
    }
  })
  await new Promise<void>((resolve) => keeper.listen(0, '127.0.0.1', resolve))
  process.env[addressName] = `http://127.0.0.1:${(keeper.address() as AddressInfo).port}`
  return async () => {
    keeper.close()
    const world = await started?.catch(() => undefined)
    await world?.stop()
    for (const server of world?.servers ?? []) tellErrors(server.output())
  }
}

/** What a file of tests sees as a 500 only. */
function tellErrors(output: string): void {
  for (const line of output.split('\n')) {
    if (!isWarning(line)) process.stderr.write(`${line}\n`)
  }
}

const isWarning = (line: string) => line === '' || line.includes('"level":40')

function startShared(): Promise<OwnWorld> {
  return startWorld({
    processes: 2,
    env: {
      PUBLIC_URL: ownOrigin,
      SONAQOR_LIMIT_FACTOR: '100000',
      // Several files speak to it at once.
      DATABASE_POOL_SIZE: '24',
    },
  })
}
