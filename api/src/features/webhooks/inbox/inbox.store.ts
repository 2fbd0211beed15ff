/** Inboxes, as rows: each is an endpoint with what it answers, and the number of its newest message. */
import type { Scope } from '../../../core/scope/index.ts'
import type { EndpointRow } from '../endpoints/endpoints.store.ts'
import { visible } from '../endpoints/endpoints.store.ts'

interface Kept {
  readonly tenant_id: string
  readonly environment: EndpointRow['environment']
  readonly endpoint_id: string
  readonly answers: number
  /** As the database counts, in a text. */
  readonly newest: string
  readonly opened_at: Date
}

export type InboxRow = EndpointRow & Pick<Kept, 'answers' | 'newest' | 'opened_at'>

const inboxes = (scope: Scope) =>
  scope.db<Kept>('webhook_inboxes').where({ tenant_id: scope.tenantId })

/** Undefined before it was opened first. */
export async function findInbox(scope: Scope, appId: string): Promise<InboxRow | undefined> {
  return withKept(scope, await visible(scope).where({ app_id: appId, kind: 'inbox' }).first())
}

/** Until this transaction ends nobody else opens, closes or changes it, or makes it. */
export async function lockInbox(scope: Scope, appId: string): Promise<InboxRow | undefined> {
  await scope.db.raw('select pg_advisory_xact_lock(hashtextextended(?, 0))', [
    `webhook inbox of ${appId}`,
  ])
  const own = visible(scope).where({ app_id: appId, kind: 'inbox' })
  return withKept(scope, await own.forNoKeyUpdate().first())
}

async function withKept(
  scope: Scope,
  endpoint: EndpointRow | undefined,
): Promise<InboxRow | undefined> {
  if (!endpoint) return undefined
  const kept = await inboxes(scope).where({ endpoint_id: endpoint.id }).first()
  if (!kept) throw new Error('an inbox has nothing kept beside its endpoint')
  const { answers, newest, opened_at } = kept
  return { ...endpoint, answers, newest, opened_at }
}

export async function insertInbox(
  scope: Scope,
  endpoint: EndpointRow,
  answers: number,
): Promise<InboxRow> {
  const { tenantId: tenant_id } = scope
  const { id: endpoint_id, environment } = endpoint
  const kept = { answers, newest: '0', opened_at: scope.now() }
  await scope.db<Kept>('webhook_inboxes').insert({ tenant_id, environment, endpoint_id, ...kept })
  return { ...endpoint, ...kept }
}

export async function writeInbox(
  scope: Scope,
  endpointId: string,
  change: Partial<Pick<Kept, 'answers' | 'opened_at'>>,
): Promise<void> {
  await inboxes(scope).where({ endpoint_id: endpointId }).update(change)
}
