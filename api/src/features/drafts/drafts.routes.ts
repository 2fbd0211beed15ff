import { drafts } from '@sonaqor/contract/drafts'
import { implement } from '../../core/implement/index.ts'
import * as service from './drafts.service.ts'

export const draftsRoutes = implement(drafts, {
  list: (scope, { query }) => service.listDrafts(scope, query),
  show: (scope, { params }) => service.showDraft(scope, params),
  save: (scope, { params, body, seen }) => service.saveDraft(scope, params, body.content, seen),
  drop: (scope, { params }) => service.dropDraft(scope, params),
})
