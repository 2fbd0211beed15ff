/** Who is invited, and how often: a link of 256 bits that works once, of which a hash alone is kept. */
import { randomBytes } from 'node:crypto'
import type { Role } from '@sonaqor/contract/access'
import { inviteHours, teamEvents, type InviteRow } from '@sonaqor/contract/team'
import { Email } from '@sonaqor/contract/values'
import { Problem } from '../../core/problems/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { requireMember } from '../access/index.ts'
import { mailTo } from '../notifications/index.ts'
import * as store from './invites.store.ts'
import { lockActor, requireMayGive, requireMayOwn, requireNotAbove } from './levels.ts'
import { addressOf, tenantName } from './members.store.ts'

/** So many are written to one address, whichever tenants invite it. */
const lettersAnHour = 5

/** How a link is known to us. */
export const hashInviteToken = (scope: Scope, token: string) =>
  scope.secrets.hmac(`invite:${token}`)

/**
 * Each row is answered by what it is to this tenant. Whether somebody has an account elsewhere changes
 * neither the answer nor the letter.
 */
export async function invite(
  scope: Scope,
  emails: readonly string[],
  role: Role,
): Promise<InviteRow[]> {
  const inviter = await lockActor(scope)
  requireMayGive(inviter, role)
  if (role === 'owner') await requireMayOwn(scope)
  const addresses = emails.map((email) => Email.safeParse(email.trim().toLowerCase()).data)
  const wanted = addresses.filter((address) => address !== undefined)
  const members = await store.membersAmong(scope, wanted)
  const invited = await store.invitedAmong(scope, wanted)
  const fresh = wanted.filter((address) => !members.has(address) && !invited.has(address))
  const open = await store.countLetters(scope, fresh, lettersAnHour)
  const letter = await letterOf(scope)
  const answered: InviteRow[] = []
  for (const [place, address] of addresses.entries()) {
    const email = emails[place] ?? ''
    if (address === undefined) answered.push({ email, outcome: 'not-an-address', inviteId: null })
    else if (members.has(address)) answered.push({ email, outcome: 'member', inviteId: null })
    else if (fresh.includes(address) && !open.has(address))
      answered.push({ email, outcome: 'too-often', inviteId: null })
    else answered.push({ email, ...(await inviteOne(scope, address, role, letter)) })
  }
  return answered
}

async function inviteOne(
  scope: Scope,
  email: string,
  role: Role,
  letter: Letterhead,
): Promise<Pick<InviteRow, 'outcome' | 'inviteId'>> {
  const { id: invited_by, name: inviter_name } = requireMember(scope.principal)
  const id = await store.insertInvite(scope, {
    email,
    role,
    invited_by,
    inviter_name,
    ...lifeOf(scope),
  })
  if (id === undefined) return { outcome: 'already-invited', inviteId: null }
  await send(scope, { id, email, role }, letter)
  await tell(scope, teamEvents.invited, { id, email, role })
  return { outcome: 'invited', inviteId: id }
}

/** With a new link; the one before opens nothing any more. */
export async function resendInvite(scope: Scope, id: string): Promise<{ expiresAt: string }> {
  const found = await find(scope, id)
  await requireFewLetters(scope, found.email)
  const life = lifeOf(scope)
  await store.renewInvite(scope, id, life)
  await send(scope, found, await letterOf(scope))
  await tell(scope, teamEvents.inviteRenewed, found)
  return { expiresAt: life.expires_at.toISOString() }
}

async function requireFewLetters(scope: Scope, email: string): Promise<void> {
  const open = await store.countLetters(scope, [email], lettersAnHour)
  if (open.has(email)) return
  throw new Problem('quota-exceeded', {
    detail: 'Many invitations were sent to this address within the hour. Try again later.',
    retryAfterSeconds: 3600,
    violatedPolicies: ['invitations'],
  })
}

export async function cancelInvite(scope: Scope, id: string): Promise<void> {
  const found = await find(scope, id)
  await store.cancelInvite(scope, id)
  await tell(scope, teamEvents.inviteCancelled, found)
}

/** Who is invited as an owner is a matter of owners. */
async function find(scope: Scope, id: string): Promise<store.InviteRow> {
  const actor = await lockActor(scope)
  const found = await store.lockInvite(scope, id)
  if (!found)
    throw new Problem('not-found', { detail: 'There is no open invitation with this id.' })
  requireNotAbove(actor, { role: found.role, compliance: false })
  return found
}

function lifeOf(scope: Scope) {
  const now = scope.now()
  return { sent_at: now, expires_at: new Date(now.getTime() + inviteHours * 3_600_000) }
}

interface Letterhead {
  readonly tenant: string
  readonly inviter: string
  readonly locale: 'en' | 'de' | undefined
}

/** Nobody knows yet which language the invited read; most likely that of whoever invites them. */
async function letterOf(scope: Scope): Promise<Letterhead> {
  const { id, name } = requireMember(scope.principal)
  const address = await addressOf(scope, id)
  return {
    tenant: await tenantName(scope),
    inviter: name,
    locale: address?.locale ?? undefined,
  }
}

type Sent = Pick<store.InviteRow, 'id' | 'email' | 'role'>

async function send(
  scope: Scope,
  { id, email, role }: Sent,
  { tenant, inviter, locale }: Letterhead,
): Promise<void> {
  const token = randomBytes(32).toString('base64url')
  await store.putInviteToken(scope, hashInviteToken(scope, token), id)
  const link = `/accept-invite#${token}`
  const params = { link, tenant, inviter, role, hours: inviteHours }
  await mailTo(scope, { to: email, template: 'team.invited', params, locale })
}

type InviteEvent = (typeof teamEvents)['invited' | 'inviteRenewed' | 'inviteCancelled']

async function tell(scope: Scope, type: InviteEvent, { id, email, role }: Sent): Promise<void> {
  await scope.emit(type, { environment: null, ref: { inviteId: id }, data: { id, role } })
  scope.audit({ action: type.name, target: id, after: { email, role } })
}
