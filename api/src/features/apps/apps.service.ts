import type { AuditAction } from '@sonaqor/contract/audit-actions'
import { appEvents, type App, type apps } from '@sonaqor/contract/apps'
import type { InputOf } from '@sonaqor/contract/endpoint'
import { requireRevision, type Seen } from '../../core/implement/index.ts'
import { Problem } from '../../core/problems/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { holdProject, inside, requireConfirmed } from '../projects/index.ts'
import * as store from './apps.store.ts'
import { findAppEver } from './apps.view.ts'

export { listApps } from './apps.view.ts'

export async function showApp(scope: Scope, id: string): Promise<App> {
  return (await findAppEver(scope, id)) ?? noApp()
}

type NewApp = InputOf<typeof apps.create>['body']

/** It speaks the newest version of the API, which whoever writes the first call for it reads of. */
export async function createApp(scope: Scope, body: NewApp, apiVersion: string): Promise<App> {
  if (!(await holdProject(scope, body.projectId))) {
    throw invalid('#/projectId', 'is not one of your projects')
  }
  if (!scope.environments.includes(body.environment)) {
    throw invalid('#/environment', 'is not an environment of this credential')
  }
  const app =
    (await store.insertApp(scope, {
      project_id: body.projectId,
      name: body.name,
      environment: body.environment,
      api_version: apiVersion,
      origins: [...new Set(body.origins)],
    })) ?? nameTaken()
  await tell(scope, appEvents.created, app)
  return app
}

/** From the next request on its keys and sessions open nothing. */
export async function deleteApp(
  scope: Scope,
  id: string,
  confirm: string | undefined,
  seen: Seen,
): Promise<App> {
  const before = await store.lockApp(scope, id)
  if (!before) return (await store.lockDeleted(scope, id)) ?? noApp()
  requireRevision(seen, before.revision)
  const { keys } = await inside(scope, { appId: id })
  await requireConfirmed(scope, { name: before.name, keys }, confirm)
  const after = await store.writeApp(scope, before, { deleted_at: scope.now() })
  await tell(scope, appEvents.deleted, after, before)
  await scope.closeSockets(id)
  return after
}

/** What is there needs no restoring, and stays as it is. */
export async function restoreApp(scope: Scope, id: string, seen: Seen): Promise<App> {
  const before = await store.lockDeleted(scope, id)
  if (!before) return (await store.lockApp(scope, id)) ?? noApp()
  requireRevision(seen, before.revision)
  if (!(await holdProject(scope, before.projectId))) {
    throw new Problem('conflict', { detail: 'Its project was deleted. Restore that first.' })
  }
  if (await store.isNameTaken(scope, before)) nameTaken()
  const after = await store.writeApp(scope, before, { deleted_at: null })
  await tell(scope, appEvents.restored, after, before)
  return after
}

type AppEvent = (typeof appEvents)[keyof typeof appEvents]

/** What became of an app, for screens and webhooks and for the audit log. */
export async function tell(
  scope: Scope,
  type: AppEvent,
  app: App,
  before?: App,
  action: AuditAction = type.name,
): Promise<void> {
  const { id: appId, projectId, environment } = app
  await scope.emit(type, { environment, appId, ref: { appId, projectId }, data: app })
  scope.audit({ action, target: appId, environment, appId, before, after: app })
}

export function invalid(pointer: string, detail: string): Problem {
  return new Problem('invalid', { detail: `A field ${detail}.`, errors: [{ detail, pointer }] })
}

export function noApp(): never {
  throw new Problem('not-found', { detail: 'There is no app with this id.' })
}

export function nameTaken(): never {
  throw new Problem('conflict', {
    detail: 'The project has an app of this name in this environment already.',
    errors: [{ detail: 'is the name of another app', pointer: '#/name' }],
  })
}
