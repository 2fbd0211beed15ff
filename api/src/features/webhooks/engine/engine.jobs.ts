import { deliveryDays } from '@sonaqor/contract/webhook-bounds'
import { z } from 'zod'
import type { JobRunner } from '../../../core/feature/index.ts'
import { job } from '../../../core/jobs/index.ts'
import { forgetBefore } from './forget.store.ts'

const dayMs = 86_400_000
/** Each lot is a transaction of its own, so that nobody waits for long; the rest goes the next day. */
const lots = 200

export const engineJobs: readonly JobRunner[] = [
  {
    type: job('webhooks.forget', z.object({})),
    every: '37 2 * * *',
    each: 'tenant',
    async run(scope) {
      const before = new Date(scope.now().getTime() - deliveryDays * dayMs)
      for (let lot = 0; lot < lots; lot += 1) {
        if (!(await scope.keep((_, kept) => forgetBefore(kept, before)))) return
      }
    },
  },
]
