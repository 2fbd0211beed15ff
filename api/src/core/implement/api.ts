/** The API as Koa middleware: everything below `/v1`. */
import type { Middleware, Context } from 'koa'
import type { Feature, Recorder } from '../feature/index.ts'
import type { Foundation } from '../foundation/index.ts'
import { createLimits, createPlaces } from '../limits/index.ts'
import { problems } from '@sonaqor/contract/problem'
import type { Problem } from '../problems/index.ts'
import type { InnerCall, RequestInfo } from '../scope/index.ts'
import type { Answer } from './answer/answer.ts'
import { createBodyReader } from './parse/body.ts'
import type { Credential } from './credential.ts'
import { corsHeaders, preflight } from './cors.ts'
import { answerIn, contextOf, requireTellable } from './inner-call.ts'
import { answerCall, type Call, type Outcome, type PipelineParts } from './pipeline.ts'
import { isOfStaff } from './operations.ts'
import { planesOf, type Plane } from './planes.ts'
import { record } from './record.ts'
import { requestInfoOf } from './request-info.ts'
import { createRouter, ledMethod, type Router } from './router.ts'
import { createFileSender, stallMs } from './answer/stream.ts'
import { timeOf } from './test-time.ts'

/** Nothing of the API is ever framed, sniffed or kept by a browser. */
const guards = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

export function createApi(foundation: Foundation, features: readonly Feature[]): Middleware {
  const routes = features.flatMap((feature) => feature.routes ?? [])
  const atStaff = createRouter(routes.filter(isOfStaff))
  const atTenants = createRouter(routes.filter((route) => !isOfStaff(route)))
  const planeOf = planesOf(foundation)
  const recorders = features.flatMap((feature) => feature.recorders ?? [])
  const parts: PipelineParts = {
    foundation,
    limits: createLimits(foundation.database, foundation.clock),
    authenticators: features.flatMap(({ authenticators = [] }) => authenticators),
    readBody: createBodyReader(),
    sendFile: createFileSender(createPlaces(foundation.database)),
    async answerInner(inner, around) {
      const context = contextOf(inner)
      const place = { router: atTenants, plane: planeOf(undefined), inner: { ...inner, around } }
      const latencyMs = await serve(parts, place, recorders, context)
      return answerIn(context, latencyMs)
    },
  }
  return async (context, next) => {
    if (!isOurs(context.path)) return next()
    const plane = planeOf(context.req.headers.host)
    const router = plane.isStaff ? atStaff : atTenants
    await serve(parts, { router, plane }, recorders, context)
  }
}

/** The description of the API lies below its address, but is a page about it. */
function isOurs(path: string): boolean {
  return path === '/v1' || (path.startsWith('/v1/') && path !== '/v1/openapi.json')
}

interface Asked {
  readonly router: Router
  readonly plane: Plane
  /** Of a request that is made within another one: by whom, and around it whose that is. */
  readonly inner?: InnerCall & { readonly around: RequestInfo }
}

/** Answers, and says how long that took, apart from what was waited for. */
async function serve(
  parts: PipelineParts,
  { router, plane, inner }: Asked,
  recorders: readonly Recorder[],
  context: Context,
): Promise<number> {
  const { foundation } = parts
  const startedAt = performance.now()
  const { path, querystring: query } = context
  const place = router.at(path)
  const { routes } = place
  const { config, clock } = foundation
  const known = requestInfoOf(context, {
    trustedProxies: config.trustedProxies,
    now: clock.now(),
    ownOrigin: plane.origin,
  })
  const request = inner ? within(inner, known) : known
  say(context, guards)
  say(context, corsHeaders(routes))
  context.res.setHeader('x-request-id', request.id)
  if (context.method === 'OPTIONS' && routes.length > 0) {
    speak(context, preflight(routes))
    return 0
  }
  const now = timeOf(foundation, request)
  const method = ledMethod(context.method)
  const match = place.match(method)
  const asked = { context, request, plane, method, path, query, match, now }
  const call: Call = inner ? { ...asked, credential: credentialOfInner(inner, match) } : asked
  const outcome = await answerCall(parts, call)
  speak(context, outcome.answer)
  const latencyMs = performance.now() - startedAt - request.idleMs()
  await record(recorders, { call, outcome, latencyMs, at: now() }, foundation.log)
  outcome.body.release()
  tell(foundation, call, outcome, latencyMs)
  return latencyMs
}

/** Whoever takes its answer is who asked around it. */
const within = ({ id, around }: NonNullable<Asked['inner']>, known: RequestInfo): RequestInfo => ({
  ...known,
  id,
  ip: around.ip,
  whenGone: () => around.whenGone(),
})

function credentialOfInner({ as }: InnerCall, match: Call['match']): Credential {
  requireTellable(match)
  return { authenticate: (scope) => scope.become(() => as(scope)) }
}

function say({ res }: Context, headers: Answer['headers']): void {
  for (const name in headers) res.setHeader(name, headers[name] ?? '')
}

function speak(context: Context, { status, headers, body, stream }: Answer): void {
  context.status = status
  say(context, headers)
  if (stream) context.res.setTimeout(stallMs, () => context.res.destroy())
  context.body = stream ?? body
  // Koa takes whatever has no body for a 204.
  context.status = status
}

function tell(foundation: Foundation, call: Call, outcome: Outcome, latencyMs: number): void {
  const { metrics, log } = foundation
  const route = 'route' in call.match ? call.match.route.name : 'none'
  const { status } = outcome.answer
  metrics.requests.observe({ route, status: String(status) }, latencyMs / 1000)
  const line = { requestId: call.request.id, route, status, latencyMs: Math.round(latencyMs) }
  if (!outcome.problem) {
    log.debug(line, 'answered')
    return
  }
  metrics.refusals.inc({ code: outcome.problem.code })
  log[levelOf(outcome.problem)](
    { ...line, err: outcome.problem.details.cause },
    outcome.problem.message,
  )
}

function levelOf({ code }: Problem): 'error' | 'warn' | 'debug' {
  if (code === 'internal') return 'error'
  return problems[code].status >= 500 ? 'warn' : 'debug'
}
