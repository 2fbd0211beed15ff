/** Which requests were sent again: each is known by the request id that it was logged under. */
import type { Environment } from '@sonaqor/contract/access'
import type { LogEntry, LogRelated } from '@sonaqor/contract/logs'
import type { Scope } from '../../../core/scope/index.ts'
import { firstIdOf } from '../write/log-line.ts'
import { matching } from '../query/matching.store.ts'

interface SentAgainRow {
  readonly tenant_id: string
  readonly environment: Environment
  /** The id of the new request. */
  readonly id: string
  /** The entry that it was sent from. */
  readonly log_id: string
  readonly sent_by_kind: string
  readonly sent_by: string
  readonly sent_by_name: string
  readonly sent_at: Date
}

export async function noteSending(
  scope: Scope,
  { environment, id, logId }: { environment: Environment; id: string; logId: string },
): Promise<void> {
  const { kind, id: senderId, name } = scope.principal
  await scope.db<SentAgainRow>('requests_sent_again').insert({
    tenant_id: scope.tenantId,
    environment,
    id,
    log_id: logId,
    sent_by_kind: kind,
    sent_by: senderId,
    sent_by_name: name,
    sent_at: scope.now(),
  })
}

/** The entry of a request, if it has one that whoever asks may see. */
export async function entryOfRequest(scope: Scope, requestId: string): Promise<string | null> {
  const row = await matching(scope, { requestId }).first()
  return row?.id ?? null
}

const most = 20

/** What a request was sent from, and as what it was sent again, the newest of these. */
export async function sendingsOf(scope: Scope, { id, requestId }: LogEntry): Promise<LogRelated[]> {
  const rows = await scope
    .db<SentAgainRow>('requests_sent_again')
    .where({ tenant_id: scope.tenantId })
    .where((either) => void either.where({ log_id: id }).orWhere({ id: requestId }))
    .orderBy('id', 'desc')
    .limit(most)
  // A page of a partner, a key and staff who look have no need to know whom the tenant has.
  const isMember = scope.principal.kind === 'member'
  const related: LogRelated[] = []
  for (const row of rows) {
    const isOriginal = row.id === requestId
    const other = isOriginal
      ? await visibleEntry(scope, row.log_id)
      : await entryOfRequest(scope, row.id)
    if (other === null) continue
    related.push({
      kind: isOriginal ? 'original' : 'sent-again',
      id: other,
      at: row.sent_at.toISOString(),
      name: isMember ? row.sent_by_name : '',
      ids: { requestId: row.id },
    })
  }
  return related
}

async function visibleEntry(scope: Scope, id: string): Promise<string | null> {
  const row = await matching(scope, {}).where({ id }).first()
  return row?.id ?? null
}

const atOnce = 5000

/** Nothing leads to a line that is forgotten; answers whether there is more of it. */
export async function forgetSendings(scope: Scope, before: Date): Promise<boolean> {
  const { rows } = await scope.db.raw(
    `delete from requests_sent_again where ctid = any (array(
       select ctid from requests_sent_again where tenant_id = ? and id < ? limit ?
     )) returning 1`,
    [scope.tenantId, firstIdOf(before), atOnce],
  )
  return rows.length === atOnce
}
