import { hash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { holdsKey } from '@sonaqor/contract/key-format'
import { problems } from '@sonaqor/contract/problem'
import { documentOf, type Problem } from '../../problems/index.ts'
import { isRecord, type SpokenBefore } from '../../versions/index.ts'
import type { Route } from '../implement.ts'
import type { FileOut } from './stream.ts'

/** What leaves: made in one place, so that the request log and a replay see what the caller sees. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer | null
  /** In place of a body: a file to be sent, and then the stream that sends it. */
  readonly file?: FileOut
  readonly stream?: Readable
}

const jsonHeaders = { 'content-type': 'application/json; charset=utf-8' }

interface AskedFor {
  readonly path: string
  readonly query: URLSearchParams
  /** How it is answered in the version of the call, where that is not as today. */
  readonly spoken: SpokenBefore | undefined
}

/** A handler's result, parsed by the contract: a field that nobody declared never leaves. */
export function answerOf(route: Route, result: unknown, { path, query, spoken }: AskedFor): Answer {
  const { reply, status } = route.endpoint.options
  if (!reply) return { status: status ?? 204, headers: {}, body: null }
  const parsed = reply.parse(result)
  const body = Buffer.from(JSON.stringify(inVersion(parsed, spoken)))
  return {
    status: status ?? 200,
    headers: {
      ...jsonHeaders,
      ...linksOf(parsed, path, readAs(result, query)),
      ...(route.endpoint.method === 'GET' ? { etag: tagOf(body) } : {}),
    },
    body,
  }
}

const inVersion = (reply: unknown, spoken: SpokenBefore | undefined): unknown =>
  spoken?.reply && isRecord(reply) ? spoken.reply(reply) : reply

export function refusalOf(
  problem: Problem,
  requestId: string,
  spoken?: SpokenBefore | undefined,
): Answer {
  const document = documentOf(problem, requestId)
  const { retryAfterSeconds, allow } = problem.details
  return {
    status: problems[problem.code].status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      ...(retryAfterSeconds ? { 'retry-after': String(Math.ceil(retryAfterSeconds)) } : {}),
      ...(allow ? { allow: allow.join(', ') } : {}),
      ...(problem.code === 'unauthenticated'
        ? { 'www-authenticate': 'Bearer realm="Sonaqor"' }
        : {}),
    },
    body: Buffer.from(JSON.stringify(spoken?.refusal?.(document) ?? document)),
  }
}

/** The same again, for a caller that has it already. */
export function unlessSame(answer: Answer, ifNoneMatch: string | null): Answer {
  const { etag } = answer.headers
  const known = etag !== undefined && (ifNoneMatch ?? '').split(/\s*,\s*/).includes(etag)
  return known ? { status: 304, headers: { etag }, body: null } : answer
}

function tagOf(body: Buffer): string {
  return `"${hash('sha1', body, 'base64url')}"`
}

/** The parameters as the list was read, which may have been pasted with more than it was read by. */
function readAs(result: unknown, query: URLSearchParams): URLSearchParams {
  const parameters = new URLSearchParams(query)
  const read = isRecord(result) && isRecord(result['readAs']) ? result['readAs'] : {}
  for (const [name, value] of Object.entries(read)) {
    if (typeof value === 'string') parameters.set(name, value)
    else parameters.delete(name)
  }
  return parameters
}

/** `Link` for lists, beside the cursors in the body; logs keep it all over the way, so no key is in it. */
function linksOf(reply: unknown, path: string, query: URLSearchParams): Record<string, string> {
  if (typeof reply !== 'object' || reply === null || !('page' in reply)) return {}
  if ([...query.values()].some(holdsKey)) return {}
  const { next, prev } = reply.page as { next: string | null; prev: string | null }
  const link = (cursor: string | null, relation: string) => {
    if (!cursor) return []
    const parameters = new URLSearchParams(query)
    parameters.set('cursor', cursor)
    return [`<${path}?${parameters}>; rel="${relation}"`]
  }
  const links = [...link(next, 'next'), ...link(prev, 'prev')]
  return links.length > 0 ? { link: links.join(', ') } : {}
}
