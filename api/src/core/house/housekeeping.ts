/** What the core itself has to tidy up from time to time. */
import { z } from 'zod'
import type { JobRunner } from '../feature/index.ts'
import { keptHours } from '../idempotency/index.ts'
import { job } from '../jobs/index.ts'

const tidy = job('house.tidy', z.object({}))

export const housekeeping: readonly JobRunner[] = [
  {
    type: tidy,
    every: '17 * * * *',
    async run(scope) {
      const oldest = new Date(scope.now().getTime() - keptHours * 3_600_000)
      await scope.db.raw('select app.purge_idempotent_answers(?)', [oldest])
      await scope.db('quota_windows').where('expires_at', '<', scope.now()).delete()
    },
  },
]
