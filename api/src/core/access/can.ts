import { isStaffScope, type Scope as ScopeName, type StaffScope } from '@sonaqor/contract/access'
import type { EndpointOptions } from '@sonaqor/contract/endpoint'
import { Problem } from '../problems/index.ts'
import { requireWithinLock } from './lock.ts'
import type { Principal } from './principal.ts'

/** The one check of permission: whether a principal holds a scope. */
export function can(principal: Principal, scope: ScopeName): boolean {
  return principal.scopes.has(scope)
}

interface Asking {
  readonly principal: Principal
  takes(names: readonly ScopeName[]): void
}

/** For a handler that needs one more than its endpoint says: it depends on what is asked. */
export function requireScope(asking: Asking, name: ScopeName): void {
  if (!can(asking.principal, name)) throw lacking(name)
  asking.takes([name])
}

const lacking = (scope: ScopeName) =>
  new Problem('forbidden', { detail: `This needs the scope ${scope}.`, scope })

/** Lets the request pass, or refuses it with what is missing. */
export function requireAccess(
  principal: Principal,
  options: Pick<EndpointOptions, 'access' | 'only' | 'withoutFactor' | 'locked' | 'secret'>,
): void {
  const { access, only, withoutFactor } = options
  if (access === 'public') return
  if (principal.kind === 'anonymous') {
    throw new Problem('unauthenticated', {
      detail: 'Send a credential in the Authorization header.',
    })
  }
  requireWithinLock(principal, options)
  if (access === 'embed') {
    if (principal.kind === access) return
    throw new Problem('forbidden', { detail: "Only a partner's page may do this." })
  }
  if (access === 'member') {
    if (principal.kind !== access) {
      throw new Problem('forbidden', { detail: 'Only a signed-in member may do this.' })
    }
    if (!withoutFactor) requireShownFactor(principal)
    return
  }
  if (access === 'staff' || access === 'staff-session' || isStaffScope(access)) {
    requireSonaqor(principal, access)
    return
  }
  // No key can hold what members alone may use, so it is not told to go and get it.
  if (only === 'member' && principal.kind !== only) {
    throw new Problem('forbidden', { detail: details.member })
  }
  if (!can(principal, access)) {
    requireShownFactor(principal)
    throw lacking(access)
  }
  if (only && principal.kind !== only) throw new Problem('forbidden', { detail: details[only] })
}

/** Refuses whoever's tenant asks for a second factor that their session has not shown. */
export function requireShownFactor(principal: Principal): void {
  if (principal.kind === 'member' && principal.secondFactorMissing) throw secondFactorMissing()
}

/** What a module team may is for its token alone, and what staff may for a session of theirs. */
function requireSonaqor(
  principal: Principal,
  access: 'staff' | 'staff-session' | StaffScope,
): void {
  if (access === 'staff' && principal.kind === 'module-team') return
  const isAtWork = principal.kind === 'staff' && principal.tenantId === null
  if (access === 'staff' || !isAtWork) {
    throw new Problem('forbidden', { detail: 'Only Sonaqor may do this.' })
  }
  const { session } = principal
  if (access === 'staff-session' || session.staffScopes.has(access)) return
  if (session.secondFactorAt === null) throw secondFactorMissing()
  throw new Problem('forbidden', { detail: `This needs the scope ${access}.`, scope: access })
}

/** Whoever looks into a tenant by its leave reads there, and does nothing else. */
export function requireReading(principal: Principal, method: string): void {
  if (principal.kind !== 'staff' || principal.tenantId === null || method === 'GET') return
  throw new Problem('forbidden', { detail: 'A look into a tenant is for reading alone.' })
}

function secondFactorMissing(): Problem {
  return new Problem('step-up-required', {
    detail: 'A second factor is asked for here. Show one, or set one up.',
    stepUp: 'session',
  })
}

const details = {
  member: 'Only a signed-in member may do this: an API key sees its own app and nothing beside it.',
  key: 'Only an API key may do this: it says which app and environment it is done for.',
}
