/**
 * Why somebody can or cannot do something, answered by the very functions that decide it: their
 * principal is made as a sign-in would make it, and `requireAccess` is asked.
 */
import {
  complianceScopes,
  criticalScopes,
  roles,
  scopeTable,
  scopesOf,
  type Scope as ScopeName,
} from '@sonaqor/contract/access'
import { contract } from '@sonaqor/contract/contract'
import type { Area, Endpoint, EndpointOptions } from '@sonaqor/contract/endpoint'
import type { ExplainedReason, Explanation } from '@sonaqor/contract/explanation'
import { can, requireAccess, type MemberPrincipal } from '../../core/access/index.ts'
import { Problem } from '../../core/problems/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { memberPrincipal } from '../access/index.ts'
import { noMember } from './members.service.ts'
import { findMember, hasSecondFactor, type MemberRow } from './members.store.ts'
import { isFactorRequired } from './security.store.ts'

interface Asked {
  readonly operation?: string | undefined
  readonly scope?: ScopeName | undefined
}

export async function explain(scope: Scope, id: string, asked: Asked): Promise<Explanation> {
  if (id !== scope.principal.id) requireAccess(scope.principal, { access: 'team:write' })
  const member = await findMember(scope, id)
  if (!member || member.state === 'removed') throw noMember()
  const options = asked.scope ? optionsOf(asked.scope) : endpointOf(asked.operation).options
  const standing = {
    hasFactor: await hasSecondFactor(scope, member.person_id),
    isRequired: member.factor_due || (await isFactorRequired(scope)),
  }
  const reasons = reasonsOf(member, options, { ...standing, now: scope.now() })
  return {
    memberId: id,
    operation: asked.operation ?? null,
    scope: isScope(options.access) ? options.access : null,
    allowed: reasons.every(({ holds }) => holds),
    reasons,
  }
}

type Rule = Pick<EndpointOptions, 'access' | 'only' | 'stepUp' | 'withoutFactor'>

/** A scope by itself is asked for as an operation of members would; a critical one takes step-up. */
function optionsOf(scope: ScopeName): Rule {
  const isCritical = criticalScopes.includes(scope)
  return { access: scope, ...(isCritical ? { stepUp: 'session' as const } : {}) }
}

const areas: Readonly<Record<string, Area>> = contract

function endpointOf(operation = ''): Endpoint {
  const [area = '', verb = ''] = operation.split('.')
  const endpoints = Object.hasOwn(areas, area) ? areas[area] : undefined
  const endpoint = endpoints && Object.hasOwn(endpoints, verb) ? endpoints[verb] : undefined
  if (endpoint) return endpoint
  throw new Problem('invalid', {
    detail: 'There is no such operation.',
    errors: [{ detail: 'is not an operation like "keys.issue"', pointer: '?operation' }],
  })
}

const isScope = (access: string): access is ScopeName => Object.hasOwn(scopeTable, access)

interface Standing {
  readonly hasFactor: boolean
  readonly isRequired: boolean
  readonly now: Date
}

/** What is asked, one after the other, as the pipeline asks it. */
function reasonsOf(member: MemberRow, rule: Rule, standing: Standing): ExplainedReason[] {
  if (rule.access === 'public') return [{ code: 'open-to-all', holds: true }]
  const { stepUp } = rule
  return [
    { code: 'state', holds: member.state === 'active' },
    ...rightOf(member, rule),
    ...policyOf(member, rule, standing),
    ...(stepUp ? [{ code: 'step-up' as const, holds: standing.hasFactor, stepUp }] : []),
  ]
}

function rightOf(member: MemberRow, { access, only }: Rule): ExplainedReason[] {
  const principal = principalOf(member)
  if (!isScope(access)) {
    const code = access === 'member' ? 'any-member' : 'kind'
    return [{ code, holds: isAllowed(principal, { access }) }]
  }
  const { role } = member
  const holds = can(principal, access)
  const held: ExplainedReason = complianceScopes.includes(access)
    ? { code: 'compliance', holds, scope: access }
    : { code: 'role', holds, scope: access, role, roles: holdersOf(access) }
  if (!only) return [held]
  // A key alone may do it, whatever the member holds.
  return [held, { code: 'kind', holds: only === principal.kind }]
}

const holdersOf = (scope: ScopeName) => roles.filter((role) => scopesOf(role).includes(scope))

/** The tenant may ask for a second factor; without one a session may do no more than show one. */
function policyOf(
  member: MemberRow,
  { access, withoutFactor = false }: Rule,
  { hasFactor, isRequired, now }: Standing,
): ExplainedReason[] {
  const best = principalOf(member, isRequired, hasFactor ? now : null)
  const right = { access, withoutFactor }
  const holds = isAllowed(best, right) || !isAllowed(principalOf(member), right)
  return isRequired ? [{ code: 'second-factor-policy', holds, required: true }] : []
}

function principalOf(
  member: MemberRow,
  second_factor_required = false,
  second_factor_at: Date | null = null,
): MemberPrincipal {
  const { tenant_id, id: member_id, person_id, role, compliance, authorisation_version } = member
  const named = { name: '', second_factor_at, second_factor_required }
  const known = { tenant_id, member_id, person_id, role, compliance, authorisation_version }
  return memberPrincipal({ ...known, ...named }, '')
}

function isAllowed(principal: MemberPrincipal, rule: Rule): boolean {
  try {
    requireAccess(principal, rule)
    return true
  } catch (thrown) {
    if (thrown instanceof Problem) return false
    throw thrown
  }
}
