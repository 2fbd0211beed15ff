/**
 * Requests to addresses that somebody else has named. They leave by https, to the open network alone:
 * the address is looked at when it is connected to, so that no name can lead elsewhere meanwhile. No
 * redirect is followed, and neither time nor answer is without bounds.
 */
import { promises as dns } from 'node:dns'
import { request as overHttp, type IncomingMessage, type RequestOptions } from 'node:http'
import { request as overHttps } from 'node:https'
import { allowing, guarded, requireWay } from './guard.ts'
import { isLoopback } from './is-public.ts'

export interface OutboundOptions {
  /** For tests and the demo of one machine: what listens there, over http too. */
  readonly allowsLoopback: boolean
  readonly timeoutMs?: number
  readonly answerMax?: number
}

export interface OutboundRequest {
  readonly method?: string | undefined
  readonly headers?: Readonly<Record<string, string>> | undefined
  readonly body?: string | URLSearchParams | null | undefined
  readonly signal?: AbortSignal | null | undefined
}

export type OutboundFetch = (url: string, request?: OutboundRequest) => Promise<Response>

export function outboundFetch({
  allowsLoopback,
  timeoutMs = 5000,
  answerMax = 512 * 1024,
}: OutboundOptions): OutboundFetch {
  const allows = allowing(allowsLoopback)
  return async (address, { method = 'GET', headers, body, signal } = {}) => {
    const url = new URL(address)
    const isPlain = requireWay(url, allowsLoopback)
    const late = AbortSignal.timeout(timeoutMs)
    const options = {
      method,
      headers: { 'user-agent': 'Sonaqor', ...headers },
      lookup: guarded(isPlain ? isLoopback : allows, lookUp),
      signal: signal ? AbortSignal.any([signal, late]) : late,
      agent: false,
      ...(body === null || body === undefined ? {} : { body: String(body) }),
    }
    try {
      const answer = await ask(url, isPlain, options)
      return respond(answer, await bytesOf(answer, answerMax))
    } catch (error) {
      // A connection that is cut off for its slowness says only that it was cut off.
      throw late.aborted ? late.reason : error
    }
  }
}

const lookUp = (hostname: string) => dns.lookup(hostname, { all: true })

type Asked = RequestOptions & { readonly body?: string }

function ask(url: URL, isPlain: boolean, { body, ...options }: Asked): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = (isPlain ? overHttp : overHttps)(url, options, resolve)
    request.on('error', reject)
    request.end(body)
  })
}

async function bytesOf(answer: IncomingMessage, most: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > most) {
      answer.destroy()
      throw new RangeError(`the answer has more than ${most} bytes`)
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** Headers that stand twice or say nothing of the content are of no use to anybody here. */
function respond({ statusCode = 500, headers }: IncomingMessage, bytes: Buffer): Response {
  const kept = new Headers()
  for (const [name, value] of Object.entries(headers)) {
    if (typeof value === 'string') kept.set(name, value)
  }
  const hasBody = bytes.length > 0 && ![204, 205, 304].includes(statusCode)
  return new Response(hasBody ? new Uint8Array(bytes) : null, { status: statusCode, headers: kept })
}
