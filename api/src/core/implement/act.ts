/** Parses what was sent, does the act once, commits, and has the answer ready before it does. */
import type { Environment } from '@sonaqor/contract/access'
import { withoutSecrets } from '@sonaqor/contract/key-format'
import { problems } from '@sonaqor/contract/problem'
import { operationOf, requireStepUp } from '../access/index.ts'
import { auditReading } from '../audit/index.ts'
import { idempotently, readIdempotencyKey } from '../idempotency/index.ts'
import { asProblem, Problem } from '../problems/index.ts'
import type { OpenScope, RequestInfo } from '../scope/index.ts'
import { answerOf, refusalOf, type Answer } from './answer/answer.ts'
import type { SpokenBefore } from '../versions/index.ts'
import { parseInput, type Input } from './parse/input.ts'
import type { Match } from './router.ts'
import { fileAnswerOf, type FileOut } from './answer/stream.ts'

export interface Asked {
  readonly path: string
  readonly query: string
  readonly body: Buffer
  readonly request: RequestInfo
  /** How the operation is spoken in the version of the call, where that is not as today. */
  readonly spoken?: SpokenBefore | undefined
  /** Begins to send the file of an answer, and refuses where there is no place for it. */
  readonly send: (answer: Answer) => Promise<Answer>
}

export async function act(scope: OpenScope, match: Match, asked: Asked): Promise<Answer> {
  const { route } = match
  const { path, body, request, spoken } = asked
  const input = inputOf(match, asked)
  const isKept = route.endpoint.options.idempotent && scope.principal.tenantId !== null
  const key = isKept ? readIdempotencyKey(request.header('idempotency-key')) : null
  const isRead = !(input instanceof Problem)
  if (!isRead && key === null) throw input
  if (isRead) await begin(scope, match, asked, input)
  const handle = () => (isRead ? answerTo(scope, match, asked, input) : Promise.reject(input))
  const answer =
    key === null
      ? await handle()
      : await idempotently(scope, {
          key,
          request: [route.endpoint.method, `${path}?${asked.query}`, body],
          act: handle,
          refused: (thrown) => (isRead ? lastingRefusal(thrown, request.id, spoken) : null),
          write,
          readAgain,
        })
  const sent = await asked.send(answer)
  try {
    await scope.commit()
  } catch (error) {
    sent.stream?.destroy()
    throw error
  }
  return sent
}

/**
 * What cannot be read is told later: a retry may have been understood at first, in the version of the API
 * that its app spoke then, and is answered as it was.
 */
function inputOf({ route, params }: Match, { query, body, request, spoken }: Asked) {
  try {
    return parseInput(route.endpoint, {
      params,
      query: new URLSearchParams(query),
      body,
      contentType: request.header('content-type'),
      contentEncoding: request.header('content-encoding'),
      ifMatch: request.header('if-match'),
      spoken,
    })
  } catch (thrown) {
    return asProblem(thrown)
  }
}

/** What is so before anything is done, a retry or not. */
async function begin(scope: OpenScope, match: Match, asked: Asked, input: Input): Promise<void> {
  const { method } = match.route.endpoint
  scope.asksFor(() => operationOf(scope.secrets, { ...input, method, path: asked.path }))
  await narrow(scope, input.query)
  await tellOfLook(scope, match, asked)
}

async function answerTo(
  scope: OpenScope,
  { route }: Match,
  { path, query, body, spoken }: Asked,
  input: Input,
): Promise<Answer> {
  const { stepUp, streams, signed } = route.endpoint.options
  if (stepUp) await requireStepUp(scope, stepUp)
  const result = await route.handle(scope, signed ? { ...input, bytes: body } : input)
  if (streams) return fileAnswerOf(result as FileOut)
  return answerOf(route, result, { path, query: new URLSearchParams(query), spoken })
}

/** A tenant that lets Sonaqor look sees what was looked at, whatever it was, but no secret that was pasted. */
async function tellOfLook(
  scope: OpenScope,
  { route }: Match,
  { path, query }: Asked,
): Promise<void> {
  const { principal } = scope
  const look = principal.kind === 'staff' && principal.tenantId !== null ? principal.look : null
  if (!look) return
  const { id: supportAccessId, reason } = look
  const asked = withoutSecrets(query === '' ? path : `${path}?${query}`)
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
function lastingRefusal(
  thrown: unknown,
  requestId: string,
  spoken: SpokenBefore | undefined,
): Answer | null {
  const problem = asProblem(thrown)
  const { status } = problems[problem.code]
  if (problem.code === 'step-up-required') return null
  return status < 500 && status !== 429 && status !== 401
    ? refusalOf(problem, requestId, spoken)
    : null
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
