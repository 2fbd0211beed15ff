/** What members were told, how they want to hear, and where they are reached, as rows. */
import { complianceScopes, roles, scopesOf, type Role } from '@sonaqor/contract/access'
import type { Audience, ChannelName, NoticeName } from '@sonaqor/contract/notification-kinds'
import type { Scope } from '../../core/scope/index.ts'
import type { Values } from './words/message.ts'

export interface NotificationRow {
  readonly tenant_id: string
  readonly id: string
  readonly member_id: string
  readonly kind: NoticeName
  readonly params: Values
  readonly link: string | null
  readonly in_inbox: boolean
  readonly at: Date
  readonly read_at: Date | null
}

/** So many are told of one thing by one statement. */
const toldAtOnce = 1000

/** The active members who are meant, in the order of their ids, piece by piece. */
export async function* membersMeant(
  scope: Scope,
  to: readonly string[] | Audience,
): AsyncGenerator<string[]> {
  let last: string | undefined
  do {
    const piece = await pieceOf(scope, to, last)
    last = piece.length < toldAtOnce ? undefined : piece.at(-1)
    yield piece
  } while (last !== undefined)
}

async function pieceOf(
  scope: Scope,
  to: readonly string[] | Audience,
  after: string | undefined,
): Promise<string[]> {
  const query = scope
    .db<{ tenant_id: string; id: string; role: Role; state: string; compliance: boolean }>(
      'members',
    )
    .where({ tenant_id: scope.tenantId, state: 'active' })
  if ('scope' in to && complianceScopes.includes(to.scope)) query.where({ compliance: true })
  else if (Array.isArray(to)) query.whereRaw('id = any (?::uuid[])', [to])
  else query.whereIn('role', rolesOf(to as Audience))
  if (after !== undefined) query.where('id', '>', after)
  const rows = await query.orderBy('id').limit(toldAtOnce).select('id')
  return rows.map(({ id }) => id)
}

const rolesOf = (to: Audience): readonly Role[] =>
  'roles' in to ? to.roles : roles.filter((role) => scopesOf(role).includes(to.scope))

/**
 * Of the members those who were not told the same within its window. Acts at the same time wait for
 * each other here, each for the one before it: who comes second finds that they were told.
 */
export async function claimTelling(
  scope: Scope,
  kind: NoticeName,
  members: readonly string[],
  { key, until }: { readonly key: string; readonly until: Date },
): Promise<string[]> {
  const { rows } = await scope.db.raw<{ member_id: string }>(
    `insert into notification_dedupes as d (tenant_id, member_id, kind, dedupe, until)
     select ?, member, ?, ?, ? from unnest(?::uuid[]) member order by member
     on conflict (tenant_id, member_id, kind, dedupe)
       do update set until = excluded.until where d.until <= ?
     returning d.member_id`,
    [scope.tenantId, kind, key, until, members, scope.now()],
  )
  return rows.map(({ member_id }) => member_id)
}

export interface PreferenceRow {
  readonly tenant_id: string
  readonly member_id: string
  readonly kind: NoticeName
  readonly channel: ChannelName
  readonly wanted: boolean
}

const preferences = (scope: Scope) =>
  scope.db<PreferenceRow>('notification_preferences').where({ tenant_id: scope.tenantId })

/** What these members chose, of one kind or of all. */
export async function findPreferences(
  scope: Scope,
  members: readonly string[],
  kind?: NoticeName,
): Promise<PreferenceRow[]> {
  const query = preferences(scope).whereIn('member_id', members)
  if (kind) query.where({ kind })
  return query.select('*')
}

export async function putPreferences(
  scope: Scope,
  member_id: string,
  wanted: readonly Pick<PreferenceRow, 'kind' | 'channel' | 'wanted'>[],
): Promise<void> {
  const key = { tenant_id: scope.tenantId, member_id }
  await scope
    .db<PreferenceRow>('notification_preferences')
    .insert(wanted.map((one) => ({ ...key, ...one })))
    .onConflict(['tenant_id', 'member_id', 'kind', 'channel'])
    .merge(['wanted'])
}

interface AddressRow {
  readonly tenant_id: string
  readonly member_id: string
  readonly channel: ChannelName
  readonly address: string
  readonly verified_at: Date | null
}

/** Where a member is reached beside their mail, as far as they have shown that it is theirs. */
export async function verifiedAddresses(scope: Scope, member_id: string): Promise<AddressRow[]> {
  return scope
    .db<AddressRow>('notification_addresses')
    .where({ tenant_id: scope.tenantId, member_id })
    .whereNotNull('verified_at')
    .select('*')
}

type NewNotification = Pick<
  NotificationRow,
  'id' | 'member_id' | 'kind' | 'params' | 'link' | 'in_inbox'
>

export async function insertNotifications(
  scope: Scope,
  news: readonly NewNotification[],
): Promise<void> {
  if (news.length === 0) return
  const more = { tenant_id: scope.tenantId, at: scope.now(), read_at: null }
  await scope.db<NotificationRow>('notifications').insert(news.map((one) => ({ ...one, ...more })))
}

export const notifications = (scope: Scope) =>
  scope.db<NotificationRow>('notifications').where({ tenant_id: scope.tenantId })

/** Said without a value, so that the index of inboxes is found however the statement is planned. */
export const inboxOf = (scope: Scope, member_id: string) =>
  notifications(scope).where({ member_id }).whereRaw('in_inbox')

const unreadMax = 1000

export async function countUnread(scope: Scope, member_id: string): Promise<number> {
  const unread = inboxOf(scope, member_id).whereNull('read_at').limit(unreadMax).select('id')
  const [row] = await scope
    .db('unread')
    .from(unread.as('unread'))
    .count<{ count: string | number }[]>('* as count')
  return Number(row?.count ?? 0)
}

export async function findInInbox(
  scope: Scope,
  member_id: string,
  id: string,
): Promise<NotificationRow | undefined> {
  return inboxOf(scope, member_id).where({ id }).first()
}

/** How many became read; of one, or of all up to one. */
export async function markRead(
  scope: Scope,
  member_id: string,
  which: { readonly id?: string; readonly upTo?: string | undefined },
): Promise<number> {
  const query = inboxOf(scope, member_id).whereNull('read_at')
  if (which.id !== undefined) query.where({ id: which.id })
  if (which.upTo !== undefined) query.where('id', '<=', which.upTo)
  return query.update({ read_at: scope.now() })
}

export async function forgetOld(scope: Scope, before: Date): Promise<void> {
  await notifications(scope).where('at', '<', before).delete()
  await scope
    .db('notification_dedupes')
    .where({ tenant_id: scope.tenantId })
    .where('until', '<', scope.now())
    .delete()
}
