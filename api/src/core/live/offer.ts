/** What has to be offered for a connection to become a live socket; all else is an ordinary request. */
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { Problem, rawAnswerOf } from '../problems/index.ts'

/** Below it nothing is served but sockets. */
export const liveRoot = '/live/'

/** As browsers and Socket.IO write it. What they would refuse in words of their own is none either. */
export function offersSocket({ url = '', method, headers }: IncomingMessage): boolean {
  if (method !== 'GET' || !url.startsWith(liveRoot)) return false
  const query = new URLSearchParams(url.slice(url.indexOf('?') + 1))
  return (
    headers.upgrade?.toLowerCase() === 'websocket' &&
    query.get('transport') === 'websocket' &&
    query.get('EIO') === '4' &&
    !query.has('sid') &&
    headers['sec-websocket-version'] === '13' &&
    /^[+/\da-z]{22}==$/i.test(headers['sec-websocket-key'] ?? '') &&
    headers['sec-websocket-protocol'] === undefined
  )
}

/** Whoever comes to the root of the sockets with something else. */
export function noSocket(): Problem {
  const detail = 'Live events come over a WebSocket of Socket.IO alone, never by polling.'
  return new Problem('bad-request', { detail })
}

export interface Upgrading {
  allows(request: IncomingMessage): boolean
  take(request: IncomingMessage, socket: Duplex, head: Buffer): void
}

/**
 * Socket.IO puts itself before whoever answers requests, and speaks in its own way to those that are
 * no socket. Here it is given the sockets alone, and only those that there is room for.
 */
export function takeSocketsAlone(
  http: Server,
  attach: () => void,
  { allows, take }: Upgrading,
): void {
  const answering = http.listeners('request') as ((...asked: unknown[]) => void)[]
  attach()
  http.removeAllListeners('request')
  for (const answer of answering) http.on('request', answer)
  http.removeAllListeners('upgrade')
  http.on('upgrade', (request, socket, head) => {
    if (allows(request)) take(request, socket, head)
    else socket.end(rawAnswerOf(tooMany()))
  })
}

function tooMany(): Problem {
  return new Problem('quota-exceeded', {
    detail: 'Too many live connections come from this address.',
    retryAfterSeconds: 60,
    violatedPolicies: ['live-connections'],
  })
}
