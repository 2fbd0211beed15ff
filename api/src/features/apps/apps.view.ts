/** The apps that a principal sees. */
import type { App, apps } from '@sonaqor/contract/apps'
import type { InputOf } from '@sonaqor/contract/endpoint'
import type { Knex } from 'knex'
import { page, type PageReply } from '../../core/paging/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { restorable, toApp, visible, type AppRow } from './apps.store.ts'

type AppsQuery = InputOf<typeof apps.list>['query']

export function listApps(
  scope: Scope,
  { limit, cursor, ...filter }: AppsQuery,
): Promise<PageReply<App>> {
  const { appId, environment, projectId, deleted } = filter
  const query = deleted === 'true' ? restorable(scope) : visible(scope).where({ deleted_at: null })
  if (appId) query.where({ id: appId })
  if (environment) query.where({ environment })
  if (projectId) query.where({ project_id: projectId })
  return page<AppRow, App>(scope, query, {
    limit,
    cursor,
    sort: [{ column: 'id', order: 'asc' }],
    filter: ['apps', filter],
    item: toApp,
  })
}

/**
 * The apps of a project, as an array of ids to stand within another statement. It is read once for each
 * run of that statement, so an app that was made since is in it; a project of somebody else has none.
 */
export function appsInProject(scope: Scope, projectId: string): Knex.Raw {
  const apps = 'select id from apps where tenant_id = ? and project_id = ?'
  return scope.db.raw(`array(${apps})`, [scope.tenantId, projectId])
}

/** The apps that are not there any more, in the same way: what hangs on them is hidden with them. */
export function deletedApps(scope: Scope): Knex.Raw {
  const apps = 'select id from apps where tenant_id = ? and deleted_at is not null'
  return scope.db.raw(`array(${apps})`, [scope.tenantId])
}

export async function findApp(scope: Scope, id: string): Promise<App | undefined> {
  const row = await visible(scope).where({ id, deleted_at: null }).first()
  return row && toApp(row)
}

/** One that was deleted, too: what names it still has a name for it. */
export async function findAppEver(scope: Scope, id: string): Promise<App | undefined> {
  const row = await visible(scope).where({ id }).first()
  return row && toApp(row)
}
