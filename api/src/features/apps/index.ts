/** Apps: the doors of a project, each in one environment. */
import { appEvents } from '@sonaqor/contract/apps'
import { feature } from '../../core/feature/index.ts'
import { appsJobs } from './apps.jobs.ts'
import { appsRoutes } from './apps.routes.ts'

export { allowlistOf } from './allowlist.service.ts'
export { rangeFor } from './apps.store.ts'
export { appsInProject, deletedApps, findApp } from './apps.view.ts'

export const apps = feature({
  name: 'apps',
  routes: appsRoutes,
  events: appEvents,
  jobs: appsJobs,
})
