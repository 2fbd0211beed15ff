/** The delivery log of a tenant: what became of each notification, and never what it said. */
import type { InputOf } from '@sonaqor/contract/endpoint'
import type { Delivery, notifications } from '@sonaqor/contract/notifications'
import { page, type PageReply } from '../../core/paging/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import type { DeliveryRow } from './deliveries.store.ts'

type Query = InputOf<typeof notifications.deliveries>['query']
type Row = Omit<DeliveryRow, 'sealed'> & { readonly name: string | null }

const shown =
  'id kind channel member_id recipient state reason status attempts at next_at settled_at'
    .split(' ')
    .map((column) => `d.${column}`)

export function listDeliveries(
  scope: Scope,
  { limit, cursor, ...filter }: Query,
): Promise<PageReply<Delivery>> {
  const { state, kind, channel, memberId } = filter
  const people = scope.db.raw('directory.people_here() as p')
  const query = scope
    .db('notification_deliveries as d')
    .leftJoin('members as m', { 'm.tenant_id': 'd.tenant_id', 'm.id': 'd.member_id' })
    .leftJoin(people as never, 'p.id', 'm.person_id')
    .where({ 'd.tenant_id': scope.tenantId })
    .select(...shown, 'p.name')
  if (state) query.where({ 'd.state': state })
  if (kind) query.where({ 'd.kind': kind })
  if (channel) query.where({ 'd.channel': channel })
  if (memberId) query.where({ 'd.member_id': memberId })
  return page<Row, Delivery>(scope, query, {
    limit,
    cursor,
    sort: [{ column: 'id', order: 'desc' }],
    filter: ['notification deliveries', filter],
    item: toDelivery,
  })
}

const toDelivery = (row: Row): Delivery => ({
  id: row.id,
  kind: row.kind,
  channel: row.channel,
  memberId: row.member_id,
  recipient: row.name ?? row.recipient,
  state: row.state,
  reason: row.reason,
  status: row.status,
  attempts: row.attempts,
  at: row.at.toISOString(),
  nextAt: row.next_at?.toISOString() ?? null,
  settledAt: row.settled_at?.toISOString() ?? null,
})
