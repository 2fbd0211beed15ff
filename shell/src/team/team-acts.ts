import type { Scope } from '@sonaqor/contract/access'
import type { TeamMember } from '@sonaqor/contract/team'
import type { Text } from '@sonaqor/ui/texts'
import { isMemberWithin, isWithin } from './rights/levels.ts'
import * as texts from './texts/en.ts'

export type ActName =
  | 'changeRole'
  | 'giveCompliance'
  | 'takeCompliance'
  | 'resetFactors'
  | 'suspend'
  | 'resume'
  | 'remove'
  | 'leave'
  | 'resend'
  | 'cancel'

export interface Act {
  readonly name: ActName
  /** Why it cannot be done now; it is offered all the same, so that everybody hears the reason. */
  readonly because: Text | undefined
}

export interface Standing {
  readonly can: (scope: Scope) => boolean
  readonly isOneOwner: boolean | undefined
}

/** The acts as they are called on buttons and in menus. */
export const actWords: Readonly<Record<ActName, Text>> = {
  changeRole: texts.changeRoleEllipsis,
  giveCompliance: texts.giveComplianceEllipsis,
  takeCompliance: texts.takeComplianceEllipsis,
  resetFactors: texts.resetFactorsEllipsis,
  suspend: texts.suspendEllipsis,
  resume: texts.resume,
  remove: texts.removeEllipsis,
  leave: texts.leaveEllipsis,
  resend: texts.resend,
  cancel: texts.cancelInviteEllipsis,
}

const harsh: ReadonlySet<ActName> = new Set([
  'resetFactors',
  'suspend',
  'remove',
  'cancel',
  'leave',
])

/** What of the acts hurts, or cannot be taken back. */
export const isHarsh = (name: ActName) => harsh.has(name)

/** What stands beside the fact that it changes, and not among the acts on the whole member. */
export const besides: Readonly<Partial<Record<ActName, 'compliance' | 'secondFactor'>>> = {
  giveCompliance: 'compliance',
  takeCompliance: 'compliance',
  resetFactors: 'secondFactor',
}

/** What may be done with a member or an invitation, by the rules that the server keeps. */
export function actsOn(member: TeamMember, standing: Standing): readonly Act[] {
  if (member.state === 'invited') return actsOnInvite(member, standing)
  const { can } = standing
  const because = hindrance(member, standing)
  return [
    ...(can('team:write') ? actsOfAdmin(member, because) : []),
    ...(can('team:write') ? ofFactors(member, can) : []),
    ...(can('team:own') ? [complianceOf(member)] : []),
    ...(member.you ? [{ name: 'leave' as const, because: lastOwner(member, standing) }] : []),
  ]
}

function actsOnInvite({ role }: TeamMember, { can }: Standing): readonly Act[] {
  if (!can('team:write')) return []
  const because = isWithin(role, can) ? undefined : texts.inviteAboveYou
  return [
    { name: 'resend', because },
    { name: 'cancel', because },
  ]
}

function actsOfAdmin({ state, you }: TeamMember, because: Text | undefined): readonly Act[] {
  const changeRole: Act = { name: 'changeRole', because }
  if (you) return [changeRole]
  return state === 'suspended'
    ? [changeRole, { name: 'resume', because }, { name: 'remove', because }]
    : [changeRole, { name: 'suspend', because }, { name: 'remove', because }]
}

/** Who is here and has a second factor may lose it; one's own are looked after in the account. */
function ofFactors(member: TeamMember, can: Standing['can']): readonly Act[] {
  if (member.you || member.state !== 'active' || !member.secondFactor) return []
  const because = isMemberWithin(member, can) ? undefined : texts.aboveYou
  return [{ name: 'resetFactors', because }]
}

const complianceOf = ({ compliance }: TeamMember): Act => ({
  name: compliance ? 'takeCompliance' : 'giveCompliance',
  because: undefined,
})

function hindrance(member: TeamMember, standing: Standing): Text | undefined {
  return isMemberWithin(member, standing.can) ? lastOwner(member, standing) : texts.aboveYou
}

/** Somebody has to be able to do everything, so the last owner stays one. */
function lastOwner({ role, state }: TeamMember, { isOneOwner }: Standing): Text | undefined {
  return role === 'owner' && state === 'active' && isOneOwner ? texts.lastOwnerStays : undefined
}

/** What somebody is called who may not have told their name yet. */
export const calledOf = ({ person }: Pick<TeamMember, 'person'>) => person.name || person.email
