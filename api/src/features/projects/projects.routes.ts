import { projects } from '@sonaqor/contract/projects'
import { implement } from '../../core/implement/index.ts'
import { createProject, listProjects } from './projects.service.ts'

export const projectsRoutes = implement(projects, {
  list: (scope, { query }) => listProjects(scope, query),
  create: (scope, { body }) => createProject(scope, body),
})
