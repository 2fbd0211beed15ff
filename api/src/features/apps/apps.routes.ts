import { apps } from '@sonaqor/contract/apps'
import { implement } from '../../core/implement/index.ts'
import { showActivity } from './activity.service.ts'
import { checkIp } from './allowlist.service.ts'
import * as service from './apps.service.ts'
import * as settings from './settings.service.ts'

export const appsRoutes = implement(apps, {
  list: (scope, { query }) => service.listApps(scope, query),
  show: (scope, { params }) => service.showApp(scope, params.id),
  create: (scope, { body }) => service.createApp(scope, body),
  update: (scope, { params, body, seen }) => settings.updateApp(scope, params.id, body, seen),
  delete: (scope, { params, query, seen }) =>
    service.deleteApp(scope, params.id, query.confirm, seen),
  restore: (scope, { params, seen }) => service.restoreApp(scope, params.id, seen),
  checkIp: (scope, { params, query }) => checkIp(scope, params.id, query.ip),
  activity: (scope, { params }) => showActivity(scope, params.id),
  compare: (scope, { query }) => settings.compareApps(scope, query.a, query.b),
  promote: (scope, { params, body, seen }) => settings.promoteApp(scope, params.id, body, seen),
})
