import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { Duplex } from 'node:stream'
import Koa from 'koa'
import type { Feature } from '../feature/index.ts'
import type { Foundation } from '../foundation/index.ts'
import { uuidv7 } from '../crypto/index.ts'
import { createApi, planesOf } from '../implement/index.ts'
import { liveRoot, noSocket, offersSocket } from '../live/index.ts'
import { createOps } from '../ops/index.ts'
import { asProblem, documentOf, Problem, rawAnswerOf } from '../problems/index.ts'
import { requestFault } from './request-fault.ts'

export interface WebParts {
  readonly foundation: Foundation
  readonly features: readonly Feature[]
  readonly isServing: () => boolean
}

/** Everything that is served over HTTP: for operators, the API, then the pages of the features. */
export function createWeb({ foundation, features, isServing }: WebParts): Server {
  const app = new Koa()
  const isSecure = foundation.config.publicUrl.startsWith('https:')
  app.on('error', (error: unknown) => foundation.log.debug({ err: error }, 'an answer was cut off'))
  app.use(async (context, next) => {
    if (!isServing()) context.set('connection', 'close')
    context.set('x-content-type-options', 'nosniff')
    if (isSecure) context.set('strict-transport-security', 'max-age=63072000')
    const fault = requestFault(context) ?? (context.path.startsWith(liveRoot) ? noSocket() : null)
    if (fault) {
      speakFault(foundation, context, fault)
      return
    }
    await next().catch((thrown: unknown) => speakFault(foundation, context, thrown))
  })
  app.use(
    createOps({ metrics: foundation.metrics, checks: checksOf(foundation, features), isServing }),
  )
  app.use(createApi(foundation, features))
  const planeOf = planesOf(foundation)
  const isStaff = ({ headers }: IncomingMessage) => planeOf(headers.host).isStaff
  for (const feature of features) {
    for (const middleware of feature.middleware ?? []) {
      app.use((context, next) => (isStaff(context.req) ? next() : middleware(context, next)))
    }
    for (const middleware of feature.staffMiddleware ?? []) {
      app.use((context, next) => (isStaff(context.req) ? middleware(context, next) : next()))
    }
  }
  app.use((context) => {
    const nothing = new Problem('not-found', { detail: 'Nothing is served at this address.' })
    speakFault(foundation, context, nothing)
  })
  const answer = app.callback()
  const server: Server = createServer(
    {
      // Node would refuse in an empty answer what is refused as a problem here.
      requireHostHeader: false,
      headersTimeout: 10_000,
      requestTimeout: 60_000,
      keepAliveTimeout: 65_000,
      shouldUpgradeCallback: (request) =>
        // An offer of another protocol need not be taken, and Node would cut the connection: whoever
        // offers `h2c`, or a socket elsewhere, is answered as if nothing had been offered.
        server.listenerCount('upgrade') > 0 && offersSocket(request) && !isStaff(request),
    },
    answer,
  )
  server.on('checkExpectation', answer)
  server.on('clientError', refuseUnreadable)
  return server
}

function checksOf({ database }: Foundation, features: readonly Feature[]) {
  const reached = {
    name: 'database',
    check: async () => void (await database.query('select 1')),
  }
  return [reached, ...features.flatMap(({ checks = [] }) => checks)]
}

function speakFault({ log }: Foundation, context: Koa.Context, thrown: unknown): void {
  const problem = asProblem(thrown)
  const requestId = uuidv7(new Date())
  const { cause, retryAfterSeconds } = problem.details
  if (problem.code === 'internal') log.error({ err: cause, requestId }, 'a page failed')
  const document = documentOf(problem, requestId)
  context.set('x-request-id', requestId)
  if (retryAfterSeconds !== undefined) context.set('retry-after', String(retryAfterSeconds))
  context.status = document.status
  context.body = JSON.stringify(document)
  context.type = 'application/problem+json'
}

/** What is not even HTTP still gets an answer, if it can be reached. */
function refuseUnreadable(error: Error & { code?: string }, socket: Duplex): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy()
    return
  }
  const detail = 'The request is not well-formed HTTP, or came too slowly.'
  socket.end(rawAnswerOf(new Problem('bad-request', { detail })))
}
