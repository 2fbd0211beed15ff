/** Projects: what a tenant groups its apps by. */
import { projectEvents } from '@sonaqor/contract/projects'
import { feature } from '../../core/feature/index.ts'
import { projectsRoutes } from './projects.routes.ts'

export { holdProject } from './projects.store.ts'
export { inside } from './projects.view.ts'
export { deletionOf, requireConfirmed, restorableSince, type DeletableRow } from './restoring.ts'

export const projects = feature({ name: 'projects', routes: projectsRoutes, events: projectEvents })
