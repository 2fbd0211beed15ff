/** Who may listen: the same tokens and authenticators as for requests, and the same origins. */
import type { IncomingHttpHeaders } from 'node:http'
import type { LiveAuth } from '@sonaqor/contract/live'
import {
  anonymous,
  requireOpenTenant,
  requireShownFactor,
  type TenantPrincipal,
} from '../access/index.ts'
import { addressOf } from '../addresses/index.ts'
import { expiryOf, uuidv7 } from '../crypto/index.ts'
import type { Feature } from '../feature/index.ts'
import type { Foundation } from '../foundation/index.ts'
import { countRefusal, createLimits } from '../limits/index.ts'
import { asProblem, Problem } from '../problems/index.ts'
import { redactAgent } from '../redaction/index.ts'
import type { Caller } from '../scope/index.ts'
import type { AtDoor, Visitor } from './visitor.ts'

export interface Admitted {
  readonly principal: TenantPrincipal
  /** When the token or the key says that it ends; null where only asking again can tell. */
  readonly endsAt: Date | null
}

export interface Handshake {
  /** Named as the contract has it, and of whatever type somebody likes to send. */
  readonly auth: { readonly [Name in keyof LiveAuth]?: unknown }
  readonly headers: IncomingHttpHeaders
  /** Of the other end of the connection. */
  readonly address: string
}

export interface Door {
  /** Rejects with a Problem whoever may not listen. */
  admit(handshake: Handshake): Promise<Omit<AtDoor, 'position'>>
  /** Takes a newer token of the same bearer. */
  renew(visitor: Visitor, token: unknown): Promise<boolean>
  /** Sends away whose token is over, whose right has ended, and who cannot keep up. */
  watch(visitors: Iterable<Visitor>): Promise<void>
}

/** Behind the notice that something has ended, each token is asked about so often in any case. */
const recheckMs = 60_000

export function createDoor(foundation: Foundation, features: readonly Feature[]): Door {
  const authenticators = features.flatMap((feature) => feature.authenticators ?? [])
  const { scopes, clock, config, database } = foundation
  const limits = createLimits(database, clock)

  const identify = async (token: string, caller: Caller): Promise<Admitted> => {
    const authenticator = authenticators.find((one) => one.matches(token))
    if (!authenticator || token.length > 4096) throw refused('The credential is not one of ours.')
    const principal = await scopes.run(
      anonymous,
      async (scope) => {
        const found = await authenticator.authenticate(scope, token)
        await requireOpenTenant(scope, found)
        requireShownFactor(found)
        return found
      },
      { readOnly: true, caller },
    )
    const { kind } = principal
    if (kind === 'member' || kind === 'key' || kind === 'embed') {
      return { principal, endsAt: kind === 'key' ? principal.endsAt : expiryOf(token) }
    }
    throw refused('Only who belongs to a tenant may listen.')
  }

  const callerOf = ({ headers, address: remoteAddress }: Handshake): Caller => ({
    id: uuidv7(clock.now()),
    ip: addressOf({ headers, remoteAddress }, config.trustedProxies),
    userAgent: headers['user-agent'] ? redactAgent(headers['user-agent']) : null,
  })

  const identifyAtDoor = async (token: string, caller: Caller): Promise<Admitted> => {
    try {
      return await identify(token, caller)
    } catch (thrown) {
      const from = { ip: caller.ip, now: clock.now(), factor: config.limitFactor }
      throw await countRefusal(limits, asProblem(thrown), from)
    }
  }

  const holds = async (visitor: Visitor): Promise<void> => {
    visitor.checkedAt = performance.now()
    const { token, position, caller } = visitor
    try {
      await visitor.renew(token, await identify(token, caller), position)
    } catch (thrown) {
      if (thrown instanceof Problem) visitor.expire()
    }
  }

  return {
    async admit(handshake) {
      const { auth, headers } = handshake
      const { token, since } = auth
      if (typeof token !== 'string') throw refused('A token is needed to listen.')
      const caller = callerOf(handshake)
      const admitted = await identifyAtDoor(token, caller)
      requirePage(admitted.principal, headers.origin, config.publicUrl)
      return { token, caller, admitted, since: isSequence(since) ? since : undefined }
    },
    async renew(visitor, token) {
      if (typeof token !== 'string') return false
      const { position, socket, caller } = visitor
      const admitted = await identify(token, caller)
      // A further session of a partner may have been opened for other pages than the last one.
      requirePage(admitted.principal, socket.handshake.headers.origin, config.publicUrl)
      return visitor.renew(token, admitted, position)
    },
    async watch(visitors) {
      const now = clock.now()
      const due: Visitor[] = []
      for (const visitor of visitors) {
        const { endsAt } = visitor.admitted
        if (visitor.isOverrun()) visitor.socket.disconnect(true)
        else if (endsAt && endsAt <= now) visitor.expire()
        else if (performance.now() - visitor.checkedAt > recheckMs) due.push(visitor)
      }
      for (const visitor of due) await holds(visitor)
    },
  }
}

const isSequence = (since: unknown): since is number =>
  Number.isSafeInteger(since) && Number(since) >= 0

const refused = (detail: string) => new Problem('unauthenticated', { detail })

/** A page of another origin may listen with an embed session that was opened for it, nothing else. */
function requirePage(
  principal: TenantPrincipal,
  origin: string | undefined,
  ownOrigin: string,
): void {
  const isOpen =
    principal.kind === 'embed'
      ? origin !== undefined && principal.origins.includes(origin)
      : origin === undefined || origin === ownOrigin
  if (isOpen) return
  throw new Problem('forbidden', { detail: 'This token was not made for the origin of the page.' })
}
