/** What a member did, by the audit log. */
import type { AuditEntry } from '@sonaqor/contract/audit'
import type { InputOf } from '@sonaqor/contract/endpoint'
import type { team } from '@sonaqor/contract/team'
import { auditReading, toEntry, type EntryRow } from '../../core/audit/index.ts'
import { page, type PageReply } from '../../core/paging/index.ts'
import type { Scope } from '../../core/scope/index.ts'

/** That somebody looks at what another one did is audited, once for each while. */
export async function activityOf(
  scope: Scope,
  memberId: string,
  { limit, cursor }: InputOf<typeof team.activity>['query'],
): Promise<PageReply<AuditEntry>> {
  await auditReading(scope, 'team.activity-read', { memberId })
  const query = scope
    .db('audit_entries')
    .where({ tenant_id: scope.tenantId, actor_id: memberId })
    .select('*')
  return page<EntryRow, AuditEntry>(scope, query, {
    limit,
    cursor,
    sort: [{ column: 'sequence', order: 'desc' }],
    filter: ['team-activity', memberId],
    item: toEntry,
  })
}
