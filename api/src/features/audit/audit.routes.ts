import { audit } from '@sonaqor/contract/audit'
import { implement } from '../../core/implement/index.ts'
import {
  actionsOf,
  exportAudit,
  listCheckpoints,
  publishedKeys,
  search,
  verify,
} from './audit.service.ts'

export const auditRoutes = implement(audit, {
  search: (scope, { query }) => search(scope, query),
  actions: async (scope) => ({ data: await actionsOf(scope) }),
  export: (scope, { query }) => exportAudit(scope, query),
  verify: (scope, { query }) => verify(scope, query),
  checkpoints: (scope, { query }) => listCheckpoints(scope, query),
  keys: (scope) => publishedKeys(scope),
})
