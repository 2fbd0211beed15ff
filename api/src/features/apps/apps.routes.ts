import { apps } from '@sonaqor/contract/apps'
import { implement } from '../../core/implement/index.ts'
import type { ApiHistory } from '../../core/versions/index.ts'
import { showActivity } from './activity.service.ts'
import { checkIp } from './allowlist.service.ts'
import * as service from './apps.service.ts'
import * as settings from './settings.service.ts'
import * as versions from './version.service.ts'

export const appsRoutes = (history: ApiHistory) =>
  implement(apps, {
    list: (scope, { query }) => service.listApps(scope, query),
    show: (scope, { params }) => service.showApp(scope, params.id),
    create: (scope, { body }) => service.createApp(scope, body, history.newest.date),
    update: (scope, { params, body, seen }) => settings.updateApp(scope, params.id, body, seen),
    delete: (scope, { params, query, seen }) =>
      service.deleteApp(scope, params.id, query.confirm, seen),
    restore: (scope, { params, seen }) => service.restoreApp(scope, params.id, seen),
    checkIp: (scope, { params, query }) => checkIp(scope, params.id, query.ip),
    activity: (scope, { params }) => showActivity(scope, params.id),
    version: (scope, { params }) => versions.showVersion(scope, history, params.id),
    upgradeVersion: (scope, { params: { id }, body, seen }) =>
      versions.upgradeVersion(scope, history, { id, wanted: body.version, seen }),
    rollBackVersion: (scope, { params, seen }) => versions.rollBackVersion(scope, params.id, seen),
    compare: (scope, { query }) => settings.compareApps(scope, query.a, query.b),
    promote: (scope, { params, body, seen }) => settings.promoteApp(scope, params.id, body, seen),
  })
