/** Invitations, as rows, and the doors by which their links lead to them. */
import type { Role } from '@sonaqor/contract/access'
import type { Scope } from '../../core/scope/index.ts'
import type { MemberAtDoor } from '../access/index.ts'

export interface InviteRow {
  readonly tenant_id: string
  readonly id: string
  readonly email: string
  readonly role: Role
  readonly state: 'open' | 'accepted' | 'cancelled'
  readonly invited_by: string
  readonly inviter_name: string
  readonly sent_at: Date
  readonly expires_at: Date
  readonly settled_at: Date | null
}

const invites = (scope: Scope) =>
  scope.db<InviteRow>('invites').where({ tenant_id: scope.tenantId })

/** Of these addresses those of people who are in the team. */
export async function membersAmong(scope: Scope, emails: readonly string[]): Promise<Set<string>> {
  const { rows } = await scope.db.raw<{ email: string }>(
    `select p.email from directory.people_here() p
     join members m on m.tenant_id = ? and m.person_id = p.id and m.state <> 'removed'
     where p.email = any (?)`,
    [scope.tenantId, emails],
  )
  return new Set(rows.map(({ email }) => email))
}

/** Of these addresses those that are invited already. */
export async function invitedAmong(scope: Scope, emails: readonly string[]): Promise<Set<string>> {
  const found = await invites(scope)
    .where({ state: 'open' })
    .whereRaw('email = any (?)', [[...emails]])
    .pluck<string[]>('email')
  return new Set(found)
}

/** Those that may be written to now, counted as written to: so many an hour, over all tenants. */
export async function countLetters(
  scope: Scope,
  emails: readonly string[],
  bound: number,
): Promise<Set<string>> {
  const { rows } = await scope.db.raw<{ email: string }>(
    'select email from directory.count_invite_letters(?::text[], ?, ?)',
    [emails, bound, scope.now()],
  )
  return new Set(rows.map(({ email }) => email))
}

type NewInvite = Pick<
  InviteRow,
  'email' | 'role' | 'invited_by' | 'inviter_name' | 'sent_at' | 'expires_at'
>

/** The id of the new invitation; nothing where that address is invited already. */
export async function insertInvite(scope: Scope, invite: NewInvite): Promise<string | undefined> {
  const [row] = await scope
    .db<InviteRow>('invites')
    .insert({ ...invite, tenant_id: scope.tenantId, id: scope.newId(), state: 'open' })
    .onConflict()
    .ignore()
    .returning('id')
  return row?.id
}

/** An open invitation, kept as it is until this transaction ends. */
export async function lockInvite(scope: Scope, id: string): Promise<InviteRow | undefined> {
  return invites(scope).where({ id, state: 'open' }).forUpdate().first()
}

export async function renewInvite(
  scope: Scope,
  id: string,
  sending: Pick<InviteRow, 'sent_at' | 'expires_at'>,
): Promise<void> {
  await invites(scope).where({ id }).update(sending)
}

export async function putInviteToken(scope: Scope, hash: Buffer, id: string): Promise<void> {
  await scope.db.raw('select directory.put_invite_token(?, ?)', [hash, id])
}

export async function cancelInvite(scope: Scope, id: string): Promise<void> {
  await invites(scope).where({ id }).update({ state: 'cancelled', settled_at: scope.now() })
}

/** Cancels what somebody who is gone has sent; says how many there were. */
export async function cancelInvitesOf(scope: Scope, memberId: string): Promise<number> {
  return invites(scope)
    .where({ invited_by: memberId, state: 'open' })
    .update({ state: 'cancelled', settled_at: scope.now() })
}

/** Cancels what of it gives a role that they may give no more; says how many there were. */
export async function cancelInvitesBeyond(
  scope: Scope,
  memberId: string,
  given: readonly Role[],
): Promise<number> {
  return invites(scope)
    .where({ invited_by: memberId, state: 'open' })
    .whereNotIn('role', [...given])
    .update({ state: 'cancelled', settled_at: scope.now() })
}

export interface SeenInvite {
  readonly tenant_id: string
  readonly tenant_name: string
  readonly email: string
  readonly role: Role
  readonly inviter_name: string
  readonly expires_at: Date
  readonly known: boolean
}

/** What a link leads to, for whoever holds it. */
export async function lookAtInvite(scope: Scope, hash: Buffer): Promise<SeenInvite | undefined> {
  const [row] = await scope.through<SeenInvite>('directory.look_at_invite', hash, scope.now())
  return row
}

/** Whether whoever it is sent to comes in by the provider of their company alone; owners do not have to. */
export async function comesBySso(
  scope: Scope,
  { tenant_id, email, role }: Pick<SeenInvite, 'tenant_id' | 'email' | 'role'>,
): Promise<boolean> {
  if (role === 'owner') return false
  const door = 'directory.comes_by_sso'
  const [row] = await scope.through<{ comes_by_sso: boolean }>(door, tenant_id, email)
  return row?.comes_by_sso ?? false
}

interface NewPerson {
  readonly name: string
  readonly passwordHash: string
}

export interface Joined extends MemberAtDoor {
  readonly invite_id: string
}

/** Takes the link and makes the member, in the tenant that is entered by it; nothing where it is over. */
export async function acceptInvite(
  scope: Scope,
  hash: Buffer,
  person: NewPerson | null,
): Promise<Joined | undefined> {
  const [joined] = await scope.through<Joined>(
    'directory.accept_invite',
    hash,
    scope.newId(),
    person?.name ?? null,
    person?.passwordHash ?? null,
    scope.newId(),
    scope.now(),
  )
  return joined
}

export async function forgetInviteLetters(scope: Scope, before: Date): Promise<void> {
  await scope.through('directory.forget_invite_letters', before)
}

export async function forgetInviteTokens(scope: Scope, before: Date): Promise<void> {
  await scope.through('directory.forget_invite_tokens', before)
}
