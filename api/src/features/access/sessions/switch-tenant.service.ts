/** The way from one tenant to another, for a person who is a member of both. */
import type { Session } from '@sonaqor/contract/auth'
import { requireOpenTenant, systemPrincipal } from '../../../core/access/index.ts'
import { Problem } from '../../../core/problems/index.ts'
import type { Scope } from '../../../core/scope/index.ts'
import { readRefreshToken } from './cookies.ts'
import { showMe } from '../me.service.ts'
import { signInAgain } from './principal.ts'
import { claim, end, startSession } from './sessions.service.ts'
import * as store from './sessions.store.ts'

interface Left extends store.HeldToken {
  readonly email: string
}

/**
 * Exchanges the session of this browser for one in another tenant. Nobody proves anew who they are,
 * so the new session is on the same device and ends when the old one would have. Each tenant's audit
 * log holds its own end of it, and nothing of the other tenant.
 */
export async function switchTenant(scope: Scope, tenantId: string): Promise<Session> {
  const given = readRefreshToken(scope)
  const left = given && (await scope.keep((_, kept) => leave(kept, given, tenantId)))
  const member = left && (await admitAgain(scope, left, tenantId))
  if (!left || !member) throw signInAgain()
  return startSession(scope, member, {
    device: left.device_hash,
    endsAt: left.ends_at,
    secondFactorAt: left.second_factor_at,
  })
}

/** Ends the session here, once it is known that there is a place over there; else all stays. */
async function leave(scope: Scope, given: string, tenantId: string): Promise<Left | null> {
  const claimed = await claim(scope, given)
  if (!claimed) return null
  const { held } = claimed
  const { person, tenants } = await showMe(scope)
  if (!tenants.some(({ id }) => id === tenantId)) {
    throw new Problem('not-found', { detail: 'You are a member of no such tenant.' })
  }
  if (await store.isBySso(scope, held.session_id)) {
    throw new Problem('conflict', {
      detail: 'A session that the provider of your company has opened stays in its tenant.',
    })
  }
  await requireOpenThere(scope, tenantId)
  await end(scope, held.session_id, 'replaced')
  return { ...held, email: person.email }
}

/** Nobody leaves for where they would not be let in. */
async function requireOpenThere(scope: Scope, tenantId: string): Promise<void> {
  const { principal } = scope
  await scope.enter(systemPrincipal('access.switch-tenant', tenantId))
  await requireOpenTenant(scope, { kind: 'member', tenantId })
  await scope.enter(principal)
}

/** The e-mail of whoever is signed in in this browser, if somebody is; their session stays as it is. */
export async function emailOfBrowser(scope: Scope): Promise<string | null> {
  const given = readRefreshToken(scope)
  if (given === null) return null
  return scope.keep(async (_, kept) => {
    const claimed = await claim(kept, given)
    // A provider's word is good for its own tenant, and takes nobody into another one.
    if (!claimed || (await store.isBySso(kept, claimed.held.session_id))) return null
    return (await showMe(kept)).person.email
  })
}

function admitAgain(scope: Scope, { email, device_hash: device }: Left, tenantId: string) {
  const browser = { brought: device, fresh: device }
  return store.admit(scope, { email, counted: device, browser, tenantId })
}
