/** What inboxes hold, as rows. */
import { inboxDays, inboxMessagesMax, type EndpointKind } from '@sonaqor/contract/webhook-bounds'
import type { Forward } from '@sonaqor/contract/webhook-inbox'
import type { Scope } from '../../../core/scope/index.ts'
import { typesOfTenant } from '../catalogue/readable.ts'
import { dayMs } from '../days.ts'
import { visible } from '../endpoints/endpoints.store.ts'

export interface MessageRow {
  readonly tenant_id: string
  readonly environment: string
  readonly id: string
  readonly endpoint_id: string
  /** As the database counts, in a text. */
  readonly number: string
  readonly delivery_id: string
  readonly attempt: number
  readonly event_id: string
  readonly event_type: string
  readonly is_test: boolean
  readonly received_at: Date
  readonly answered: number
  readonly is_valid: boolean
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly forwarded_at: Date | null
  readonly forwarded_to: string | null
  readonly forward_status: number | null
  readonly forward_fault: Forward['fault']
  readonly forward_latency_ms: number | null
}

const keptSince = (scope: Scope) => new Date(scope.now().getTime() - inboxDays * dayMs)

const messages = (scope: Scope) =>
  scope.db<MessageRow>('webhook_messages').where({ tenant_id: scope.tenantId })

/** What is not forgotten yet, of the types that the principal hears of. */
function kept(scope: Scope) {
  const query = messages(scope).where('received_at', '>', keptSince(scope))
  return scope.principal.appIds === 'all' ? query : query.whereNotIn('event_type', typesOfTenant)
}

export const messagesIn = (scope: Scope, endpointId: string) =>
  kept(scope).where({ endpoint_id: endpointId })

export async function countIn(scope: Scope, endpointId: string): Promise<number> {
  const [row] = await messagesIn(scope, endpointId).count<{ count: string }[]>({ count: '*' })
  return Number(row?.count ?? 0)
}

/** The oldest first, and those alone that came after a number. */
export async function messagesAfter(
  scope: Scope,
  endpointId: string,
  number: string,
  most: number,
): Promise<MessageRow[]> {
  return messagesIn(scope, endpointId).where('number', '>', number).orderBy('number').limit(most)
}

const inboxKind: EndpointKind = 'inbox'

export async function findMessage(scope: Scope, id: string): Promise<MessageRow | undefined> {
  const own = visible(scope).where({ kind: inboxKind }).select('id')
  return kept(scope).where({ id }).whereIn('endpoint_id', own).first()
}

export type NewMessage = Omit<MessageRow, 'tenant_id' | 'number' | 'answered' | `forward${string}`>

/**
 * Keeps it as the newest, and forgets what is too many for it; the same attempt, made once more, is there
 * already. Answers what its inbox does.
 */
export async function keepMessage(scope: Scope, message: NewMessage): Promise<number> {
  const { headers, ...row } = message
  const inboxAt = [scope.tenantId, message.endpoint_id]
  const { rows } = await scope.db.raw<{ answers: number }>(keeping, [
    ...inboxAt,
    JSON.stringify(headers),
    JSON.stringify({ ...row, tenant_id: scope.tenantId }),
    ...inboxAt,
    inboxMessagesMax,
  ])
  const [inbox] = rows
  if (!inbox) throw new Error('a message came to an inbox that there is not')
  return inbox.answers
}

const keeping = `
  with inbox as (
    update webhook_inboxes set newest = newest + 1
    where tenant_id = ? and endpoint_id = ?
    returning newest, answers
  ), came as (
    insert into webhook_messages (tenant_id, environment, id, endpoint_id, number, delivery_id, attempt,
      event_id, event_type, is_test, received_at, answered, is_valid, headers, body)
    select m.tenant_id, m.environment, m.id, m.endpoint_id, inbox.newest, m.delivery_id, m.attempt,
      m.event_id, m.event_type, m.is_test, m.received_at, inbox.answers, m.is_valid, ?::json, m.body
    from inbox cross join json_to_record(?) as m(
      tenant_id uuid, environment text, id uuid, endpoint_id uuid, delivery_id uuid, attempt integer,
      event_id uuid, event_type text, is_test boolean, received_at timestamptz, is_valid boolean, body text
    )
    on conflict (tenant_id, delivery_id, attempt) do nothing
  ), gone as (
    delete from webhook_messages
    where tenant_id = ? and endpoint_id = ? and number <= (select newest from inbox) - ?
  )
  select answers from inbox
`

/** Whoever brings a message waits until those that are forgotten here are gone. */
async function lockInboxes(scope: Scope, endpointIds?: readonly string[]): Promise<void> {
  const all = scope.db('webhook_inboxes').where({ tenant_id: scope.tenantId })
  if (endpointIds) void all.whereIn('endpoint_id', endpointIds)
  await all.select('endpoint_id').orderBy('endpoint_id').forUpdate()
}

/** How many there were. */
export async function clearMessages(scope: Scope, endpointId: string): Promise<number> {
  await lockInboxes(scope, [endpointId])
  return messages(scope).where({ endpoint_id: endpointId }).delete()
}

export async function forgetOldMessages(scope: Scope): Promise<void> {
  await lockInboxes(scope)
  await messages(scope).where('received_at', '<=', keptSince(scope)).delete()
}

export async function writeForward(
  scope: Scope,
  id: string,
  forward: Pick<
    MessageRow,
    'forwarded_at' | 'forwarded_to' | 'forward_status' | 'forward_fault' | 'forward_latency_ms'
  >,
): Promise<MessageRow | undefined> {
  const [row] = await messages(scope).where({ id }).update(forward).returning('*')
  return row
}
