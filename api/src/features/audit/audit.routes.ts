import { audit } from '@sonaqor/contract/audit'
import { implement } from '../../core/implement/index.ts'
import { searchAudit, verifyChain } from './audit.service.ts'

export const auditRoutes = implement(audit, {
  search: (scope, { query }) => searchAudit(scope, query),
  verify: (scope) => verifyChain(scope),
})
