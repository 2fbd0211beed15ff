/** One attempt: sent, answered in time, and read to its end. */
import { deprecationIn } from './deprecation.ts'
import { ConnectionError, ProblemError, SonaqorError, TimeoutError } from './errors.ts'
import type { Answer, Route } from './operation.ts'
import type { Problem } from './operations.ts'
import { rateLimitsIn } from './rate-limits.ts'

/** As the `fetch` of Node and browsers, of which no more is asked. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>

export interface Sent {
  readonly operation: string
  readonly url: string
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | undefined
  readonly answers: Route['answers']
  readonly signal: AbortSignal | undefined
}

export async function attempt(
  fetch: Fetch,
  sent: Sent,
  timeoutMs: number,
): Promise<Omit<Answer<unknown>, 'attempts'>> {
  const { operation, url, method, headers, body, signal } = sent
  const limit = limited(signal, timeoutMs)
  let isHandedOn = false
  try {
    const response = await fetch(url, {
      method,
      headers,
      signal: limit.signal,
      // Followed, a write would become a reading, and the key go elsewhere.
      redirect: 'manual',
      ...(body === undefined ? {} : { body }),
    })
    if (!response.ok) throw await refusalOf(operation, response)
    isHandedOn = sent.answers === 'file'
    return {
      data: isHandedOn ? response : await dataOf(operation, response),
      status: response.status,
      headers: response.headers,
      requestId: response.headers.get('x-request-id') ?? undefined,
      rateLimits: rateLimitsIn(response.headers),
      deprecation: deprecationIn(response.headers),
      isReplayed: response.headers.get('idempotency-replayed') === 'true',
    }
  } catch (cause) {
    signal?.throwIfAborted()
    if (cause instanceof SonaqorError) throw cause
    throw limit.isOver()
      ? new TimeoutError(operation, `${operation} was not answered within ${timeoutMs} ms`, {
          cause,
        })
      : new ConnectionError(operation, `${operation} got no whole answer: ${wordsOf(cause)}`, {
          cause,
        })
  } finally {
    limit.lift(isHandedOn)
  }
}

/** A signal that is aborted by the caller's, and when the time is over. */
function limited(outer: AbortSignal | undefined, timeoutMs: number) {
  const controller = new AbortController()
  let isOver = false
  const stop = () => controller.abort(outer?.reason)
  const timer = setTimeout(() => {
    isOver = true
    controller.abort()
  }, timeoutMs)
  outer?.addEventListener('abort', stop, { once: true })
  return {
    signal: controller.signal,
    isOver: () => isOver,
    /** What is handed on unread is in no hurry any more, and can still be ended by the caller. */
    lift(isHandedOn: boolean) {
      clearTimeout(timer)
      if (!isHandedOn) outer?.removeEventListener('abort', stop)
    },
  }
}

async function dataOf(operation: string, response: Response): Promise<unknown> {
  const text = await response.text()
  if (text === '') return undefined
  if (isJson(response)) return JSON.parse(text)
  const type = response.headers.get('content-type') ?? 'no type'
  throw new ConnectionError(
    operation,
    `${operation} was answered with ${type} in place of JSON; is baseUrl the address of a Sonaqor?`,
  )
}

async function refusalOf(operation: string, response: Response): Promise<ProblemError> {
  const { status, headers } = response
  const text = await response.text()
  const problem = isJson(response) ? readProblem(text) : undefined
  const leads = headers.get('location')
  const detail =
    status < 400
      ? `It leads elsewhere${leads ? `, to ${leads}` : ''}; baseUrl has to be where the API is.`
      : `Not the API answered, but something before it, with ${status}.`
  return new ProblemError(operation, { status, headers, problem, detail })
}

/** Something in between may answer with JSON of its own. */
function readProblem(text: string): Problem | undefined {
  try {
    const read = JSON.parse(text) as Partial<Problem> | null
    return typeof read?.code === 'string' && typeof read.detail === 'string'
      ? (read as Problem)
      : undefined
  } catch {
    return undefined
  }
}

const isJson = ({ headers }: Response) => /[/+]json\b/.test(headers.get('content-type') ?? '')

/** What `fetch` failed with says little; what that failed with says more. */
function wordsOf(cause: unknown): string {
  const { message, cause: deeper } = (cause ?? {}) as Partial<Error>
  return (deeper ? wordsOf(deeper) : '') || message || String(cause)
}
