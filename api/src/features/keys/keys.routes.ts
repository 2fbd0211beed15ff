import { keys } from '@sonaqor/contract/keys'
import { implement } from '../../core/implement/index.ts'
import { issueKey, listKeys, revokeKey, showKey, showUsage } from './keys.service.ts'

export const keysRoutes = implement(keys, {
  list: (scope, { query }) => listKeys(scope, query),
  usage: (scope, { query }) => showUsage(scope, query),
  show: (scope, { params }) => showKey(scope, params.id),
  issue: (scope, { body }) => issueKey(scope, body),
  revoke: (scope, { params, seen }) => revokeKey(scope, params.id, seen),
})
