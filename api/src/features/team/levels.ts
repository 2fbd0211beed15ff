/** Who stands where: the one table of scopes decides who may give, take and change what. */
import { complianceScopes, roles, scopesOf, type Role } from '@sonaqor/contract/access'
import { can, requireAccess, requireStepUp, type MemberPrincipal } from '../../core/access/index.ts'
import { Problem } from '../../core/problems/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { lockTenant, requireMember } from '../access/index.ts'
import * as store from './members.store.ts'

/** What of a role somebody lacks; nobody gives it, nor changes who has it. */
const lacking = (principal: MemberPrincipal, role: Role) =>
  scopesOf(role).find((scope) => !can(principal, scope))

/** The roles that somebody of a role may give to others. */
export function rolesGivenBy(role: Role): Role[] {
  const held = scopesOf(role)
  if (!held.includes('team:write')) return []
  return roles.filter((given) => scopesOf(given).every((scope) => held.includes(scope)))
}

/** Nobody gives a role whose scopes they do not all hold. */
export function requireMayGive(principal: MemberPrincipal, role: Role): void {
  const scope = lacking(principal, role)
  if (!scope) return
  throw new Problem('forbidden', {
    detail: `You can give no role that holds more than yours, and you lack ${scope}.`,
    scope,
    errors: [{ detail: 'is a role above your own', pointer: '#/role' }],
  })
}

/** Nobody changes somebody above their own level, by their role or by what they hold beside it. */
export function requireNotAbove(
  principal: MemberPrincipal,
  { role, compliance }: Pick<store.MemberRow, 'role' | 'compliance'>,
): void {
  // Whoever gives and takes the compliance scopes is not below them.
  const isBeside = compliance && !can(principal, 'team:own')
  const beside = isBeside ? complianceScopes.find((scope) => !can(principal, scope)) : undefined
  const scope = lacking(principal, role) ?? beside
  if (!scope) return
  throw new Problem('forbidden', {
    detail: `This member holds more than you do: you lack ${scope}.`,
    scope,
  })
}

/**
 * The team is kept as it is until the end of the act, and whoever acts is read once more: by now they may
 * have lost the right to.
 */
export async function lockActor(scope: Scope): Promise<MemberPrincipal> {
  const actor = requireMember(scope.principal)
  await lockTenant(scope)
  const acting = await store.findMember(scope, actor.id)
  if (acting?.state === 'active' && acting.role === actor.role) return actor
  throw new Problem('unauthenticated', { detail: 'Your rights have changed. Sign in again.' })
}

/** What makes or unmakes an owner takes the scope for it, and a second factor for this one call. */
export async function requireMayOwn(scope: Scope): Promise<void> {
  requireAccess(scope.principal, { access: 'team:own', only: 'member' })
  await requireStepUp(scope, 'operation')
}
