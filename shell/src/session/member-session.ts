import type { Session } from '@sonaqor/contract/auth'
import { ProblemError, type Client } from '@sonaqor/contract/client'
import type { Tabs } from './tabs.ts'

export type Tenant = Session['me']['tenant']

export type SessionState =
  | { readonly name: 'starting' }
  /** Whether anybody is signed in could not be found out, and why. */
  | { readonly name: 'unreachable'; readonly error: unknown }
  | { readonly name: 'signed-out' }
  | { readonly name: 'signed-in'; readonly session: Session }
  /** Nobody signed out: it ran out, or was ended elsewhere. The page stays, until somebody signs in. */
  | { readonly name: 'ended'; readonly session: Session }

export interface Credentials {
  readonly email: string
  readonly password: string
}

/** When a session ends, in milliseconds since 1970: unless it is used, and whatever is done. */
export interface Ends {
  readonly idleAt: number
  readonly absoluteAt: number
}

/** Who is signed in to this page. Tokens live in memory; the cookie that renews them is out of reach. */
export interface MemberSession {
  state(): SessionState
  /** The same object until it is another time. */
  ends(): Ends | undefined
  subscribe(listener: () => void): () => void
  /** Finds out whether somebody is signed in already. Never rejects; `state` tells. */
  resume(): Promise<void>
  signIn(credentials: Credentials): Promise<void>
  /** Signs in by whatever way the API opens. */
  enter(ask: () => Promise<Session>): Promise<void>
  /**
   * A session that has ended is waited for, so that what was under way goes on once somebody has signed
   * in. Rejects where nobody does, or nobody can be asked.
   */
  renew(): Promise<Session>
  /** Goes on as the same person in another of their tenants. */
  switchTo(tenant: Tenant): Promise<void>
  /** Leaves the page of a session that has ended. */
  leave(): void
  signOut(): Promise<void>
}

export function createMemberSession(api: Pick<Client, 'auth'>, tabs: Tabs): MemberSession {
  const listeners = new Set<() => void>()
  let state: SessionState = { name: 'starting' }
  let ends: Ends | undefined
  // What is left after a use, in whichever tab.
  let idleMs = 0
  let waiting: PromiseWithResolvers<Session> | undefined

  function become(next: SessionState) {
    state = next
    if (next.name === 'signed-in') {
      const { sessionEndsAt, idleEndsAt } = next.session
      idleMs = Date.parse(idleEndsAt) - Date.now()
      use(Date.parse(sessionEndsAt))
      settle()?.resolve(next.session)
    } else {
      ends = undefined
      if (next.name === 'signed-out') settle()?.reject(new Error('The session has ended.'))
    }
    tellAll()
  }

  const tellAll = () => listeners.forEach((listener) => listener())

  function use(absoluteAt: number) {
    ends = { idleAt: Math.min(Date.now() + idleMs, absoluteAt), absoluteAt }
  }

  function settle() {
    const settled = waiting
    waiting = undefined
    return settled
  }

  /** A stranger has had no session that could have ended. */
  function signedOut(): SessionState {
    return 'session' in state ? { name: 'ended', session: state.session } : { name: 'signed-out' }
  }

  function waitForSomebody(): Promise<Session> {
    waiting ??= Promise.withResolvers()
    return waiting.promise
  }

  async function renew(): Promise<Session> {
    if (state.name === 'ended') return waitForSomebody()
    try {
      const session = await tabs.alone(() => api.auth.refresh())
      become({ name: 'signed-in', session })
      tabs.tell('renewed')
      return session
    } catch (error) {
      if (!isRefused(error)) throw error
      become(signedOut())
      if (!isEnded()) throw error
      return waitForSomebody()
    }
  }

  const isEnded = () => state.name === 'ended'

  async function resume(): Promise<void> {
    try {
      const { session } = await tabs.alone(() => api.auth.resume())
      become(session ? { name: 'signed-in', session } : signedOut())
    } catch (error) {
      // Whoever is asked to sign in again is asked still, answer or none.
      if (isEnded()) return
      become(isRefused(error) ? signedOut() : { name: 'unreachable', error })
    }
  }

  async function enter(ask: () => Promise<Session>): Promise<void> {
    const session = await tabs.alone(ask)
    become({ name: 'signed-in', session })
    tabs.tell('signed-in')
  }

  /** In place they go on in the tenant that they were in; somebody else may be no member of it. */
  function tenantOf(email: string) {
    if (state.name !== 'ended') return {}
    const { person, tenant } = state.session.me
    return person.email.toLowerCase() === email.toLowerCase() ? { tenantId: tenant.id } : {}
  }

  tabs.listen((news) => {
    if (news === 'signed-out') return become({ name: 'signed-out' })
    if (news === 'signed-in') return void resume()
    if (ends) use(ends.absoluteAt)
    tellAll()
  })

  return {
    state: () => state,
    ends: () => ends,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    resume,
    renew,
    enter,
    signIn: (credentials) =>
      enter(() => api.auth.signIn({ body: { ...credentials, ...tenantOf(credentials.email) } })),
    async switchTo({ id: tenantId }) {
      try {
        await enter(() => api.auth.switchTenant({ body: { tenantId } }))
      } catch (error) {
        if (hasEnded(error)) become(signedOut())
        throw error
      }
    },
    leave: () => become({ name: 'signed-out' }),
    async signOut() {
      await tabs.alone(() => api.auth.signOut())
      become({ name: 'signed-out' })
      tabs.tell('signed-out')
    },
  }
}

function hasEnded(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.status === 401
}

/** The server said no, and would say it again; anything else may pass. */
function isRefused(error: unknown): boolean {
  return error instanceof ProblemError && [401, 403].includes(error.problem.status)
}
