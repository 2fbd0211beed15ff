/** Apps: the doors of a project, each in one environment. */
import { appEvents } from '@sonaqor/contract/apps'
import { feature, type FeatureMaker } from '../../core/feature/index.ts'
import { createTraffic } from '../../core/traffic/index.ts'
import { appsJobs } from './apps.jobs.ts'
import { appsRoutes } from './apps.routes.ts'
import { datedCalls } from './dated-calls.ts'

export { allowlistOf } from './allowlist.service.ts'
export { rangeFor } from './apps.store.ts'
export { appNames } from './app-names.view.ts'
export { appsInProject, deletedApps, findApp } from './apps.view.ts'

export const apps: FeatureMaker = (foundation) => {
  const traffic = createTraffic('apps', foundation, [datedCalls])
  return feature({
    name: 'apps',
    routes: appsRoutes(foundation.history),
    events: appEvents,
    jobs: appsJobs,
    recorders: [traffic.recorder],
    close: traffic.flush,
  })
}
