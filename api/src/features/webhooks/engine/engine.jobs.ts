import { z } from 'zod'
import type { JobRunner } from '../../../core/feature/index.ts'
import { job } from '../../../core/jobs/index.ts'
import type { Scope } from '../../../core/scope/index.ts'
import { dayMs } from '../days.ts'
import { forgottenBefore } from '../kept.store.ts'
import { forgetHints } from './forget-hints.store.ts'
import { forgetBefore, forgetEvents, lotRows } from './forget.store.ts'

const forget = job('webhooks.forget', z.object({}))

/** Less than a job may take; the rest is done by the next one, which follows at once. */
const bounds = { lot: lotRows, withinMs: 200_000 }

/** What is over, and what nobody can look at any more. Says whether all is forgotten. */
export async function forgetOld(scope: Scope, { lot, withinMs } = bounds): Promise<boolean> {
  const now = scope.now().getTime()
  const endsAt = performance.now() + withinMs
  const inLots = async (forgetLot: (kept: Scope) => Promise<boolean>) => {
    // Each is a transaction of its own, so that nobody waits for long.
    while (await scope.keep((_, kept) => forgetLot(kept))) {
      if (performance.now() >= endsAt) return false
    }
    return true
  }
  const yesterday = new Date(now - dayMs)
  const oldest = await forgottenBefore(scope)
  return (
    (await inLots((kept) => forgetHints(kept, yesterday, lot))) &&
    (await inLots((kept) => forgetBefore(kept, oldest, lot))) &&
    (await inLots((kept) => forgetEvents(kept, oldest, lot)))
  )
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
