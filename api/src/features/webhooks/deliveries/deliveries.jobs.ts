import { z } from 'zod'
import type { JobRunner } from '../../../core/feature/index.ts'
import type { Foundation } from '../../../core/foundation/index.ts'
import { job } from '../../../core/jobs/index.ts'
import { workRunner } from '../../jobs/index.ts'
import { drawTogether, forgetCounts } from '../health/counts.store.ts'
import { replayWork } from './replay/replay-work.ts'
import { sumUp } from '../health/sums/sums.store.ts'

export const deliveryJobs = (foundation: Foundation): readonly JobRunner[] => [
  workRunner(foundation, replayWork),
  {
    type: job('webhooks.draw-together', z.object({}), { expireSeconds: 3600 }),
    every: '37 3 * * *',
    each: 'tenant',
    async run(scope) {
      // Each lot is a transaction of its own, so that none is waited for.
      while (await scope.keep((_, kept) => drawTogether(kept)));
      while (await scope.keep((_, kept) => forgetCounts(kept)));
    },
  },
  {
    type: job('webhooks.sum-up', z.object({}), { expireSeconds: 3600 }),
    every: '13 * * * *',
    each: 'tenant',
    async run(scope) {
      while (await scope.keep((_, kept) => sumUp(kept)));
    },
  },
]
