import { z } from 'zod'
import type { JobRunner } from '../../../core/feature/index.ts'
import { job } from '../../../core/jobs/index.ts'
import type { Scope } from '../../../core/scope/index.ts'
import { dayMs } from '../days.ts'
import { forgottenBefore } from '../kept.store.ts'
import { firstIdOf } from '../../logs/index.ts'
import { forgetHints } from './forget-hints.store.ts'
import { forgetBefore, forgetEvents, type Ended } from './forget.store.ts'

const forget = job('webhooks.forget', z.object({}))

/** Less than a job may take; the rest is done by the next one, which follows at once. */
const bounds = { rows: 5000, withinMs: 200_000 }
const beginning = firstIdOf(new Date(0))

/**
 * What is over, and what nobody can look at any more. Says whether all is forgotten. Each lot is a transaction
 * of its own, so that nobody waits for long, and that of the job is not begun: it would be cut off as idle.
 */
export async function forgetOld(scope: Scope, { rows, withinMs } = bounds): Promise<boolean> {
  const endsAt = performance.now() + withinMs
  const yesterday = new Date(scope.now().getTime() - dayMs)
  for (const [forgetLot, beforeWhen] of [
    [forgetHints, async () => yesterday],
    [forgetBefore, forgottenBefore],
    [forgetEvents, forgottenBefore],
  ] as const) {
    let after: Ended = beginning
    while (after !== null) {
      const begin: string = after
      after = await scope.keep(async (_, kept) =>
        forgetLot(kept, { before: await beforeWhen(kept), after: begin, rows }),
      )
      if (after !== null && performance.now() >= endsAt) return false
    }
  }
  return true
}

export const engineJobs: readonly JobRunner[] = [
  {
    type: forget,
    every: '37 2 * * *',
    each: 'tenant',
    async run(scope) {
      if (!(await forgetOld(scope))) await scope.start(forget, {})
    },
  },
]
