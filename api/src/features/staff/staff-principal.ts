/** Who of Sonaqor's staff asks: outside of every tenant, in one that lets them look, or leaving word in one. */
import {
  environments,
  lookScopes,
  scopesAmong,
  staffScopesOf,
  type Environment,
  type StaffRole,
  type StaffScope,
} from '@sonaqor/contract/access'
import type { Principal, StaffInTenantPrincipal, StaffPrincipal } from '../../core/access/index.ts'
import { Problem } from '../../core/problems/index.ts'

/** Staff at the moment of a request, as the doors give them. */
export interface StaffAtDoor {
  readonly staff_id: string
  readonly session_id: string
  readonly person_id: string
  readonly name: string
  readonly email: string
  readonly role: StaffRole
  readonly second_factor_at: Date | null
}

/** A look that a tenant allows at this moment, as the door gives it. */
export interface LookAtDoor {
  readonly staff_id: string
  readonly name: string
  readonly look_id: string
  readonly reason: string
  readonly scopes: readonly string[]
  readonly environments: readonly Environment[]
  readonly until: Date
}

const nothing: ReadonlySet<StaffScope> = new Set()

export function staffPrincipal(staff: StaffAtDoor): StaffPrincipal {
  const { role, second_factor_at: secondFactorAt } = staff
  return {
    kind: 'staff',
    id: staff.staff_id,
    tenantId: null,
    name: staff.name,
    scopes: new Set(),
    environments: [],
    appIds: [],
    session: {
      id: staff.session_id,
      personId: staff.person_id,
      email: staff.email,
      role,
      secondFactorAt,
      staffScopes: secondFactorAt === null ? nothing : new Set(staffScopesOf(role)),
    },
  }
}

const lendable = new Set<string>(lookScopes)

/** Sees what the tenant has lent, of what may be lent at all today. */
export function lookPrincipal(tenantId: string, look: LookAtDoor): StaffInTenantPrincipal {
  return {
    kind: 'staff',
    id: look.staff_id,
    tenantId,
    name: look.name,
    scopes: new Set(scopesAmong(look.scopes).filter((scope) => lendable.has(scope))),
    environments: look.environments,
    appIds: 'all',
    look: { id: look.look_id, reason: look.reason },
  }
}

/** Leaves word in a tenant of what was done to it, and may read nothing there. */
export function inTenant({ id, name }: StaffPrincipal, tenantId: string): StaffInTenantPrincipal {
  return {
    kind: 'staff',
    id,
    tenantId,
    name,
    scopes: new Set(),
    environments,
    appIds: 'all',
    look: null,
  }
}

/** Staff at their own work; a look into a tenant is none of it. */
export function requireStaff(principal: Principal): StaffPrincipal {
  if (principal.kind === 'staff' && principal.tenantId === null) return principal
  throw new Problem('forbidden', { detail: 'Only Sonaqor may do this.' })
}

/** One answer for a session that is unknown, over or ended, and for who is no staff any more. */
export const signInAgain = () =>
  new Problem('unauthenticated', { detail: 'The session has ended. Sign in again.' })
