import { z } from 'zod'
import type { JobRunner } from '../../core/feature/index.ts'
import { job } from '../../core/jobs/index.ts'
import { forgetExpired } from './drafts.store.ts'

export const draftJobs: readonly JobRunner[] = [
  {
    type: job('drafts.forget', z.object({})),
    every: '37 3 * * *',
    each: 'tenant',
    run: forgetExpired,
  },
]
