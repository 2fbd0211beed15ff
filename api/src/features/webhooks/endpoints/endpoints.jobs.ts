import { z } from 'zod'
import type { JobRunner } from '../../../core/feature/index.ts'
import { job } from '../../../core/jobs/index.ts'
import type { Scope } from '../../../core/scope/index.ts'
import { forgottenBefore } from '../kept.store.ts'
import { dayMs } from '../days.ts'
import { cancelRunner, startCancelling } from './cancel.ts'
import { stillWaitedFor } from './cancel.store.ts'
import { remove } from './endpoints.service.ts'
import { ofPurgedApps, purgeDeleted } from './endpoints.store.ts'
import { forgetEnded } from './secrets.store.ts'
import { appOf } from './whose.ts'

/** For as long it can be told of a signature that it is by a secret that has ended. */
const endedDays = 30

const before = (scope: Scope, days: number) => new Date(scope.now().getTime() - days * dayMs)

export const endpointJobs: readonly JobRunner[] = [
  cancelRunner,
  {
    // Its deliveries are to be read until the last of them is forgotten, and then it has no use.
    type: job('webhooks.purge-deleted', z.object({})),
    every: '57 3 * * *',
    each: 'tenant',
    async run(scope) {
      for (const row of await ofPurgedApps(scope)) await remove(scope, row)
      for (const id of await stillWaitedFor(scope)) await startCancelling(scope, id)
      await forgetEnded(scope, before(scope, endedDays))
      for (const row of await purgeDeleted(scope, await forgottenBefore(scope))) {
        const { id: target, environment } = row
        scope.audit({ action: 'webhooks.purged', target, environment, appId: appOf(row) })
      }
    },
  },
]
