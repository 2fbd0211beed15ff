import {
  complianceScopes,
  environments,
  scopesOf,
  type Role,
  type Scope as ScopeName,
} from '@sonaqor/contract/access'
import type { MemberPrincipal, Principal } from '../../../core/access/index.ts'
import { Problem } from '../../../core/problems/index.ts'

/** A member at the moment of a request, as the door functions give it. */
export interface MemberAtDoor {
  readonly tenant_id: string
  readonly member_id: string
  readonly person_id: string
  readonly name: string
  readonly role: Role
  /** Whether an owner has given the compliance scopes beside the role. */
  readonly compliance: boolean
  readonly authorisation_version: number
  /** When the session last proved a second factor; a session that begins has not yet. */
  readonly second_factor_at: Date | null
  /** Whether the tenant asks for one. */
  readonly second_factor_required: boolean
}

const nothing: ReadonlySet<ScopeName> = new Set()

const known = new Map<string, ReadonlySet<ScopeName>>()

/** A member in one session: sees both environments and every app, and may what the role says. */
export function memberPrincipal(member: MemberAtDoor, sessionId: string): MemberPrincipal {
  const secondFactorMissing = member.second_factor_required && member.second_factor_at === null
  return {
    kind: 'member',
    id: member.member_id,
    tenantId: member.tenant_id,
    personId: member.person_id,
    sessionId,
    name: member.name,
    role: member.role,
    secondFactorAt: member.second_factor_at,
    secondFactorMissing,
    compliance: member.compliance,
    scopes: secondFactorMissing ? nothing : scopesFor(member),
    environments,
    appIds: 'all',
  }
}

/** The same set for everybody of a kind, so that a request makes none of its own. */
function scopesFor({ role, compliance }: MemberAtDoor): ReadonlySet<ScopeName> {
  const kind = `${role} ${compliance}`
  const held =
    known.get(kind) ?? new Set([...scopesOf(role), ...(compliance ? complianceScopes : [])])
  known.set(kind, held)
  return held
}

/** For what only a person can ask about, such as themselves. */
export function requireMember(principal: Principal): MemberPrincipal {
  if (principal.kind === 'member') return principal
  throw new Problem('forbidden', { detail: 'Only a signed-in member may do this.' })
}

/** One answer for a session that is unknown, over, ended or whose member has gone. */
export const signInAgain = () =>
  new Problem('unauthenticated', { detail: 'The session has ended. Sign in again.' })
