import { z } from 'zod'
import type { JobRunner } from '../../core/feature/index.ts'
import { job } from '../../core/jobs/index.ts'
import { forgetSecondFactors } from './factors.store.ts'

const dayMs = 24 * 3_600_000

export const factorsJobs: readonly JobRunner[] = [
  {
    // Tickets and questions that nobody answered, and authenticator apps that were begun and left.
    type: job('factors.forget', z.object({})),
    every: '53 3 * * *',
    run: (scope) => forgetSecondFactors(scope, new Date(scope.now().getTime() - dayMs)),
  },
]
