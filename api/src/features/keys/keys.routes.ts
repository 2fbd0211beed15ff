import { keys } from '@sonaqor/contract/keys'
import { implement, type Route } from '../../core/implement/index.ts'
import { listAdvised, showAdvice } from './advice/advice.service.ts'
import { checkKey } from './check/check.service.ts'
import { updateKey } from './bounds/bounds.service.ts'
import type { FoundKeys } from './leaks/found-keys.service.ts'
import { issueKey, listKeys, revokeKey, showKey, showUsage, showHistory } from './keys.service.ts'
import { endOverlap, rotateKey, showRotation } from './rotation/rotation.service.ts'

export const keysRoutes = (found: FoundKeys): Route[] =>
  implement(keys, {
    list: (scope, { query }) => listKeys(scope, query),
    usage: (scope, { query }) => showUsage(scope, query),
    show: (scope, { params }) => showKey(scope, params.id),
    advised: (scope, { query }) => listAdvised(scope, query),
    rotation: (scope, { params }) => showRotation(scope, params.id),
    advice: (scope, { params }) => showAdvice(scope, params.id),
    history: (scope, { params }) => showHistory(scope, params.id),
    check: (scope, { body }) => checkKey(scope, body.key),
    issue: (scope, { body }) => issueKey(scope, body),
    update: (scope, { params, body, seen }) => updateKey(scope, params.id, body, seen),
    rotate: (scope, { params, body, seen }) => rotateKey(scope, params.id, body, seen),
    endOverlap: (scope, { params, seen }) => endOverlap(scope, params.id, seen),
    reportLeak: (scope, { body }) => found.report(scope, body),
    reportGithubLeaks: (scope, sent) => found.reportFromGithub(scope, sent),
    revoke: (scope, { params, seen }) => revokeKey(scope, params.id, seen),
  })
