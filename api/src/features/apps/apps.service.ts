import { appEvents, type App, type apps } from '@sonaqor/contract/apps'
import type { InputOf } from '@sonaqor/contract/endpoint'
import { Problem } from '../../core/problems/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { seesProject } from '../projects/index.ts'
import * as store from './apps.store.ts'
import { findApp } from './apps.view.ts'

export { listApps } from './apps.view.ts'

export async function showApp(scope: Scope, id: string): Promise<App> {
  const app = await findApp(scope, id)
  if (!app) throw new Problem('not-found', { detail: 'There is no app with this id.' })
  return app
}

type NewApp = InputOf<typeof apps.create>['body']

export async function createApp(scope: Scope, body: NewApp): Promise<App> {
  if (!(await seesProject(scope, body.projectId))) {
    throw invalid('#/projectId', 'is not one of your projects')
  }
  if (!scope.environments.includes(body.environment)) {
    throw invalid('#/environment', 'is not an environment of this credential')
  }
  const app = await store.insertApp(scope, {
    project_id: body.projectId,
    name: body.name,
    environment: body.environment,
    origins: [...new Set(body.origins)],
  })
  if (!app) {
    throw new Problem('conflict', {
      detail: 'The project has an app of this name in this environment already.',
      errors: [{ detail: 'is the name of another app', pointer: '#/name' }],
    })
  }
  const { environment } = app
  await scope.emit(appEvents.created, {
    environment,
    appId: app.id,
    ref: { appId: app.id, projectId: app.projectId },
    data: app,
  })
  scope.audit({
    action: appEvents.created.name,
    target: app.id,
    environment,
    appId: app.id,
    after: app,
  })
  return app
}

function invalid(pointer: string, detail: string): Problem {
  return new Problem('invalid', { detail: `A field ${detail}.`, errors: [{ detail, pointer }] })
}
