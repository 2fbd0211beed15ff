/**
 * A process that many houses live in, one beside the other, for as long as tests run: its code is read
 * once, and warm. Each house has its own database, settings and clock, as if it were alone.
 *
 * Whoever starts it hears where it listens; it ends with them.
 */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { features } from '../app.ts'
import { readConfig, type ServerRole } from '../config.ts'
import { openHouse, type House } from '../core/house/index.ts'
import { makeModuleToken } from '../features/releases/module-token.ts'
import { datedHistory } from './dated/history.ts'
import { foundHere, openOwner, type Founding } from './founding/found-here.ts'
import type { ModuleTeam } from './founding/found.ts'
import type { ServerStart } from './server-process.ts'
import { toy } from './toy/feature.ts'

const houseOf = {
  whole: { features },
  dated: { features, history: datedHistory },
  toy: { features: [toy] },
}
const houses = new Map<number, House>()
let count = 0

export interface Lodging {
  readonly id: number
  readonly port: number | null
}

async function open({ house: name, roles, env }: ServerStart): Promise<Lodging> {
  const house = await openHouse({
    config: readConfig(env),
    roles: roles.split(',') as ServerRole[],
    ...houseOf[name],
  })
  const id = (count += 1)
  houses.set(id, house)
  return { id, port: house.port }
}

function setClock({ id, now }: { id: number; now: string | null }) {
  houses.get(id)!.foundation.clock.set(now === null ? null : new Date(now))
}

async function stop({ id }: { id: number }) {
  const house = houses.get(id)
  houses.delete(id)
  await house?.stop()
}

/** A connection that has read once what the tables are founds the next tenant in a third of the time. */
const owners = new Map<string, ReturnType<typeof openOwner>>()

function found(founding: Founding) {
  const owner = owners.get(founding.ownerUrl) ?? openOwner(founding.ownerUrl)
  owners.set(founding.ownerUrl, owner)
  return foundHere(founding, owner)
}

const acts: Readonly<Record<string, (asked: never) => unknown>> = {
  open,
  setClock,
  stop,
  found,
  moduleToken: ({ ownerUrl, module }: ModuleTeam) => makeModuleToken(ownerUrl, module),
}

const server = createServer(async (request, reply) => {
  reply.setHeader('connection', 'close')
  try {
    const act = acts[request.url!.slice(1)]!
    const answer = await act(JSON.parse(await text(request)) as never)
    reply.end(JSON.stringify(answer ?? null))
  } catch (error) {
    reply.writeHead(500).end(String(error))
  }
})
server.listen(0, '127.0.0.1')
await once(server, 'listening')
process.once('disconnect', () => process.exit())
process.send?.({ port: (server.address() as AddressInfo).port })
