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
import { createCrowd } from './crowd.ts'
import { createDoor } from './door.ts'
import { Hub } from './hub.ts'
import { listen } from './listen.ts'
import { takeSocketsAlone } from './offer.ts'
import { batchOf, Visitor, type AtDoor, type LiveSocket } from './visitor.ts'

export interface Live {
  close(): Promise<void>
}

type LiveServer = Server<FromBrowser, FromServer, Record<string, never>, AtDoor>

/** Who has said nothing by then has come for nothing. */
const silenceMs = 10_000

export async function serveLive(
  foundation: Foundation,
  features: readonly Feature[],
  http: HttpServer,
): Promise<Live> {
  const { log, metrics, config } = foundation
  const door = createDoor(foundation, features)
  const streams = features.flatMap((feature) => feature.streams ?? [])
  const visitors = new Map<string, Visitor>()
  const crowd = createCrowd(config)
  const io: LiveServer = new Server({
    path: '/live',
    transports: ['websocket'],
    allowUpgrades: false,
    serveClient: false,
    maxHttpBufferSize: 16 * 1024,
    perMessageDeflate: false,
    connectTimeout: silenceMs,
  })
  takeSocketsAlone(http, () => io.attach(http), {
    allows: crowd.allows,
    take: (...upgrade) => io.engine.handleUpgrade(...upgrade),
  })
  io.engine.on('connection', (connection: LiveSocket['conn']) =>
    crowd.come(connection, connection.request),
  )

  const start = await eventPosition(foundation)
  const hearing = createHearing(features.flatMap(({ events = {} }) => Object.values(events)))
  const hub = new Hub(start, hearing, {
    ended: (end) => {
      for (const visitor of visitors.values()) if (visitor.endsWith(end)) visitor.expire()
    },
    deliver: (to, events) => io.to([...to]).emit('events', batchOf(events)),
  })
  const follower = followEvents(foundation, start, (events) => hub.hear(events))
  const watch = createRounds(() => door.watch(visitors.values()), { everyMs: 1000, log })

  io.use(
    callbackify(async (socket: LiveSocket) => {
      const { position } = hub
      try {
        const atDoor = await door.admit(socket.handshake)
        crowd.admit(socket.conn, atDoor.admitted.principal)
        socket.data = { ...atDoor, position }
      } catch (thrown) {
        refuse(thrown)
      }
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
