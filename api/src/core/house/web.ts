import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { Duplex } from 'node:stream'
import Koa from 'koa'
import type { Feature } from '../feature/index.ts'
import type { Foundation } from '../foundation/index.ts'
import { uuidv7 } from '../crypto/index.ts'
import { createApi, planesOf } from '../implement/index.ts'
import { createOps } from '../ops/index.ts'
import { asProblem, documentOf, Problem } from '../problems/index.ts'

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
    if (!hasAddress(context)) {
      speakFault(foundation, context, new Problem('bad-request', { detail: 'This is no address.' }))
      return
    }
    const doubled = doubledHeader(context.req)
    if (doubled) {
      const detail = `The header ${doubled} may stand in a request once.`
      speakFault(foundation, context, new Problem('bad-request', { detail }))
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
  const server: Server = createServer(
    {
      headersTimeout: 10_000,
      requestTimeout: 60_000,
      keepAliveTimeout: 65_000,
      shouldUpgradeCallback: (request) =>
        server.listenerCount('upgrade') > 0 && isSocket(request) && !isStaff(request),
    },
    app.callback(),
  )
  server.on('clientError', refuseUnreadable)
  return server
}

/**
 * An offer of another protocol need not be taken: only live sockets are, and whoever offers `h2c`, or
 * a socket elsewhere, is answered as if nothing had been offered. Node would cut the connection.
 */
function isSocket({ url, headers }: IncomingMessage): boolean {
  return headers.upgrade?.toLowerCase() === 'websocket' && url?.startsWith('/live/') === true
}

/**
 * Of two credentials or hosts Node takes the first, and whoever stands before us may have looked at the
 * other one. All lengths that differ are passed over first, for this stands in every request's path.
 */
function doubledHeader({ rawHeaders }: IncomingMessage): string | null {
  const seen = new Set<string>()
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const { length } = rawHeaders[i] ?? ''
    if (length !== 4 && length !== 13) continue
    const name = rawHeaders[i]?.toLowerCase() ?? ''
    if (name !== 'host' && name !== 'authorization') continue
    if (seen.has(name)) return name
    seen.add(name)
  }
  return null
}

/** Koa reads the address when it is first asked for it, and throws at what it cannot read. */
function hasAddress(context: Koa.Context): boolean {
  try {
    return typeof context.path === 'string'
  } catch {
    return false
  }
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
  const document = documentOf(new Problem('bad-request', { detail }), 'none')
  socket.end(
    `HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-type: application/problem+json\r\n\r\n${JSON.stringify(document)}`,
  )
}
