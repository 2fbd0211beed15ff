/**
 * What is to be sent and what became of it, as rows: those of a tenant, or, where the scope stands in
 * none, those of the house.
 */
import type {
  ChannelName,
  LetterName,
  Locale,
  NoticeName,
} from '@sonaqor/contract/notification-kinds'
import type { Delivery } from '@sonaqor/contract/notifications'
import type { Purpose, SealedStore } from '../../core/crypto/index.ts'
import { sealedColumn } from '../../core/crypto/index.ts'
import type { Scope } from '../../core/scope/index.ts'

export type Reason = NonNullable<Delivery['reason']>

export interface DeliveryRow {
  readonly tenant_id?: string
  readonly id: string
  readonly kind: NoticeName | LetterName
  readonly channel: ChannelName
  readonly member_id: string | null
  readonly notification_id: string | null
  /** Of a letter, the address with most of it left out; of a notice, nothing. */
  readonly recipient: string
  readonly state: Delivery['state']
  readonly reason: Reason | null
  readonly status: number | null
  readonly attempts: number
  readonly at: Date
  readonly next_at: Date | null
  readonly settled_at: Date | null
  readonly claimed_until: Date | null
  readonly sealed: Buffer | null
}

/** What a letter says is sealed: its link opens something to whoever has it. */
export const mailPurpose = (scope: Scope): Purpose =>
  isHouse(scope) ? ofHouse.purpose : ofTenant.purpose

const ofTenant = sealedColumn(
  { name: 'notifications.mail', of: 'tenant' },
  'notification_deliveries',
  'sealed',
)

/** The same column of the house's own table, which is no tenant's. */
const ofHouse: SealedStore = {
  purpose: { name: 'notifications.house-mail', of: 'house' },
  stale: async (scope, newest, bound) => {
    const rows = await scope
      .db('house_mails')
      .whereRaw('substring(sealed from 2 for 4) <> int4send(?)', [newest])
      .limit(bound)
      .select<{ id: string; sealed: Buffer }[]>('id', 'sealed')
    return rows.map(({ id, sealed }) => ({ record: id, field: 'sealed', sealed }))
  },
  replace: async (scope, { record, sealed: old }, sealed) => {
    await scope.db('house_mails').where({ id: record, sealed: old }).update({ sealed })
  },
}

export const sealedMails: readonly SealedStore[] = [ofTenant, ofHouse]

const isHouse = (scope: Scope) => scope.principal.tenantId === null

const rowsOf = (scope: Scope) =>
  isHouse(scope)
    ? scope.db<DeliveryRow>('house_mails')
    : scope.db<DeliveryRow>('notification_deliveries').where({ tenant_id: scope.tenantId })

type NewDelivery = Pick<DeliveryRow, 'id' | 'kind' | 'state'> &
  Partial<
    Pick<
      DeliveryRow,
      'channel' | 'member_id' | 'notification_id' | 'reason' | 'recipient' | 'sealed'
    >
  >

export async function insertDeliveries(scope: Scope, news: readonly NewDelivery[]): Promise<void> {
  if (news.length === 0) return
  const at = scope.now()
  const rows = news.map(({ recipient = '', ...rest }) => ({
    ...(isHouse(scope) ? {} : { tenant_id: scope.tenantId }),
    ...rest,
    recipient,
    at,
    next_at: rest.state === 'waiting' ? at : null,
    settled_at: rest.state === 'waiting' ? null : at,
  }))
  await scope.db<DeliveryRow>(isHouse(scope) ? 'house_mails' : 'notification_deliveries').insert(
    // A mail of the house knows no channel but this one, and no member.
    rows,
  )
}

/** Takes a delivery for so long, and counts the attempt: whoever finds it taken leaves it alone. */
export async function claim(
  scope: Scope,
  id: string,
  seconds: number,
): Promise<DeliveryRow | { readonly freeAt: Date } | null> {
  const now = scope.now()
  const [row] = await rowsOf(scope)
    .where({ id, state: 'waiting' })
    .where((free) => void free.whereNull('claimed_until').orWhere('claimed_until', '<=', now))
    .update({
      claimed_until: new Date(now.getTime() + seconds * 1000),
      attempts: scope.db.raw('attempts + 1'),
    } as object)
    .returning('*')
  if (row) return row as DeliveryRow
  const taken = await rowsOf(scope).where({ id, state: 'waiting' }).first('claimed_until')
  return taken?.claimed_until ? { freeAt: taken.claimed_until } : null
}

interface Told {
  readonly reason: Reason | null
  readonly status: number | null
}

/** True where this attempt is still the last one that was begun. */
export async function settle(
  scope: Scope,
  { id, attempts }: Pick<DeliveryRow, 'id' | 'attempts'>,
  state: 'sent' | 'failed' | 'suppressed',
  told: Told,
): Promise<boolean> {
  const settled_at = scope.now()
  const changed = await rowsOf(scope)
    .where({ id, attempts, state: 'waiting' })
    .update({ state, ...told, settled_at, next_at: null, claimed_until: null, sealed: null })
  return changed === 1
}

export async function putOff(
  scope: Scope,
  { id, attempts }: Pick<DeliveryRow, 'id' | 'attempts'>,
  next_at: Date,
  told: Told,
): Promise<boolean> {
  const changed = await rowsOf(scope)
    .where({ id, attempts, state: 'waiting' })
    .update({ ...told, next_at, claimed_until: null })
  return changed === 1
}

/** What should have been tried long ago: whatever job it had is gone. */
export async function overdue(
  scope: Scope,
  before: Date,
  max: number,
): Promise<Pick<DeliveryRow, 'id' | 'channel'>[]> {
  const rows = await rowsOf(scope)
    .where({ state: 'waiting' })
    .where('next_at', '<', before)
    .where((free) => void free.whereNull('claimed_until').orWhere('claimed_until', '<', before))
    .orderBy('next_at')
    .limit(max)
    .select('*')
  return rows.map(({ id, channel = 'mail' }) => ({ id, channel }))
}

export async function forgetSettled(scope: Scope, before: Date): Promise<void> {
  await rowsOf(scope).where('settled_at', '<', before).delete()
}

export interface Addressee {
  readonly member_id: string
  readonly name: string
  readonly email: string
  readonly locale: Locale | null
}

/** Those of the members who are active here, with where they are written to. */
export async function addressees(scope: Scope, members: readonly string[]): Promise<Addressee[]> {
  const { rows } = await scope.db.raw<Addressee>('select * from directory.addressees_here(?)', [
    members,
  ])
  return rows
}

export async function tenantName(scope: Scope): Promise<string> {
  const row = await scope
    .db<{ id: string; name: string }>('tenants')
    .where({ id: scope.tenantId })
    .first()
  return row?.name ?? ''
}
