/** Apps: the doors of a project, each in one environment. */
import { appEvents } from '@sonaqor/contract/apps'
import { feature } from '../../core/feature/index.ts'
import { appsRoutes } from './apps.routes.ts'

export { appsInProject, findApp } from './apps.view.ts'

export const apps = feature({ name: 'apps', routes: appsRoutes, events: appEvents })
