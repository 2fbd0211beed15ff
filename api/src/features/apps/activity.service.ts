import type { AppActivity } from '@sonaqor/contract/app-activity'
import type { Scope } from '../../core/scope/index.ts'
import { activityOf } from './activity.store.ts'
import { noApp } from './apps.service.ts'
import { findApp } from './apps.view.ts'

export async function showActivity(scope: Scope, id: string): Promise<AppActivity> {
  const app = (await findApp(scope, id)) ?? noApp()
  return activityOf(scope, app.id)
}
