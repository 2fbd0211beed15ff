/** The projects that a principal sees: all of the tenant, or those that its own apps stand in. */
import type { InputOf } from '@sonaqor/contract/endpoint'
import type { Project, projects } from '@sonaqor/contract/projects'
import { page, type PageReply } from '../../core/paging/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { projectColumns, toProject, type ProjectRow } from './projects.store.ts'
import { restorableSince } from './restoring.ts'

type ProjectsQuery = InputOf<typeof projects.list>['query']

export function listProjects(
  scope: Scope,
  { deleted, ...query }: ProjectsQuery,
): Promise<PageReply<Project>> {
  const listed = visible(scope).select(...projectColumns)
  if (deleted === 'true') {
    listed.where({ purged_at: null }).where('deleted_at', '>', restorableSince(scope))
  } else {
    listed.where({ deleted_at: null })
  }
  return page<ProjectRow, Project>(scope, listed, {
    ...query,
    sort: [{ column: 'id', order: 'asc' }],
    filter: ['projects', deleted],
    item: toProject,
  })
}

/** One that was deleted, too: what names it still has a name for it. */
export async function findProject(scope: Scope, id: string): Promise<Project | undefined> {
  const row = await visible(scope)
    .where({ id })
    .select(...projectColumns)
    .first()
  return row && toProject(row)
}

function visible(scope: Scope) {
  const query = scope.db<ProjectRow>('projects').where({ tenant_id: scope.tenantId })
  if (scope.principal.appIds === 'all') return query
  const own = scope.db('apps').where({ tenant_id: scope.tenantId }).select('project_id')
  return query.whereIn('id', scope.inApps(own, 'id'))
}

/** What is deleted: a project with its apps, or one of those. */
type Whole = { readonly projectId: string } | { readonly appId: string }

interface InsideRow {
  readonly app_id: string
  readonly keys: number
}

/** The apps that would go, each with how many keys of the real world would end with it. */
export async function inside(
  scope: Scope,
  whole: Whole,
): Promise<{ readonly appIds: readonly string[]; readonly keys: number }> {
  const [column, id] = 'appId' in whole ? ['a.id', whole.appId] : ['a.project_id', whole.projectId]
  const { rows } = await scope.db.raw<InsideRow>(
    `select a.id as app_id, count(k.id)::integer as keys
     from apps a
     left join api_keys k on k.tenant_id = a.tenant_id and k.app_id = a.id
       and k.environment = 'production' and k.revoked_at is null
       and (k.expires_at is null or k.expires_at > ?)
     where a.tenant_id = ? and ?? = ? and a.deleted_at is null
     group by a.id`,
    [scope.now(), scope.tenantId, column, id],
  )
  return {
    appIds: rows.map((row) => row.app_id),
    keys: rows.reduce((sum, row) => sum + row.keys, 0),
  }
}
