/** Live sockets of one process, at `/live`: who comes in, what they may say, when they have to go. */
import type { Server as HttpServer } from 'node:http'
import { callbackify } from 'node:util'
import type { FromBrowser, FromServer } from '@sonaqor/contract/live'
import { Server } from 'socket.io'
import { createRounds } from '../clock/index.ts'
import { eventPosition, followEvents } from '../events/index.ts'
import type { Feature } from '../feature/index.ts'
import type { Foundation } from '../foundation/index.ts'
import { asProblem, documentOf } from '../problems/index.ts'
import { createHearing } from './audience.ts'
import { createDoor } from './door.ts'
import { Hub } from './hub.ts'
import { listen } from './listen.ts'
import { batchOf, Visitor, type AtDoor, type LiveSocket } from './visitor.ts'

export interface Live {
  close(): Promise<void>
}

type LiveServer = Server<FromBrowser, FromServer, Record<string, never>, AtDoor>

export async function serveLive(
  foundation: Foundation,
  features: readonly Feature[],
  http: HttpServer,
): Promise<Live> {
  const { log, metrics } = foundation
  const door = createDoor(foundation, features)
  const streams = features.flatMap((feature) => feature.streams ?? [])
  const visitors = new Map<string, Visitor>()
  const io: LiveServer = new Server(http, {
    path: '/live',
    transports: ['websocket'],
    allowUpgrades: false,
    serveClient: false,
    maxHttpBufferSize: 16 * 1024,
    perMessageDeflate: false,
  })

  const start = await eventPosition(foundation)
  const hearing = createHearing(features.flatMap(({ events = {} }) => Object.values(events)))
  const hub = new Hub(start, hearing, {
    ended: (end) => {
      for (const visitor of visitors.values()) if (visitor.endsWith(end)) visitor.expire()
    },
    deliver: (room) => (events) => io.to(room.audience.key).emit('events', batchOf(events)),
  })
  const follower = followEvents(foundation, start, (events) => hub.hear(events))
  const watch = createRounds(() => door.watch(visitors.values()), { everyMs: 1000, log })

  io.use(
    callbackify(async (socket: LiveSocket) => {
      const { position } = hub
      socket.data = { ...(await door.admit(socket.handshake).catch(refuse)), position }
    }),
  )

  io.on('connection', (socket) => {
    const visitor = new Visitor(socket, foundation, hub)
    visitors.set(socket.id, visitor)
    metrics.sockets.set(visitors.size)
    socket.on('disconnect', () => {
      visitors.delete(socket.id)
      metrics.sockets.set(visitors.size)
      visitor.leave()
    })
    listen(visitor, streams, door)
    if (hub.endedSince(socket.data.position).some((end) => visitor.endsWith(end))) visitor.expire()
    visitor.arrive(socket.data.since).catch((error: unknown) => {
      log.debug({ err: error }, 'a listener could not be told what it missed')
      socket.disconnect(true)
    })
  })

  return {
    close: async () => {
      await Promise.all([watch.close(), follower.close()])
      hub.close()
      await io.close()
    },
  }
}

/** The refusal as a problem, in the shape that Socket.IO brings to the browser. */
function refuse(thrown: unknown): never {
  const problem = asProblem(thrown)
  throw Object.assign(new Error(problem.code), { data: documentOf(problem, 'none') })
}
