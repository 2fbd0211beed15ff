/** The team of a tenant: who belongs to it, who was invited, and who may do what. */
import { z } from 'zod'
import { scopes } from './access.ts'
import { AuditEntry } from './audit.ts'
import { del, get, patch, post, put } from './endpoint.ts'
import { event } from './event.ts'
import { Explanation } from './explanation.ts'
import { Page, pageOf } from './page.ts'
import { Id, Instant, Role, text } from './values.ts'

/** How long the link of an invitation works. */
export const inviteHours = 72
export const invitedAtOnceMax = 50

export const memberStates = ['active', 'suspended', 'invited', 'removed'] as const
/** Whoever was removed is in no list; the answer to their removal says so. */
export const listedStates = ['active', 'suspended', 'invited'] as const

export const TeamMember = z
  .object({
    id: Id.describe('Of the member, or of the invitation that nobody has accepted yet'),
    person: z.object({
      name: z.string().describe('Empty for who was invited and has not told it yet'),
      email: z.string(),
    }),
    role: Role,
    compliance: z.boolean().describe('Whether the compliance scopes are held beside the role'),
    state: z.enum(memberStates),
    joinedAt: Instant.nullable(),
    lastSeenAt: Instant.nullable(),
    secondFactor: z.boolean().describe('Whether one is set up; which is not told'),
    invitation: z
      .object({
        by: z.string(),
        at: Instant.describe('When its link was last sent'),
        expiresAt: Instant.describe('Past ones stay listed, to be sent again or cancelled'),
      })
      .nullable(),
    you: z.boolean(),
    revision: z.number().int(),
  })
  .meta({ id: 'TeamMember' })
export type TeamMember = z.output<typeof TeamMember>

export const TeamOrder = z
  .enum(['name', 'joined', 'seen'])
  .describe('`name`: by the alphabet. `joined`: the newest first. `seen`: who was here last first')
export type TeamOrder = z.output<typeof TeamOrder>

export const inviteOutcomes = [
  'invited',
  'member',
  'already-invited',
  'not-an-address',
  'too-often',
] as const
export const InviteRow = z
  .object({
    email: z.string().describe('As it was sent'),
    outcome: z
      .enum(inviteOutcomes)
      .describe(
        '`invited`: a letter is on its way. `member`: they are in the team. `already-invited`: send that one again instead. `not-an-address`: nothing can be sent there. `too-often`: many invitations were sent there within the hour, so this one was not',
      ),
    inviteId: Id.nullable(),
  })
  .meta({ id: 'InviteRow' })
export type InviteRow = z.output<typeof InviteRow>

/** An entry of the audit log about the team, with what whoever it is about is called. */
export const TeamDeed = AuditEntry.extend({
  about: z
    .string()
    .nullable()
    .describe('The name of the member that it was done to, or the address that was invited'),
}).meta({ id: 'TeamDeed' })
export type TeamDeed = z.output<typeof TeamDeed>

const MemberParams = z.strictObject({ id: Id })
const InviteParams = z.strictObject({ id: Id })
const toOwners =
  'Whatever makes or unmakes an owner takes `team:own` and a second factor for this one call.'

const writes = { access: 'team:write', only: 'member', idempotent: true } as const

export const team = {
  list: get('/team', {
    access: 'team:read',
    only: 'member',
    summary: 'List the team',
    description: 'Members and open invitations, in one list.',
    query: z.strictObject({
      ...Page.shape,
      role: Role.optional(),
      state: z.enum(listedStates).optional(),
      secondFactor: z.stringbool().optional().describe('Only members with one, or without one'),
      search: text(80).optional().describe('What stands in the name or the e-mail'),
      order: TeamOrder.default('name'),
    }),
    reply: pageOf(TeamMember),
  }),
  show: get('/team/{id}', {
    access: 'team:read',
    only: 'member',
    summary: 'Show a member',
    params: MemberParams,
    reply: TeamMember,
  }),
  explain: get('/team/{id}/explain', {
    access: 'team:read',
    only: 'member',
    summary: 'Explain what a member may do',
    description:
      'Answered by the functions that decide. About oneself anybody may ask, about others it takes `team:write`.',
    params: MemberParams,
    query: z
      .strictObject({
        operation: z
          .string()
          .max(80)
          .optional()
          .describe('An operation of the API, such as `keys.issue`'),
        scope: z.enum(scopes).optional(),
      })
      .refine(({ operation, scope }) => (operation === undefined) !== (scope === undefined), {
        message: 'must be the only one of operation and scope',
        path: ['operation'],
      }),
    reply: Explanation,
  }),
  activity: get('/team/{id}/activity', {
    access: 'audit:read',
    only: 'member',
    summary: 'List what a member did, and what was done to them',
    description: 'From the audit log, the newest first. That it was read is audited as well.',
    params: MemberParams,
    query: Page,
    reply: pageOf(TeamDeed),
  }),
  history: get('/team/history', {
    access: 'audit:read',
    only: 'member',
    summary: 'List what was done to the team',
    description:
      'Who was invited, joined, was given another role, suspended, let in again or removed, and whose second factors were reset: from the audit log, the newest first. That it was read is audited as well.',
    query: Page,
    reply: pageOf(TeamDeed),
  }),
  invite: post('/team/invites', {
    ...writes,
    summary: 'Invite people by e-mail',
    description: `Answered row by row. The link in the letter works once, for ${inviteHours} hours. Nobody gives a role whose scopes they do not all hold. Whether somebody has an account elsewhere is not told. ${toOwners}`,
    body: z.strictObject({
      emails: z.array(z.string().max(320)).min(1).max(invitedAtOnceMax),
      role: Role,
    }),
    reply: z.object({ data: z.array(InviteRow) }),
    limit: { requests: 60, seconds: 3600, per: 'principal' },
  }),
  resendInvite: post('/team/invites/{id}/resend', {
    ...writes,
    summary: 'Send an invitation again',
    description: 'With a new link; the old one is dead.',
    params: InviteParams,
    reply: z.object({ expiresAt: Instant }),
    limit: { requests: 120, seconds: 3600, per: 'principal' },
  }),
  cancelInvite: del('/team/invites/{id}', {
    ...writes,
    summary: 'Cancel an invitation',
    params: InviteParams,
  }),
  changeRole: patch('/team/{id}', {
    ...writes,
    stepUp: 'operation',
    summary: 'Change the role of a member',
    description: `Nobody gives a role whose scopes they do not all hold, nor changes who is above them. Holds at once, in every session. The last owner stays one. ${toOwners}`,
    params: MemberParams,
    body: z.strictObject({ role: Role }),
    reply: TeamMember,
    revised: true,
  }),
  setCompliance: put('/team/{id}/compliance', {
    access: 'team:own',
    only: 'member',
    stepUp: 'operation',
    summary: 'Give or take the compliance scopes',
    params: MemberParams,
    body: z.strictObject({ compliance: z.boolean() }),
    reply: TeamMember,
    revised: true,
    idempotent: true,
  }),
  resetFactors: post('/team/{id}/reset-factors', {
    ...writes,
    stepUp: 'operation',
    summary: 'Remove the second factors of a member who has lost them',
    description:
      'Their authenticator app, passkeys and recovery codes. Every session and open page of theirs ends at once; they are told, and set up a new second factor at their next sign-in before anything else. A conflict where they have none, where it is oneself, and where they belong to another tenant as well: what guards its door is not for this one to remove.',
    params: MemberParams,
    reply: TeamMember,
    revised: true,
  }),
  suspend: post('/team/{id}/suspend', {
    ...writes,
    summary: 'Suspend a member',
    description: `Every session and open page of theirs ends at once; the keys that they issued go on. ${toOwners}`,
    params: MemberParams,
    reply: TeamMember,
    revised: true,
  }),
  resume: post('/team/{id}/resume', {
    ...writes,
    summary: 'Let a suspended member in again',
    description: toOwners,
    params: MemberParams,
    reply: TeamMember,
    revised: true,
  }),
  remove: del('/team/{id}', {
    ...writes,
    summary: 'Remove a member',
    description: `Every session and open page of theirs ends at once; the keys that they issued go on. They can be invited again. ${toOwners}`,
    params: MemberParams,
    reply: TeamMember,
    revised: true,
  }),
  leave: post('/team/leave', {
    access: 'member',
    summary: 'Leave the team',
    description: `For everybody but the last owner. An owner shows a second factor for this one call.`,
    body: z.strictObject({
      tenant: z.string().max(120).describe('The name of the tenant, typed, so that it is meant'),
    }),
  }),
}

const OfMember = z.object({ memberId: Id })
const OfInvite = z.object({ inviteId: Id })
const Standing = z.object({ id: Id, role: Role, compliance: z.boolean(), state: z.string() })
const Invited = z.object({ id: Id, role: Role })
export const teamEvents = {
  invited: event('team.invited', 'team:read', OfInvite, Invited),
  inviteRenewed: event('team.invite-renewed', 'team:read', OfInvite, Invited),
  inviteCancelled: event('team.invite-cancelled', 'team:read', OfInvite, Invited),
  joined: event('team.joined', 'team:read', OfMember, Standing),
  roleChanged: event('team.role-changed', 'team:read', OfMember, Standing),
  complianceChanged: event('team.compliance-changed', 'team:read', OfMember, Standing),
  factorsReset: event('team.factors-reset', 'team:read', OfMember, Standing),
  suspended: event('team.suspended', 'team:read', OfMember, Standing),
  resumed: event('team.resumed', 'team:read', OfMember, Standing),
  removed: event('team.removed', 'team:read', OfMember, Standing),
}
