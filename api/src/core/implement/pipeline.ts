/**
 * One request, from its credential to its answer: who asks, may they, how often, what do they say,
 * was it said before, and only then the handler; then audit, commit, and the answer.
 */
import type { Scope as ScopeName } from '@sonaqor/contract/access'
import { versionHeader } from '@sonaqor/contract/api-versions'
import type { Context } from 'koa'
import {
  anonymous,
  requireAccess,
  requireOpenTenant,
  tenantThere,
  requireReading,
  type Authenticator,
  type Principal,
} from '../access/index.ts'
import type { Foundation } from '../foundation/index.ts'
import { countRefusal, type Limits } from '../limits/index.ts'
import { asProblem, Problem } from '../problems/index.ts'
import { OpenScope, type RequestInfo, type ScopeStart } from '../scope/index.ts'
import { refusalOf, unlessSame, type Answer } from './answer/answer.ts'
import { bodyMaxDefault, discard, isLarge, noBody, type Body, type ReadBody } from './parse/body.ts'
import { requireOrigin, requireOwnPage } from './cors.ts'
import { credentialOf, type Credential } from './credential.ts'
import { act } from './act.ts'
import { dialectOf, telling, type Dialect } from './dialect.ts'
import type { Plane } from './planes.ts'
import { takeFromQuotas } from './quotas.ts'
import type { Match } from './router.ts'
import type { SendFile } from './answer/stream.ts'

export interface PipelineParts {
  readonly answerInner: ScopeStart['answerInner']
  readonly foundation: Foundation
  readonly limits: Limits
  readonly authenticators: readonly Authenticator[]
  readonly readBody: ReadBody
  readonly sendFile: SendFile
}

/** What becomes of one call: its answer, and what the request log wants to know beside it. */
export interface Outcome {
  readonly answer: Answer
  readonly principal: Principal
  readonly body: Body
  readonly problem: Problem | null
  /** Which scopes its handler asked for. */
  readonly taken: ReadonlySet<ScopeName>
  /** In which version it was spoken, of whom was let in. */
  readonly dialect: Dialect | undefined
}

export interface Call {
  readonly context: Context
  readonly request: RequestInfo
  readonly plane: Plane
  /** A HEAD is a GET whose body stays behind. */
  readonly method: string
  /** Of a request that is made within another one, which sends no credential. */
  readonly credential?: Credential
  readonly path: string
  readonly query: string
  /** Where it leads, or why nowhere. */
  readonly match: Match | Problem
  readonly now: () => Date
}

export async function answerCall(parts: PipelineParts, call: Call): Promise<Outcome> {
  const { request, context } = call
  let body = noBody
  let scope: OpenScope | undefined
  let dialect: Dialect | undefined
  try {
    const credential = call.credential ?? credentialOf(credentialHeader(call), parts.authenticators)
    if (!call.credential && credentialHeader(call) === null) requirePublic(call.match)
    requireSigned(call)
    const isLong = isLarge(context.req, bodyMaxOf(call))
    if (isLong) {
      // Room for it is scarce and strangers have time: it is read of those alone who may send it.
      scope = openScope(parts, call, { readOnly: true })
      await admit(parts, call, { credential, scope, isCounted: false })
      await scope.transaction.rollback()
    }
    const read = await attempt(() => readBodyOf(parts, call))
    if (!(read instanceof Problem)) body = read
    const opened = openScope(parts, call, { readOnly: call.method === 'GET' })
    scope = opened
    const match = await admit(parts, call, { credential, scope, isCounted: isLong })
    const named = request.header(versionHeader)
    dialect = dialectOf(parts.foundation.history, match.route, scope.principal, named)
    if (read instanceof Problem) throw read
    const { spoken } = dialect
    const isHead = context.method === 'HEAD'
    const send = (made: Answer) => parts.sendFile(opened, made, { isHead })
    const answer = await act(scope, match, { ...call, body: body.bytes, spoken, send })
    const same = unlessSame(answer, request.header('if-none-match'))
    return {
      answer: telling(same, dialect),
      principal: scope.principal,
      body,
      problem: null,
      taken: scope.taken,
      dialect,
    }
  } catch (thrown) {
    await scope?.transaction.rollback()
    const problem = asProblem(thrown)
    if (context.req.readable && !context.req.complete) discard(context.req)
    return {
      answer: telling(refusalOf(problem, request.id, dialect?.spoken), dialect),
      principal: problem.details.claimant ?? scope?.principal ?? anonymous,
      body,
      problem,
      taken: scope?.taken ?? new Set(),
      dialect,
    }
  }
}

/** A public endpoint asks nobody, whatever stale token the caller still sends along. */
function credentialHeader({ match, request }: Call): string | null {
  const isPublic = !(match instanceof Problem) && match.route.endpoint.options.access === 'public'
  return isPublic ? null : request.header('authorization')
}

/** Without a credential nothing is read of what is not public. */
function requirePublic(match: Match | Problem): void {
  if (match instanceof Problem) throw match
  requireAccess(anonymous, match.route.endpoint.options)
}

/** What nobody can have signed is not read. */
function requireSigned({ match, request }: Call): void {
  const headers = match instanceof Problem ? [] : (match.route.endpoint.options.signed ?? [])
  const missing = headers.find((name) => !request.header(name))
  if (!missing) return
  throw new Problem('unauthenticated', { detail: `This is taken signed, with ${missing}.` })
}

function bodyMaxOf({ match }: Call): number {
  const bodyMax = match instanceof Problem ? undefined : match.route.endpoint.options.bodyMax
  return bodyMax ?? bodyMaxDefault
}

async function readBodyOf({ readBody }: PipelineParts, call: Call): Promise<Body> {
  return call.method === 'GET' ? noBody : readBody(call.context.req, bodyMaxOf(call))
}

function openScope(
  { foundation, answerInner }: PipelineParts,
  { request, now, credential }: Call,
  { readOnly }: { readonly readOnly: boolean },
): OpenScope {
  return new OpenScope({
    ...(credential ? {} : { answerInner }),
    ground: foundation,
    principal: anonymous,
    request,
    transaction: foundation.database.begin({ readOnly, along: tenantThere }),
    now,
  })
}

interface Admission {
  readonly credential: Credential
  readonly scope: OpenScope
  /** Whether the quota has been taken from for this request already. */
  readonly isCounted: boolean
}

/** Who asks, may they, and how often; answers where it leads. */
async function admit(
  parts: PipelineParts,
  call: Call,
  { credential, scope, isCounted }: Admission,
): Promise<Match> {
  const principal = await authenticate(parts, call, credential, scope)
  const { match, request } = call
  const { told } = scope.transaction
  // What is refused costs as much as what is done, so it counts as much.
  if (!isCounted) await takeFromQuotas(parts, { match, request, principal, told, now: call.now() })
  if (match instanceof Problem) throw match
  requireRight(call, match, principal)
  await requireOpenTenant(scope, principal, told)
  return match
}

/** A refusal is counted, unless the token alone was enough to see that it is none of ours. */
async function authenticate(
  { limits, foundation }: PipelineParts,
  { request: { ip }, now }: Call,
  credential: Credential,
  scope: OpenScope,
): Promise<Principal> {
  try {
    return await credential.authenticate(scope)
  } catch (thrown) {
    const problem = asProblem(thrown)
    if (!scope.transaction.isOpen) throw problem
    const { limitFactor: factor } = foundation.config
    throw await countRefusal(limits, problem, { ip, now: now(), factor })
  }
}

function requireRight(
  { request, method, plane }: Call,
  { route }: Match,
  principal: Principal,
): void {
  const ownOrigin = plane.origin
  const { origin } = request
  requireAccess(principal, route.endpoint.options)
  requireReading(principal, method)
  requireOrigin({ route, principal, origin, site: request.header('sec-fetch-site'), ownOrigin })
  if (method !== 'GET') {
    requireOwnPage({ cookie: request.header('cookie'), origin, ownOrigin })
  }
}

/** A Problem to be spoken later, when it is known who would hear it. */
async function attempt<T>(work: () => Promise<T>): Promise<T | Problem> {
  try {
    return await work()
  } catch (thrown) {
    return asProblem(thrown)
  }
}
