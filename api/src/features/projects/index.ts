/** Projects: what a tenant groups its apps by. */
import { projectEvents } from '@sonaqor/contract/projects'
import { feature } from '../../core/feature/index.ts'
import { projectsRoutes } from './projects.routes.ts'

export { seesProject } from './projects.service.ts'

export const projects = feature({ name: 'projects', routes: projectsRoutes, events: projectEvents })
