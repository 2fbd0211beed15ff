import { audit } from '@sonaqor/contract/audit'
import { implement } from '../../core/implement/index.ts'
import { searchAudit, verifyAudit } from './audit.service.ts'

export const auditRoutes = implement(audit, {
  search: (scope, { query }) => searchAudit(scope, query),
  verify: (scope) => verifyAudit(scope),
})
