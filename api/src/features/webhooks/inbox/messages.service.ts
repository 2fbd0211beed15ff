/** What an inbox holds: listed, looked at, and told of a message how it did where it was passed on to. */
import type { InputOf } from '@sonaqor/contract/endpoint'
import type {
  InboxMessage,
  InboxMessageDetail,
  webhookInbox,
} from '@sonaqor/contract/webhook-inbox'
import { auditReading } from '../../../core/audit/index.ts'
import { page, type PageReply } from '../../../core/paging/index.ts'
import { Problem } from '../../../core/problems/index.ts'
import type { Scope } from '../../../core/scope/index.ts'
import { findRow } from '../endpoints/endpoints.store.ts'
import { appOfInbox } from './inbox-app.ts'
import { findInbox } from './inbox.store.ts'
import * as store from './messages.store.ts'
import { toDetail, toMessage } from './messages.view.ts'
import type { TellReceived } from './tell-received.ts'

type Listed = InputOf<typeof webhookInbox.listMessages>['query']
type NewForward = InputOf<typeof webhookInbox.noteForward>['body']

export async function listMessages(
  scope: Scope,
  { appId, limit, cursor, eventType }: Listed,
): Promise<PageReply<InboxMessage>> {
  const app = await appOfInbox(scope, appId, '?appId')
  const inbox = await findInbox(scope, app.id)
  if (!inbox) return { data: [], page: { next: null, prev: null } }
  const query = store.messagesIn(scope, inbox.id)
  if (eventType) void query.where({ event_type: eventType })
  return page<store.MessageRow, InboxMessage>(scope, query, {
    limit,
    cursor,
    sort: [{ column: 'number', order: 'desc' }],
    filter: ['inbox messages', inbox.id, eventType],
    item: toMessage,
  })
}

export async function showMessage(scope: Scope, id: string): Promise<InboxMessageDetail> {
  const row = (await store.findMessage(scope, id)) ?? noMessage()
  const { endpoint_id: endpointId } = row
  const { environment, app_id: appId } = (await findRow(scope, endpointId)) ?? noMessage()
  // A screen reads one again when it was passed on: that is one look at it.
  const looked = { environment, endpointId, messageId: id }
  await auditReading(scope, 'webhooks.message-opened', looked, id, appId)
  return toDetail(scope.principal, row)
}

/** The last one counts, whoever listened. */
export async function noteForward(
  scope: Scope,
  id: string,
  { to, status, fault, latencyMs }: NewForward,
  tellReceived: TellReceived,
): Promise<InboxMessage> {
  const before = (await store.findMessage(scope, id)) ?? noMessage()
  const row = await store.writeForward(scope, id, {
    forwarded_at: scope.now(),
    forwarded_to: to,
    forward_status: status,
    forward_fault: fault,
    forward_latency_ms: latencyMs,
  })
  const { environment, app_id: appId } = (await findRow(scope, before.endpoint_id)) ?? noMessage()
  const { tenantId } = scope
  scope.afterCommit(() => tellReceived({ tenantId, environment, appId, id: before.endpoint_id }))
  return toMessage(row ?? noMessage())
}

function noMessage(): never {
  throw new Problem('not-found', {
    detail: 'The test inbox holds no message with this id. The oldest are forgotten.',
  })
}
