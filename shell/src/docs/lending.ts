/**
 * Gets the reader a key of their own for trying the API. It asks for nothing that the reader could not do
 * in the dashboard: the key is issued by their own session, for an hour, and stands among their keys.
 */
import type { App } from '@sonaqor/contract/apps'
import type { Scope } from '@sonaqor/contract/access'
import type { Me, Session } from '@sonaqor/contract/auth'
import { createClient, type Client, type Transport } from '@sonaqor/contract/client'
import { keyScopes } from '@sonaqor/contract/key-scopes'
import type { IssuedKey } from '@sonaqor/contract/keys'
import type { Tabs } from '../session/tabs.ts'

/** By this name it stands in the list of keys, in the log and in the audit log. */
export const docsLabel = 'Docs: try it'
export const lifeMs = 3_600_000

/** It makes no further key: what leaks of it ends with it. */
export const withheld: readonly Scope[] = ['keys:write']

export interface Lending {
  /** Who is signed in to this browser, if anybody is. */
  reader(): Promise<Me | null>
  /** The sandbox apps of the reader. */
  apps(): Promise<readonly App[]>
  /** A key of the app with what the reader may do; its secret has never been shown before. */
  lend(appId: string): Promise<IssuedKey>
}

export function openLending(origin: string, tabs: Tabs, now = () => Date.now()): Lending {
  let session: Session | undefined
  /** The access token lives for five minutes: it is asked for anew before each act. */
  async function asReader(): Promise<{ readonly api: Client; readonly me: Me }> {
    const stranger = createClient(transportOf(origin))
    const found = await tabs.alone(() => stranger.auth.resume())
    session = found.session ?? undefined
    if (!session) throw new SignedOut()
    return { api: createClient(transportOf(origin, session.token)), me: session.me }
  }
  return {
    reader: async () => {
      try {
        return (await asReader()).me
      } catch (error) {
        if (error instanceof SignedOut) return null
        throw error
      }
    },
    apps: async () => {
      const { api } = await asReader()
      return (await api.apps.list({ query: { environment: 'sandbox', limit: 200 } })).data
    },
    lend: async (appId) => {
      const { api, me } = await asReader()
      const scopes = keyScopes.filter(
        (scope) => me.scopes.includes(scope) && !withheld.includes(scope),
      )
      const expiresAt = new Date(now() + lifeMs).toISOString()
      const own = await lentBefore(api, appId, me, now())
      const isSame = own && own.scopes.toSorted().join() === scopes.toSorted().join()
      // Without a revision: two pages may ask at once, and each means whatever the key is by then.
      return isSame
        ? api.keys.rotate({ params: { id: own.id }, body: { overlap: 'now', expiresAt } })
        : api.keys.issue({ body: { appId, label: docsLabel, scopes, expiresAt } })
    },
  }
}

/** Another page of the docs needs a secret of its own; it is a new one of the same key, and the old one ends. */
async function lentBefore(api: Client, appId: string, me: Me, now: number) {
  const { data } = await api.keys.list({
    query: { appId, state: 'active', search: docsLabel, limit: 50 },
  })
  return data.find(
    ({ label, issuedBy, expiresAt }) =>
      label === docsLabel &&
      issuedBy === me.person.name &&
      expiresAt !== null &&
      Date.parse(expiresAt) <= now + lifeMs,
  )
}

export class SignedOut extends Error {
  override readonly name = 'SignedOut'
}

/** Requests of the docs themselves: with the cookie of our own origin, which renews the session. */
function transportOf(origin: string, token?: string): Transport {
  return async ({ method, path, headers, body }) => {
    const answer = await fetch(origin + path, {
      method,
      headers: {
        ...headers,
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    return { status: answer.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) }
  }
}
