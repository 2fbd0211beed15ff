/** The audit log as its readers see it. Core writes it; nobody changes it. */
import type { Environment } from '@sonaqor/contract/access'
import type { audit, AuditEntry } from '@sonaqor/contract/audit'
import type { InputOf } from '@sonaqor/contract/endpoint'
import { page, type PageReply } from '../../core/paging/index.ts'
import type { Scope } from '../../core/scope/index.ts'

interface EntryRow {
  readonly tenant_id: string
  readonly id: string
  readonly sequence: number
  readonly at: Date
  readonly actor: AuditEntry['actor']
  readonly action: string
  readonly target: string | null
  readonly environment: Environment | null
  readonly ip: string | null
  readonly user_agent: string | null
  readonly request_id: string | null
  readonly before: unknown
  readonly after: unknown
  readonly previous_hash: string
  readonly hash: string
}

type AuditQuery = InputOf<typeof audit.search>['query']

/** Newest first. What was done in an environment that the reader lacks is left out by the database. */
export function searchAudit(
  scope: Scope,
  { limit, cursor, ...filter }: AuditQuery,
): Promise<PageReply<AuditEntry>> {
  const { action, target, from, to } = filter
  const query = scope.db<EntryRow>('audit_entries').where({ tenant_id: scope.tenantId }).select('*')
  if (action) query.where({ action })
  if (target) query.where({ target })
  if (from) query.where('at', '>=', from)
  if (to) query.where('at', '<', to)
  return page<EntryRow, AuditEntry>(scope, query, {
    limit,
    cursor,
    sort: [{ column: 'sequence', order: 'desc' }],
    filter: ['audit', filter],
    item: toEntry,
  })
}

function toEntry(row: EntryRow): AuditEntry {
  return {
    id: row.id,
    sequence: row.sequence,
    at: row.at.toISOString(),
    actor: row.actor,
    action: row.action,
    target: row.target,
    environment: row.environment,
    ip: row.ip,
    userAgent: row.user_agent,
    requestId: row.request_id,
    before: row.before,
    after: row.after,
    previousHash: row.previous_hash,
    hash: row.hash,
  }
}
