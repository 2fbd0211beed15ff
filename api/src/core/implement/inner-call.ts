/**
 * A request that is made within another one. It goes the way of those that come over HTTP, but for the
 * socket: whatever answers, limits, audits and logs them sees no difference.
 */
import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { keyScopes } from '@sonaqor/contract/key-scopes'
import Koa, { type Context } from 'koa'
import { Problem } from '../problems/index.ts'
import type { InnerAnswer, InnerCall } from '../scope/index.ts'
import type { Match } from './router.ts'

const koa = new Koa()
const ofKeys: ReadonlySet<string> = new Set(keyScopes)

export function contextOf({ method, path, query, headers, body }: InnerCall): Context {
  const request = new IncomingMessage(new Socket())
  request.method = method
  request.url = query === '' ? path : `${path}?${query}`
  request.headers = { ...headers, ...(body && { 'content-length': String(body.length) }) }
  if (body) request.push(body)
  request.push(null)
  return koa.createContext(request, new ServerResponse(request)) as unknown as Context
}

/**
 * What is answered to a request that came over a socket of its own, and is handed to nobody else. Within
 * another one a request is made as a key: what none may ever do asks for no key, and would make of the
 * request somebody else's.
 */
export function requireTellable(match: Match | Problem): void {
  if (match instanceof Problem) return
  const { access, secret, streams } = match.route.endpoint.options
  if (!ofKeys.has(access)) {
    throw new Problem('conflict', { detail: 'This is not for keys to do, and is not done as one.' })
  }
  if (!secret && !streams) return
  const what = secret ? 'shows a secret' : 'is a file'
  throw new Problem('conflict', { detail: `Its answer ${what}, which is not shown here.` })
}

export function answerIn({ status, body, res }: Context, latencyMs: number): InnerAnswer {
  return {
    status,
    headers: res.getHeaders(),
    body: Buffer.isBuffer(body) ? body : null,
    latencyMs,
  }
}
