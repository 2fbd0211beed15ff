/** What becomes of members: their role, the compliance scopes, and whether they come in at all. */
import type { Role } from '@sonaqor/contract/access'
import type { InputOf } from '@sonaqor/contract/endpoint'
import { teamEvents, type team, type TeamDeed, type TeamMember } from '@sonaqor/contract/team'
import type { MemberPrincipal } from '../../core/access/index.ts'
import { requireRevision, type Seen } from '../../core/implement/index.ts'
import type { PageReply } from '../../core/paging/index.ts'
import { Problem } from '../../core/problems/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { endSessionsOf, requireMember } from '../access/index.ts'
import { mailTo, notify } from '../notifications/index.ts'
import { endBesideOf } from '../sso/index.ts'
import { activityOf, historyOf } from './activity.view.ts'
import { cancelInvitesOf, cancelInvitesBeyond } from './invites.store.ts'
import {
  lockActor,
  requireMayGive,
  requireMayOwn,
  requireNotAbove,
  rolesGivenBy,
} from './levels.ts'
import * as store from './members.store.ts'
import { showMember } from './team.view.ts'

export { listTeam } from './team.view.ts'

type Member = store.MemberRow

export async function show(scope: Scope, id: string): Promise<TeamMember> {
  return (await showMember(scope, id)) ?? Promise.reject(noMember())
}

export async function showActivity(
  scope: Scope,
  id: string,
  query: InputOf<typeof team.activity>['query'],
): Promise<PageReply<TeamDeed>> {
  if (!(await store.findMember(scope, id))) throw noMember()
  return activityOf(scope, id, query)
}

export function showHistory(
  scope: Scope,
  query: InputOf<typeof team.history>['query'],
): Promise<PageReply<TeamDeed>> {
  return historyOf(scope, query)
}

export async function changeRole(
  scope: Scope,
  id: string,
  role: Role,
  seen: Seen,
): Promise<TeamMember> {
  const { member, actor } = await lock(scope, id)
  requireRevision(seen, member.revision)
  requireMayGive(actor, role)
  if (member.role === role) return show(scope, id)
  if (role === 'owner' || member.role === 'owner') requireOwnership(actor)
  if (member.role === 'owner') await requireAnotherOwner(scope, member)
  await store.updateMember(scope, id, { role })
  // What they could not send any more makes nobody a member either.
  const invitesCancelled = await cancelInvitesBeyond(scope, id, rolesGivenBy(role))
  if (member.role === 'owner') await endBesideOf(scope, id)
  await tell(scope, teamEvents.roleChanged, member, { invitesCancelled })
  const params = { role, by: actor.name, at: scope.now().toISOString() }
  await notify(scope, { kind: 'team.role-changed', to: [id], params, link: '/team' })
  if (role === 'owner') await tellOwners(scope, id)
  return show(scope, id)
}

export async function setCompliance(
  scope: Scope,
  id: string,
  compliance: boolean,
  seen: Seen,
): Promise<TeamMember> {
  const { member, actor } = await lock(scope, id)
  requireRevision(seen, member.revision)
  if (member.compliance === compliance) return show(scope, id)
  await store.updateMember(scope, id, { compliance })
  await tell(scope, teamEvents.complianceChanged, member)
  const params = { given: compliance ? ('yes' as const) : ('no' as const), by: actor.name }
  const at = scope.now().toISOString()
  await notify(scope, {
    kind: 'team.compliance-changed',
    to: [id],
    params: { ...params, at },
    link: '/team',
  })
  return show(scope, id)
}

/** Suspending who is suspended changes nothing, whatever revision the caller has seen. */
export async function suspend(scope: Scope, id: string, seen: Seen): Promise<TeamMember> {
  const { member, actor } = await lock(scope, id)
  if (member.state === 'suspended') return show(scope, id)
  requireRevision(seen, member.revision)
  if (id === actor.id) throw oneself('You cannot suspend yourself.')
  await keepOut(scope, member, 'suspended')
  return show(scope, id)
}

export async function resume(scope: Scope, id: string, seen: Seen): Promise<TeamMember> {
  const { member, actor } = await lock(scope, id)
  if (member.state === 'active') return show(scope, id)
  requireRevision(seen, member.revision)
  if (member.role === 'owner') await requireMayOwn(scope)
  await store.updateMember(scope, id, { state: 'active' })
  await tell(scope, teamEvents.resumed, member)
  const params = { by: actor.name, at: scope.now().toISOString() }
  await notify(scope, { kind: 'team.resumed', to: [id], params, link: '/' })
  return show(scope, id)
}

export async function remove(scope: Scope, id: string, seen: Seen): Promise<TeamMember> {
  const { member, actor } = await lock(scope, id)
  requireRevision(seen, member.revision)
  if (id === actor.id) throw oneself('You cannot remove yourself. Leave the team instead.')
  const before = await show(scope, id)
  await keepOut(scope, member, 'removed')
  return { ...before, state: 'removed', revision: member.revision + 1 }
}

/** Whoever goes by themselves types where, so that nobody leaves by a click that was meant for else. */
export async function leave(scope: Scope, typed: string): Promise<void> {
  const { id } = requireMember(scope.principal)
  const { member } = await lock(scope, id)
  if (typed.trim() !== (await store.tenantName(scope))) {
    throw new Problem('invalid', {
      detail: 'Type the name of the tenant that you want to leave.',
      errors: [{ detail: 'is not the name of this tenant', pointer: '#/tenant' }],
    })
  }
  await keepOut(scope, member, 'removed')
}

/** Keys survive their maker; sessions, sockets and the invitations of somebody who is gone do not. */
async function keepOut(
  scope: Scope,
  member: Member,
  state: 'suspended' | 'removed',
): Promise<void> {
  if (member.role === 'owner') {
    await requireAnotherOwner(scope, member)
    await requireMayOwn(scope)
  }
  const address = await store.addressOf(scope, member.id)
  await store.updateMember(scope, member.id, { state })
  const sessionsEnded = await endSessionsOf(scope, member.id, state)
  const invitesCancelled = await cancelInvitesOf(scope, member.id)
  await tell(scope, teamEvents[state], member, { sessionsEnded, invitesCancelled })
  if (!address) return
  const { email, name, locale } = address
  const params = { tenant: await store.tenantName(scope), at: scope.now().toISOString() }
  const template = `team.${state}` as const
  await mailTo(scope, { to: email, name, template, params, locale: locale ?? undefined })
}

interface Locked {
  readonly member: Member
  readonly actor: MemberPrincipal
}

/** Both are read behind the lock, for the other one may have risen above whoever acts. */
export async function lock(scope: Scope, id: string): Promise<Locked> {
  const actor = await lockActor(scope)
  const member = await store.findMember(scope, id)
  if (!member || member.state === 'removed') throw noMember()
  requireNotAbove(actor, member)
  return { member, actor }
}

/** The step-up of the endpoint has been shown by now; what is missing is the scope. */
function requireOwnership(actor: MemberPrincipal): void {
  requireMayGive(actor, 'owner')
}

async function requireAnotherOwner(scope: Scope, member: Member): Promise<void> {
  if (member.state !== 'active' || (await store.countOwners(scope)) > 1) return
  throw new Problem('conflict', {
    detail: 'This is the last owner. Make somebody else an owner first.',
  })
}

type TeamEvent = (typeof teamEvents)[
  | 'roleChanged'
  | 'complianceChanged'
  | 'suspended'
  | 'resumed'
  | 'factorsReset'
  | 'removed']

/** What became of a member, for screens, webhooks and the audit log; sockets heard by another right. */
export async function tell(
  scope: Scope,
  type: TeamEvent,
  before: Member,
  more: object = {},
): Promise<void> {
  const after = (await store.findMember(scope, before.id)) ?? before
  await scope.closeSockets(before.id)
  await scope.emit(type, {
    environment: null,
    ref: { memberId: before.id },
    data: standing(after),
  })
  scope.audit({
    action: type.name,
    target: before.id,
    before: standing(before),
    after: { ...standing(after), ...more },
  })
}

const standing = ({ id, role, compliance, state }: Member) => ({ id, role, compliance, state })

/** Every owner hears of a new one, and the new one too. */
async function tellOwners(scope: Scope, id: string): Promise<void> {
  const { name = '' } = (await store.addressOf(scope, id)) ?? {}
  const params = {
    name,
    by: requireMember(scope.principal).name,
    at: scope.now().toISOString(),
  }
  await notify(scope, { kind: 'team.owner-made', params, link: '/team' })
}

const oneself = (detail: string) => new Problem('conflict', { detail })

export const noMember = () =>
  new Problem('not-found', { detail: 'There is no member with this id.' })
