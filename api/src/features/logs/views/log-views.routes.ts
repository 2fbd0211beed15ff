import { logViews } from '@sonaqor/contract/log-views'
import { implement } from '../../../core/implement/index.ts'
import * as service from './log-views.service.ts'

export const logViewsRoutes = implement(logViews, {
  list: (scope, { query }) => service.listViews(scope, query),
  save: (scope, { body }) => service.saveView(scope, body),
  change: (scope, { params, body, seen }) => service.changeView(scope, params.id, body, seen),
  delete: (scope, { params }) => service.deleteView(scope, params.id),
})
