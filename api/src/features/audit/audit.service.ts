/** What a tenant can ask of its audit log. Core writes it, in the transaction of each act. */
import { environments } from '@sonaqor/contract/access'
import { verifyAudit, type AuditVerification } from '../../core/audit/index.ts'
import { Problem } from '../../core/problems/index.ts'
import type { Scope } from '../../core/scope/index.ts'

export { searchAudit } from './audit.view.ts'

/** The chain runs through everything, so that even its length is for those who see everything. */
export async function verifyChain(scope: Scope): Promise<AuditVerification> {
  const { appIds, environments: held } = scope.principal
  if (appIds === 'all' && held.length === environments.length) return verifyAudit(scope)
  throw new Problem('forbidden', {
    detail: 'Only a member who sees all apps and environments may verify the audit log.',
  })
}
