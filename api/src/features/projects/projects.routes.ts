import { projects } from '@sonaqor/contract/projects'
import { implement } from '../../core/implement/index.ts'
import * as service from './projects.service.ts'

export const projectsRoutes = implement(projects, {
  list: (scope, { query }) => service.listProjects(scope, query),
  show: (scope, { params }) => service.showProject(scope, params.id),
  create: (scope, { body }) => service.createProject(scope, body),
  update: (scope, { params, body, seen }) => service.updateProject(scope, params.id, body, seen),
  delete: (scope, { params, query, seen }) =>
    service.deleteProject(scope, params.id, query.confirm, seen),
  restore: (scope, { params, seen }) => service.restoreProject(scope, params.id, seen),
})
