/** Parses what was sent, does the act once, commits, and has the answer ready before it does. */
import type { Environment } from '@sonaqor/contract/access'
import { problems } from '@sonaqor/contract/problem'
import { operationOf, requireStepUp } from '../access/index.ts'
import { auditReading } from '../audit/index.ts'
import { idempotently, readIdempotencyKey } from '../idempotency/index.ts'
import { asProblem } from '../problems/index.ts'
import type { OpenScope, RequestInfo } from '../scope/index.ts'
import { answerOf, refusalOf, type Answer } from './answer.ts'
import { parseInput } from './input.ts'
import type { Match } from './router.ts'
import { fileAnswerOf, type FileOut } from './stream.ts'

export interface Asked {
  readonly path: string
  readonly query: string
  readonly body: Buffer
  readonly request: RequestInfo
}

export async function act(scope: OpenScope, match: Match, asked: Asked): Promise<Answer> {
  const { route, params } = match
  const { path, body, request } = asked
  const query = new URLSearchParams(asked.query)
  const input = parseInput(route.endpoint, {
    params,
    query,
    body,
    contentType: request.header('content-type'),
    contentEncoding: request.header('content-encoding'),
    ifMatch: request.header('if-match'),
  })
  const { method } = route.endpoint
  scope.asksFor(() => operationOf(scope.secrets, { ...input, method, path }))
  await narrow(scope, input.query)
  const { stepUp, streams, signed } = route.endpoint.options
  await tellOfLook(scope, match, asked)
  const handle = async () => {
    if (stepUp) await requireStepUp(scope, stepUp)
    const result = await route.handle(scope, signed ? { ...input, bytes: body } : input)
    return streams ? fileAnswerOf(result as FileOut) : answerOf(route, result, path, query)
  }
  const key = route.endpoint.options.idempotent
    ? readIdempotencyKey(request.header('idempotency-key'))
    : null
  const answer =
    key === null || scope.principal.tenantId === null
      ? await handle()
      : await idempotently(scope, {
          key,
          request: [route.endpoint.method, `${path}?${asked.query}`, body],
          act: handle,
          refused: (thrown) => lastingRefusal(thrown, request.id),
          write,
          readAgain,
        })
  await scope.commit()
  return answer
}

/** A tenant that lets Sonaqor look sees what was looked at, whatever it was. */
async function tellOfLook(
  scope: OpenScope,
  { route }: Match,
  { path, query }: Asked,
): Promise<void> {
  const { principal } = scope
  const look = principal.kind === 'staff' && principal.tenantId !== null ? principal.look : null
  if (!look) return
  const { id: supportAccessId, reason } = look
  const asked = query === '' ? path : `${path}?${query}`
  await auditReading(
    scope,
    'supportAccess.read',
    { supportAccessId, operation: route.name, path: asked, reason },
    supportAccessId,
  )
}

/** `?environment=` narrows what the database shows, so that no query has to think of it. */
async function narrow(scope: OpenScope, query: unknown): Promise<void> {
  const wanted =
    typeof query === 'object' && query !== null && 'environment' in query
      ? (query.environment as Environment | undefined)
      : undefined
  if (!wanted || scope.principal.tenantId === null) return
  const { environments } = scope
  if (environments.length === 1 && environments[0] === wanted) return
  await scope.narrow([wanted])
}

/**
 * Refusals that a retry would meet again are kept; those of the moment are not, nor one that asks for a
 * factor, after which the very same is sent again.
 */
function lastingRefusal(thrown: unknown, requestId: string): Answer | null {
  const problem = asProblem(thrown)
  const { status } = problems[problem.code]
  if (problem.code === 'step-up-required') return null
  return status < 500 && status !== 429 && status !== 401 ? refusalOf(problem, requestId) : null
}

function write({ status, headers, body }: Answer): Buffer {
  return Buffer.from(JSON.stringify({ status, headers, body: body?.toString() ?? null }))
}

function readAgain(bytes: Buffer): Answer {
  const { status, headers, body } = JSON.parse(bytes.toString()) as Omit<Answer, 'body'> & {
    body: string | null
  }
  return {
    status,
    headers: { ...headers, 'idempotency-replayed': 'true' },
    body: body === null ? null : Buffer.from(body),
  }
}
