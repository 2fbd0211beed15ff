import {
  environments,
  scopesOf,
  type Role,
  type Scope as ScopeName,
} from '@sonaqor/contract/access'
import type { MemberPrincipal, Principal } from '../../core/access/index.ts'
import { Problem } from '../../core/problems/index.ts'

/** A member at the moment of a request, as the door functions give it. */
export interface MemberAtDoor {
  readonly tenant_id: string
  readonly member_id: string
  readonly person_id: string
  readonly name: string
  readonly role: Role
  readonly authorisation_version: number
}

const scopesByRole = new Map<Role, ReadonlySet<ScopeName>>()

/** A member in one session: sees both environments and every app, and may what the role says. */
export function memberPrincipal(member: MemberAtDoor, sessionId: string): MemberPrincipal {
  return {
    kind: 'member',
    id: member.member_id,
    tenantId: member.tenant_id,
    personId: member.person_id,
    sessionId,
    name: member.name,
    role: member.role,
    scopes: scopesFor(member.role),
    environments,
    appIds: 'all',
  }
}

function scopesFor(role: Role): ReadonlySet<ScopeName> {
  const known = scopesByRole.get(role) ?? new Set(scopesOf(role))
  scopesByRole.set(role, known)
  return known
}

/** For what only a person can ask about, such as themselves. */
export function requireMember(principal: Principal): MemberPrincipal {
  if (principal.kind === 'member') return principal
  throw new Problem('forbidden', { detail: 'Only a signed-in member may do this.' })
}

/** One answer for a session that is unknown, over, ended or whose member has gone. */
export const signInAgain = () =>
  new Problem('unauthenticated', { detail: 'The session has ended. Sign in again.' })
