/** How many sockets one process holds: of one listener, and from one network. */
import type { IncomingMessage } from 'node:http'
import type { Config } from '../../config.ts'
import type { TenantPrincipal } from '../access/index.ts'
import { addressOf } from '../addresses/index.ts'
import { networkOf } from '../limits/index.ts'
import { Problem } from '../problems/index.ts'

/** Of one member, key or page. */
const ofPrincipal = 50
/** Behind one address a whole company may sit. */
const ofNetwork = 2000

/** As far as it is known here, and whether or not anybody has said anything through it. */
interface Connection {
  readonly readyState: string
  once(event: 'close', hear: () => void): unknown
}

export interface Crowd {
  /** Asked before a connection becomes one, and before anybody is asked who comes. */
  allows(request: IncomingMessage): boolean
  /** Takes a place for as long as the connection is open. */
  come(connection: Connection, request: IncomingMessage): void
  /** Takes one of the places of a principal too, or refuses. */
  admit(connection: Connection, principal: TenantPrincipal): void
}

export function createCrowd({ limitFactor, trustedProxies }: Config): Crowd {
  const networks = createPlaces(ofNetwork * limitFactor)
  const principals = createPlaces(ofPrincipal * limitFactor)
  const networkAt = ({ headers, socket: { remoteAddress } }: IncomingMessage) =>
    networkOf(addressOf({ headers, remoteAddress }, trustedProxies))
  return {
    allows: (request) => !networks.areTaken(networkAt(request)),
    come: (connection, request) => networks.take(connection, networkAt(request)),
    admit(connection, { kind, id }) {
      const name = `${kind} ${id}`
      if (principals.areTaken(name)) throw tooMany()
      principals.take(connection, name)
    },
  }
}

function createPlaces(max: number) {
  const taken = new Map<string, number>()
  const count = (name: string, change: 1 | -1) => {
    const now = (taken.get(name) ?? 0) + change
    if (now > 0) taken.set(name, now)
    else taken.delete(name)
  }
  return {
    areTaken: (name: string) => (taken.get(name) ?? 0) >= max,
    /** Whoever has gone meanwhile takes none. */
    take(connection: Connection, name: string): void {
      if (connection.readyState !== 'open') return
      count(name, 1)
      connection.once('close', () => count(name, -1))
    },
  }
}

function tooMany(): Problem {
  return new Problem('quota-exceeded', {
    detail: 'So many live connections are open already with this credential.',
    retryAfterSeconds: 60,
    violatedPolicies: ['live-connections'],
  })
}
