/** Which app's inbox is meant: a key has its own, and everybody else names one of the sandbox. */
import type { App } from '@sonaqor/contract/apps'
import { Problem } from '../../../core/problems/index.ts'
import type { Scope } from '../../../core/scope/index.ts'
import { findApp } from '../../apps/index.ts'

export type AppNamed = '#/appId' | '?appId'

export async function appOfInbox(
  scope: Scope,
  appId: string | undefined,
  pointer: AppNamed,
): Promise<App> {
  const app = await findApp(scope, appId ?? ownApp(scope, pointer))
  if (!app) {
    throw new Problem('invalid', {
      detail: 'The app is not one of yours.',
      errors: [{ detail: 'is not one of your apps', pointer }],
    })
  }
  if (app.environment === 'sandbox') return app
  throw new Problem('conflict', {
    detail:
      'Only apps of the sandbox have a test inbox. What production is sent goes to endpoints of your own.',
    errors: [{ detail: 'must be an app of the sandbox', pointer }],
  })
}

function ownApp({ principal: { appIds } }: Scope, pointer: AppNamed): string {
  const [own] = appIds === 'all' ? [] : appIds
  if (own) return own
  throw new Problem('invalid', {
    detail: 'Say for which app: only a key has one of its own.',
    errors: [{ detail: 'is missing', pointer }],
  })
}
