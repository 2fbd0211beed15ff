import { z } from 'zod'
import type { JobRunner } from '../../core/feature/index.ts'
import { job } from '../../core/jobs/index.ts'
import { forgetInviteLetters, forgetInviteTokens } from './invites.store.ts'

export const teamJobs: readonly JobRunner[] = [
  {
    // Links that are over: the invitations stay, to be sent again or cancelled.
    type: job('team.forget-links', z.object({})),
    every: '27 4 * * *',
    async run(scope) {
      await forgetInviteTokens(scope, scope.now())
      await forgetInviteLetters(scope, scope.now())
    },
  },
]
