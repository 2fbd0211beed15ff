/** How often all keys and pages of an app may ask together. */
import type { App } from '@sonaqor/contract/apps'
import { requestsPerMinuteOn } from '@sonaqor/contract/plan-limits'
import { Problem } from '../../core/problems/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { invalid } from './apps.service.ts'
import { planOfTenant } from './apps.store.ts'

type Paced = Pick<App, 'requestsPerMinute'>

/**
 * No more than the plan, of which the app would never get more in any case. A bound is what keeps the keys of
 * an app in check, so that none of them may lift it.
 */
export async function requirePace(scope: Scope, before: Paced, wanted: Paced): Promise<void> {
  const { kind } = scope.principal
  const rises = (wanted.requestsPerMinute ?? Infinity) > (before.requestsPerMinute ?? Infinity)
  if (rises && kind !== 'member') {
    throw new Problem('forbidden', {
      detail: 'A key can only lower how often its app may ask; a member can raise it.',
      errors: [{ detail: 'is more than it is now', pointer: '#/requestsPerMinute' }],
    })
  }
  const most = requestsPerMinuteOn(await planOfTenant(scope))
  if ((wanted.requestsPerMinute ?? 0) > most) {
    throw invalid('#/requestsPerMinute', `must be at most ${most}, which is what your plan allows`)
  }
}
