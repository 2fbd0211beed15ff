import type { Scope as ScopeName } from '@sonaqor/contract/access'
import type { EndpointOptions } from '@sonaqor/contract/endpoint'
import { Problem } from '../problems/index.ts'
import type { Principal } from './principal.ts'

/** The one check of permission: whether a principal holds a scope. */
export function can(principal: Principal, scope: ScopeName): boolean {
  return principal.scopes.has(scope)
}

/** Lets the request pass, or refuses it with what is missing. */
export function requireAccess(
  principal: Principal,
  { access, only }: Pick<EndpointOptions, 'access' | 'only'>,
): void {
  if (access === 'public') return
  if (principal.kind === 'anonymous') {
    throw new Problem('unauthenticated', {
      detail: 'Send a credential in the Authorization header.',
    })
  }
  if (access === 'member' || access === 'staff') {
    if (principal.kind === access) return
    throw new Problem('forbidden', {
      detail:
        access === 'member' ? 'Only a signed-in member may do this.' : 'Only Sonaqor may do this.',
    })
  }
  // No key can hold what members alone may use, so it is not told to go and get it.
  if (only === 'member' && principal.kind !== only) {
    throw new Problem('forbidden', { detail: details.member })
  }
  if (!can(principal, access)) {
    if (principal.kind === 'member' && principal.secondFactorMissing) throw secondFactorMissing()
    throw new Problem('forbidden', { detail: `This needs the scope ${access}.`, scope: access })
  }
  if (only && principal.kind !== only) throw new Problem('forbidden', { detail: details[only] })
}

function secondFactorMissing(): Problem {
  return new Problem('step-up-required', {
    detail: 'This tenant asks for a second factor. Show one, or set one up.',
    stepUp: 'session',
  })
}

const details = {
  member: 'Only a signed-in member may do this: an API key sees its own app and nothing beside it.',
  key: 'Only an API key may do this: it says which app and environment it is done for.',
}
