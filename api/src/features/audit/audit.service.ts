/** What a tenant can ask of its audit log. Core writes it, in the transaction of each act. */
import type { audit, AuditEntry } from '@sonaqor/contract/audit'
import type { InputOf } from '@sonaqor/contract/endpoint'
import {
  auditReading,
  signingKeys,
  verifyAudit,
  type AuditVerification,
} from '../../core/audit/index.ts'
import type { PageReply } from '../../core/paging/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { searchAudit } from './audit.view.ts'
import { anchorsBetween } from './checkpoints/checkpoints.service.ts'

export { exportAudit } from './audit-export.ts'
export { actionsOf } from './audit.view.ts'
export { listCheckpoints } from './checkpoints/checkpoints.service.ts'

type SearchQuery = InputOf<typeof audit.search>['query']

/** Whoever looks into the log leaves an entry in it, once for each filter and while. */
export async function search(scope: Scope, query: SearchQuery): Promise<PageReply<AuditEntry>> {
  const { limit: _, cursor: __, ...filter } = query
  await auditReading(scope, 'audit.searched', filter)
  return searchAudit(scope, query)
}

type VerifyQuery = InputOf<typeof audit.verify>['query']

/** The chain by itself, and against what was signed of it. */
export function verify(scope: Scope, { from, to }: VerifyQuery): Promise<AuditVerification> {
  return verifyAudit(scope, { from, to, anchors: anchorsBetween })
}

export function publishedKeys({ secrets }: Scope) {
  return { keys: [...signingKeys(secrets).published] }
}
