/** Who stands where: the one table of scopes decides who may give, take and change what. */
import { scopesOf, type Role } from '@sonaqor/contract/access'
import { can, requireAccess, requireStepUp, type MemberPrincipal } from '../../core/access/index.ts'
import { Problem } from '../../core/problems/index.ts'
import type { Scope } from '../../core/scope/index.ts'

/** What of a role somebody lacks; nobody gives it, nor changes who has it. */
const lacking = (principal: MemberPrincipal, role: Role) =>
  scopesOf(role).find((scope) => !can(principal, scope))

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

/** Nobody changes somebody above their own level. */
export function requireNotAbove(principal: MemberPrincipal, role: Role): void {
  const scope = lacking(principal, role)
  if (!scope) return
  throw new Problem('forbidden', {
    detail: `This member holds more than you do: you lack ${scope}.`,
    scope,
  })
}

/** What makes or unmakes an owner takes the scope for it, and a second factor for this one call. */
export async function requireMayOwn(scope: Scope): Promise<void> {
  requireAccess(scope.principal, { access: 'team:own', only: 'member' })
  await requireStepUp(scope, 'operation')
}
