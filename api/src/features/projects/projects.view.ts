/** The projects that a principal sees: all of the tenant, or those that its own apps stand in. */
import type { InputOf } from '@sonaqor/contract/endpoint'
import type { Project, projects } from '@sonaqor/contract/projects'
import { page, type PageReply } from '../../core/paging/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { projectColumns, toProject, type ProjectRow } from './projects.store.ts'

type ProjectsQuery = InputOf<typeof projects.list>['query']

export function listProjects(scope: Scope, query: ProjectsQuery): Promise<PageReply<Project>> {
  return page<ProjectRow, Project>(scope, visible(scope).select(projectColumns), {
    ...query,
    sort: [{ column: 'id', order: 'asc' }],
    filter: 'projects',
    item: toProject,
  })
}

export async function seesProject(scope: Scope, id: string): Promise<boolean> {
  return (await visible(scope).where({ id }).select('id').first()) !== undefined
}

function visible(scope: Scope) {
  const query = scope.db<ProjectRow>('projects').where({ tenant_id: scope.tenantId })
  if (scope.principal.appIds === 'all') return query
  const own = scope.db('apps').where({ tenant_id: scope.tenantId }).select('project_id')
  return query.whereIn('id', scope.inApps(own, 'id'))
}
