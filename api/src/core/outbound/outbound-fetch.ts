/**
 * Requests to addresses that somebody else has named. They leave by https, to the open network alone:
 * the address is looked at when it is connected to, so that no name can lead elsewhere meanwhile. No
 * redirect is followed, and neither time nor answer is without bounds.
 */
import { lookup as lookUp, type LookupAddress } from 'node:dns'
import { request as overHttp, type IncomingMessage, type RequestOptions } from 'node:http'
import { request as overHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { isLoopback, isPublic } from './is-public.ts'

/** Nobody may be asked at this address. */
export class AddressRefused extends Error {
  override readonly name = 'AddressRefused'
}

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
  const allows = (address: string) => isPublic(address) || (allowsLoopback && isLoopback(address))
  return async (address, { method = 'GET', headers, body, signal } = {}) => {
    const url = new URL(address)
    const isPlain = requireWay(url, allowsLoopback)
    const host = url.hostname.replace(/^\[|\]$/g, '')
    if (isIP(host) !== 0 && !allows(host)) throw refused(url)
    const late = AbortSignal.timeout(timeoutMs)
    const options = {
      method,
      headers: { 'user-agent': 'Sonaqor', ...headers },
      lookup: guarded(isPlain ? isLoopback : allows),
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

/** Whether it goes over plain http, which it may to this machine alone. */
function requireWay(url: URL, allowsLoopback: boolean): boolean {
  if (url.username || url.password) throw refused(url)
  if (url.protocol === 'https:') return false
  const isHere = url.hostname === 'localhost' || isLoopback(url.hostname.replace(/^\[|\]$/g, ''))
  if (url.protocol === 'http:' && allowsLoopback && isHere) return true
  throw refused(url)
}

const refused = (url: URL) => new AddressRefused(`${url.host} may not be asked`)

type Asked = RequestOptions & { readonly body?: string }

function ask(url: URL, isPlain: boolean, { body, ...options }: Asked): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = (isPlain ? overHttp : overHttps)(url, options, resolve)
    request.on('error', reject)
    request.end(body)
  })
}

/** Every address of a name has to be allowed: whichever is chosen then is. */
function guarded(allows: (address: string) => boolean): LookupFunction {
  return (hostname, options, callback) => {
    lookUp(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
      if (error) return callback(error, '', 4)
      if (found.length === 0 || !found.every(({ address }) => allows(address))) {
        return callback(new AddressRefused(`${hostname} may not be asked`), '', 4)
      }
      const [first] = found
      if (options.all) return callback(null, found)
      callback(null, first?.address ?? '', first?.family)
    })
  }
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
