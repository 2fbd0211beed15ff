import { z } from 'zod'
import { doing, type JobRunner } from '../../core/feature/index.ts'
import { job } from '../../core/jobs/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { attempt, type Sender } from './deliver.ts'
import { forgetSettled, overdue } from './deliveries.store.ts'
import { forgetMails } from './development-mails.store.ts'
import { forgetOld } from './notifications.store.ts'
import { deliver, deliverBy, type CarriedChannel } from './queues.ts'

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs
const lateMs = 10 * minuteMs
const keptMs = 90 * dayMs
const developmentKeptMs = 7 * dayMs
const atOnce = 200

export function notificationJobs(sender: Sender): readonly JobRunner[] {
  const delivering = (Object.keys(deliver) as CarriedChannel[]).map((channel) =>
    doing({
      type: deliver[channel],
      run: (scope, { deliveryId }) => attempt(scope, sender, channel, deliveryId),
    }),
  )
  return [...delivering, ...tidying]
}

/** Starts again what should have gone out long ago: a queue that was lost takes no letter with it. */
async function startOverdue(scope: Scope): Promise<void> {
  const before = new Date(scope.now().getTime() - lateMs)
  for (const { id, channel } of await overdue(scope, before, atOnce)) {
    const round = Math.floor(scope.now().getTime() / lateMs)
    if (channel !== 'inbox') await deliverBy(scope, channel, id, { attempt: round })
  }
}

const ago = (scope: Scope, ms: number) => new Date(scope.now().getTime() - ms)

const tidying: readonly JobRunner[] = [
  {
    type: job('notifications.resume', z.object({})),
    every: '*/15 * * * *',
    each: 'tenant',
    run: startOverdue,
  },
  {
    type: job('notifications.resume-house', z.object({})),
    every: '*/15 * * * *',
    run: startOverdue,
  },
  {
    type: job('notifications.forget', z.object({})),
    every: '53 3 * * *',
    each: 'tenant',
    async run(scope) {
      await forgetSettled(scope, ago(scope, keptMs))
      await forgetOld(scope, ago(scope, keptMs))
    },
  },
  {
    type: job('notifications.forget-house', z.object({})),
    every: '51 3 * * *',
    async run(scope) {
      await forgetSettled(scope, ago(scope, keptMs))
      await forgetMails(scope, ago(scope, developmentKeptMs))
    },
  },
]
