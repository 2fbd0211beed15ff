/**
 * What outlasts a file of tests, kept by Jest's own process and started when the first file asks: the
 * processes that houses live in, and the world that is shared.
 */
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { keeperAddress, type Kept } from './ask-keeper.ts'
import { bareEnvironment } from './server-process.ts'
import { startShared } from './shared-world.ts'
import type { OwnWorld } from './world.ts'

/** As many as work at once on a small machine, so that no house waits for all others. */
const hostCount = 3

/** Offers it to every worker; the answer ends it. */
export async function startKeeper(): Promise<() => Promise<void>> {
  const children: ChildProcess[] = []
  let hosts: Promise<readonly string[]> | undefined
  let world: Promise<OwnWorld> | undefined
  const kept: { readonly [Name in keyof Kept]: () => Promise<Kept[Name]> } = {
    hosts: () =>
      (hosts ??= Promise.all(Array.from({ length: hostCount }, () => startHost(children)))),
    world: async () => (await (world ??= startShared())).standing,
  }
  const server = createServer(async (request, reply) => {
    // A connection that is kept would be cut while a worker takes it for whole.
    reply.setHeader('connection', 'close')
    try {
      reply.end(JSON.stringify(await kept[request.url!.slice(1) as keyof Kept]()))
    } catch (error) {
      reply.writeHead(500).end(String(error))
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  process.env[keeperAddress] = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return async () => {
    await (await world?.catch(() => undefined))?.stop()
    await Promise.all(children.map(endHost))
    server.close()
  }
}

/** One that went down with a test is not waited for: it would never end again. */
async function endHost(child: ChildProcess): Promise<void> {
  if (!child.connected) return
  const ended = once(child, 'exit')
  child.disconnect()
  await ended
}

async function startHost(children: ChildProcess[]): Promise<string> {
  const child = fork(fileURLToPath(new URL('host.ts', import.meta.url)), {
    env: bareEnvironment,
    execArgv: [],
    // What houses write of themselves is for tests that start processes of their own.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  children.push(child)
  const [first] = (await Promise.race([once(child, 'message'), once(child, 'exit')])) as [unknown]
  if (typeof first !== 'object' || first === null || !('port' in first)) {
    throw new Error(`a process for houses did not start, and ended with ${String(first)}`)
  }
  return `http://127.0.0.1:${String(first.port)}`
}
