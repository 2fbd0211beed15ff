import type { Session } from '@sonaqor/contract/auth'
import { ProblemError, type Client } from '@sonaqor/contract/client'
import type { Tabs } from './tabs.ts'

export type Tenant = Session['me']['tenant']

export type SessionState =
  | { readonly name: 'starting' }
  /** Whether anybody is signed in could not be found out, and why. */
  | { readonly name: 'unreachable'; readonly error: unknown }
  /** `hasEnded` where nobody signed out: the session ran out, or was ended elsewhere. */
  | { readonly name: 'signed-out'; readonly hasEnded: boolean }
  | { readonly name: 'signed-in'; readonly session: Session }

export interface Credentials {
  readonly email: string
  readonly password: string
}

/** Who is signed in to this page. Tokens live in memory; the cookie that renews them is out of reach. */
export interface MemberSession {
  state(): SessionState
  subscribe(listener: () => void): () => void
  /** Finds out whether somebody is signed in already. Never rejects; `state` tells. */
  resume(): Promise<void>
  signIn(credentials: Credentials): Promise<void>
  /** Rejects where there is no session any more, or nobody to ask. */
  renew(): Promise<Session>
  /** Goes on as the same person in another of their tenants. */
  switchTo(tenant: Tenant): Promise<void>
  signOut(): Promise<void>
}

export function createMemberSession(api: Pick<Client, 'auth'>, tabs: Tabs): MemberSession {
  const listeners = new Set<() => void>()
  let state: SessionState = { name: 'starting' }

  function become(next: SessionState) {
    state = next
    for (const listener of listeners) listener()
  }

  /** A stranger has had no session that could have ended. */
  function signedOut(): SessionState {
    return { name: 'signed-out', hasEnded: state.name === 'signed-in' }
  }

  async function renew(): Promise<Session> {
    try {
      const session = await tabs.alone(() => api.auth.refresh())
      become({ name: 'signed-in', session })
      return session
    } catch (error) {
      if (isRefused(error)) become({ name: 'signed-out', hasEnded: true })
      throw error
    }
  }

  async function resume(): Promise<void> {
    try {
      const { session } = await tabs.alone(() => api.auth.resume())
      become(session ? { name: 'signed-in', session } : signedOut())
    } catch (error) {
      become(isRefused(error) ? signedOut() : { name: 'unreachable', error })
    }
  }

  tabs.listen((news) => {
    if (news === 'signed-out') become({ name: 'signed-out', hasEnded: false })
    else void resume()
  })

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    resume,
    renew,
    async signIn(credentials) {
      const session = await tabs.alone(() => api.auth.signIn({ body: credentials }))
      become({ name: 'signed-in', session })
      tabs.tell('signed-in')
    },
    async switchTo({ id: tenantId }) {
      try {
        const session = await tabs.alone(() => api.auth.switchTenant({ body: { tenantId } }))
        become({ name: 'signed-in', session })
        tabs.tell('signed-in')
      } catch (error) {
        if (hasEnded(error)) become({ name: 'signed-out', hasEnded: true })
        throw error
      }
    },
    async signOut() {
      await tabs.alone(() => api.auth.signOut())
      become({ name: 'signed-out', hasEnded: false })
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
