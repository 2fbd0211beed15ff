/** Who stands where, by the one table of scopes, as the server asks it. */
import { complianceScopes, scopesOf, type Role, type Scope } from '@sonaqor/contract/access'

type Can = (scope: Scope) => boolean

/** Whether somebody holds all that a role holds: whoever does not gives it to nobody, nor changes who has it. */
export const isWithin = (role: Role, can: Can) => scopesOf(role).every((scope) => can(scope))

/** The same of a member: whoever gives and takes the compliance permissions is not below them. */
export const isMemberWithin = (
  { role, compliance }: { readonly role: Role; readonly compliance: boolean },
  can: Can,
) => isWithin(role, can) && (!compliance || can('team:own') || complianceScopes.every(can))

export interface Difference {
  readonly gained: readonly Scope[]
  readonly lost: readonly Scope[]
}

/** What changes for somebody whose role becomes another one. */
export function differenceOf(from: Role, to: Role): Difference {
  const [before, after] = [scopesOf(from), scopesOf(to)]
  return {
    gained: after.filter((scope) => !before.includes(scope)),
    lost: before.filter((scope) => !after.includes(scope)),
  }
}
