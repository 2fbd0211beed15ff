import { z } from 'zod'
import type { JobRunner } from '../../core/feature/index.ts'
import { job } from '../../core/jobs/index.ts'
import { tellOfLocks } from './lockout/lockout.service.ts'
import { sendLinks } from './password/mail-links.service.ts'
import { forgetMailLinks } from './password/mail-links.store.ts'
import { forgetSignIns } from './sessions/sessions.store.ts'

const dayMs = 24 * 3_600_000

export const accessJobs: readonly JobRunner[] = [
  sendLinks,
  tellOfLocks,
  {
    // Every sign-in and refresh leaves a row behind; a day after it is over it serves nobody.
    type: job('access.forget', z.object({})),
    every: '47 3 * * *',
    run: async (scope) => {
      const before = new Date(scope.now().getTime() - dayMs)
      await forgetSignIns(scope, before)
      await forgetMailLinks(scope, before)
    },
  },
]
