import { z } from 'zod'
import type { JobRunner } from '../../core/feature/index.ts'
import { job } from '../../core/jobs/index.ts'
import { forgetSessions } from './embeds.store.ts'

const keptMs = 7 * 24 * 3_600_000

export const embedsJobs: readonly JobRunner[] = [
  {
    // Every page that is opened leaves a row behind; those that are long over are taken away.
    type: job('embeds.forget', z.object({})),
    every: '23 3 * * *',
    run: (scope) => forgetSessions(scope, new Date(scope.now().getTime() - keptMs)),
  },
]
