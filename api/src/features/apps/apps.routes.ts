import { apps } from '@sonaqor/contract/apps'
import { implement } from '../../core/implement/index.ts'
import { createApp, listApps, showApp } from './apps.service.ts'

export const appsRoutes = implement(apps, {
  list: (scope, { query }) => listApps(scope, query),
  show: (scope, { params }) => showApp(scope, params.id),
  create: (scope, { body }) => createApp(scope, body),
})
