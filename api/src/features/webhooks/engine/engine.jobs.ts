import { deliveryDays } from '@sonaqor/contract/webhook-bounds'
import { z } from 'zod'
import type { JobRunner } from '../../../core/feature/index.ts'
import { job } from '../../../core/jobs/index.ts'
import type { Scope } from '../../../core/scope/index.ts'
import { dayMs } from '../deliveries/range.ts'
import { forgetBefore, lotRows } from './forget.store.ts'

const forget = job('webhooks.forget', z.object({}))

/** Less than a job may take; the rest is done by the next one, which follows at once. */
const bounds = { lot: lotRows, withinMs: 200_000 }

/** Each lot is a transaction of its own, so that nobody waits for long. Says whether all is forgotten. */
export async function forgetOld(scope: Scope, { lot, withinMs } = bounds): Promise<boolean> {
  const before = new Date(scope.now().getTime() - deliveryDays * dayMs)
  const endsAt = performance.now() + withinMs
  while (await scope.keep((_, kept) => forgetBefore(kept, before, lot))) {
    if (performance.now() >= endsAt) return false
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
