import type { EmbedToken } from '@sonaqor/contract/embeds'
import type { Session as MemberSession } from '@sonaqor/contract/auth'
import type { AppRef, Environment, Principal } from '@sonaqor/module'
import { faults, HostFailure } from '../host/failure.ts'

/** What the server lends a page for a few minutes. It lives in memory and nowhere else. */
export interface Grant {
  readonly token: string
  /** Seconds from receipt. */
  readonly expiresIn: number
  readonly principal: Principal
  /** The app that everything is narrowed to, where the session is. */
  readonly app: AppRef | undefined
  readonly environment: Environment
  /** The views that the session names; a member may see all that the scopes allow. */
  readonly views: readonly string[] | undefined
  /** Names the partner's app in the address of our own frame. */
  readonly embedId: string | undefined
}

/** The grant of a member who has signed in or refreshed, looking at one environment. */
export function grantOfMember(session: MemberSession, environment: Environment): Grant {
  const { person, tenant, scopes } = session.me
  return {
    token: session.token,
    expiresIn: session.expiresIn,
    principal: { kind: 'member', id: person.id, name: person.name, tenant, scopes },
    app: undefined,
    environment,
    views: undefined,
    embedId: undefined,
  }
}

/** The grant of a partner's page. Its app decides the environment. */
export function grantOfEmbed(reply: EmbedToken): Grant {
  const { app, user, tenant, scopes } = reply
  return {
    token: reply.token,
    expiresIn: reply.expiresIn,
    principal: { kind: 'embed', id: reply.sessionId, name: user?.name ?? app.name, tenant, scopes },
    app: { id: app.id, environment: app.environment },
    environment: app.environment,
    views: reply.views,
    embedId: reply.embedId,
  }
}

export interface SessionOptions {
  /** A grant that is at hand already, for whoever has just signed in. */
  readonly grant?: Grant | undefined
  /** Gets a first or a further grant. Rejects when there is none to be had. */
  readonly renew: () => Promise<Grant>
  /** Hears each new grant: scopes may have changed with it. */
  readonly onGrant?: (grant: Grant) => void
  /**
   * No further grant came, and the one before has run out or was refused; gives back what to throw.
   * Where nobody hears of it, a renewal that fails is the end of the grant before it too.
   */
  readonly lost?: (error: unknown) => unknown
}

export interface Session {
  /** A grant that is good for a while yet. One renewal is under way at a time, whoever asks. */
  grant(): Promise<Grant>
  /** Hears of each further grant. While anybody does, one is got in time, unasked. */
  follow(listener: (grant: Grant) => void): () => void
  /** The server refused this token: the next grant is another one. */
  refused(token: string): void
  /** The token at hand, whether or not it is good for a while yet. */
  token(): string | undefined
  /** Forgets the token for good. */
  close(): void
}

/** A renewal begins early, so that a token does not run out on its way to the server. */
const usableShare = 0.8
/** So long nothing is asked after a renewal that failed, while the token before it is still good. */
const pauseMs = 5_000

/**
 * Keeps the token of one host. Its age is counted from receipt by a clock that nobody can set, for
 * the clock of a partner's user may be wrong by hours.
 */
export function createSession({ grant, renew, onGrant, lost }: SessionOptions): Session {
  let held = grant && receive(grant)
  let hadGrant = grant !== undefined
  let pausedUntil = 0
  let renewal: Promise<Grant> | undefined
  let closed = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const followers = new Set<{ readonly listener: (grant: Grant) => void }>()

  async function renewed(): Promise<Grant> {
    const next = await renew().catch(failed)
    if (closed) throw new HostFailure(faults.ended)
    if (held?.grant === next) return next
    held = receive(next)
    hadGrant = true
    onGrant?.(next)
    for (const { listener } of followers) listener(next)
    keepFresh()
    return next
  }

  /** A token outlives a renewal that failed, for as long as it was given. */
  function failed(error: unknown): Grant {
    if (closed) throw new HostFailure(faults.ended, { cause: error })
    if (!lost || !hadGrant) throw error
    const now = performance.now()
    if (!held || now > held.goodUntil) throw lost(error)
    pausedUntil = now + pauseMs
    return held.grant
  }

  function renewOnce(): Promise<Grant> {
    renewal ??= renewed().finally(() => {
      renewal = undefined
    })
    return renewal
  }

  /** Who holds a line open asks for nothing, and would be cut off when the token runs out. */
  function keepFresh() {
    clearTimeout(timer)
    if (!held || followers.size === 0) return
    timer = setTimeout(() => {
      // One that fails is not tried again here: the server will say when the token has run out.
      renewOnce().catch(() => undefined)
    }, held.freshUntil - performance.now())
  }

  const usableUntil = ({ freshUntil, goodUntil }: Held) =>
    Math.max(freshUntil, Math.min(pausedUntil, goodUntil))

  return {
    async grant() {
      if (closed) throw new HostFailure(faults.ended)
      if (held && performance.now() < usableUntil(held)) return held.grant
      return renewOnce()
    },
    follow(listener) {
      const follower = { listener }
      followers.add(follower)
      keepFresh()
      return () => {
        followers.delete(follower)
        keepFresh()
      }
    },
    refused(token) {
      if (held?.grant.token === token) held = undefined
    },
    token: () => held?.grant.token,
    close() {
      closed = true
      held = undefined
      keepFresh()
    },
  }
}

interface Held {
  readonly grant: Grant
  /** Until then nothing is asked for. */
  readonly freshUntil: number
  /** Until then the server takes it. */
  readonly goodUntil: number
}

function receive(grant: Grant): Held {
  const now = performance.now()
  const lifeMs = grant.expiresIn * 1000
  return { grant, freshUntil: now + lifeMs * usableShare, goodUntil: now + lifeMs }
}
