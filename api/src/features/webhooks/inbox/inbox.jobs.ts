import { z } from 'zod'
import type { JobRunner } from '../../../core/feature/index.ts'
import { job } from '../../../core/jobs/index.ts'
import { forgetOldMessages } from './messages.store.ts'

export const inboxJobs: readonly JobRunner[] = [
  {
    // They are shown no more once their days are over; by then they are gone within a day.
    type: job('webhooks.forget-messages', z.object({})),
    every: '27 2 * * *',
    each: 'tenant',
    run: forgetOldMessages,
  },
]
