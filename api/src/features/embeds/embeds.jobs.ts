import { z } from 'zod'
import type { JobRunner } from '../../core/feature/index.ts'
import { job } from '../../core/jobs/index.ts'
import { forgetSessions } from './embeds.store.ts'

const keptDays = 7

/** Every page that is opened leaves a row behind; those that are long over are taken away. */
export const forgetOldSessions: JobRunner = {
  type: job('embeds.forget', z.unknown()),
  every: '23 3 * * *',
  run: (scope) => forgetSessions(scope, new Date(scope.now().getTime() - keptDays * 86_400_000)),
}
