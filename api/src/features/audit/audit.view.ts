/** The audit log as its readers see it. Core writes it; nobody changes it. */
import type { audit, AuditEntry } from '@sonaqor/contract/audit'
import type { InputOf } from '@sonaqor/contract/endpoint'
import { toEntry, type EntryRow } from '../../core/audit/index.ts'
import { page, type PageReply } from '../../core/paging/index.ts'
import type { Scope } from '../../core/scope/index.ts'

type AuditQuery = InputOf<typeof audit.search>['query']

/**
 * Newest first. What was done in an environment that the reader lacks is left out by the database, and
 * whoever is narrowed to some apps sees the entries of those alone.
 */
export function searchAudit(
  scope: Scope,
  { limit, cursor, ...filter }: AuditQuery,
): Promise<PageReply<AuditEntry>> {
  const { action, target, from, to } = filter
  const query = scope.inApps(
    scope.db<EntryRow>('audit_entries').where({ tenant_id: scope.tenantId }).select('*'),
  )
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
