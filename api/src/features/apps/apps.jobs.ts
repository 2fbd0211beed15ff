import { z } from 'zod'
import type { JobRunner } from '../../core/feature/index.ts'
import { job } from '../../core/jobs/index.ts'
import { forgetActivity } from './activity.store.ts'
import { purge } from './apps.store.ts'
import { forgetDatedCalls } from './version.store.ts'

export const appsJobs: readonly JobRunner[] = [
  {
    // After seven days nobody can bring it back any more, and what it was set to has no use.
    type: job('apps.purge-deleted', z.object({})),
    every: '41 3 * * *',
    each: 'tenant',
    async run(scope) {
      for (const { kind, id, environment } of await purge(scope)) {
        scope.audit({
          action: `${kind}s.purged`,
          target: id,
          ...(environment ? { environment, appId: id } : {}),
        })
      }
    },
  },
  {
    type: job('apps.forget-activity', z.object({})),
    every: '47 3 * * *',
    each: 'tenant',
    run: forgetActivity,
  },
  {
    type: job('apps.forget-dated-calls', z.object({})),
    every: '51 3 * * *',
    each: 'tenant',
    run: forgetDatedCalls,
  },
]
