import type { EmbedToken } from '@sonaqor/contract/embeds'
import type { Session as MemberSession } from '@sonaqor/contract/auth'
import type { AppRef, Environment, Principal } from '@sonaqor/module'

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
}

export interface Session {
  /** A grant that is good for a while yet. One renewal is under way at a time, whoever asks. */
  grant(): Promise<Grant>
  /** Hears of each further grant. While anybody does, one is got in time, unasked. */
  follow(listener: (grant: Grant) => void): () => void
  /** The server refused this token: the next grant is another one. */
  refused(token: string): void
  /** Forgets the token for good. */
  close(): void
}

/** A renewal begins early, so that a token does not run out on its way to the server. */
const usableShare = 0.8

/**
 * Keeps the token of one host. Its age is counted from receipt by a clock that nobody can set, for
 * the clock of a partner's user may be wrong by hours.
 */
export function createSession({ grant, renew, onGrant }: SessionOptions): Session {
  let held = grant && receive(grant)
  let renewal: Promise<Grant> | undefined
  let closed = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const followers = new Set<{ readonly listener: (grant: Grant) => void }>()

  async function renewed(): Promise<Grant> {
    const next = await renew()
    if (closed) throw new Error('The session has ended.')
    held = receive(next)
    onGrant?.(next)
    for (const { listener } of followers) listener(next)
    keepFresh()
    return next
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
    }, held.usableUntil - performance.now())
  }

  return {
    async grant() {
      if (closed) throw new Error('The session has ended.')
      if (held && performance.now() < held.usableUntil) return held.grant
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
    close() {
      closed = true
      held = undefined
      keepFresh()
    },
  }
}

function receive(grant: Grant) {
  return { grant, usableUntil: performance.now() + grant.expiresIn * 1000 * usableShare }
}
