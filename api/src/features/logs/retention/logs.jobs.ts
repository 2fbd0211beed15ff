import { z } from 'zod'
import type { JobRunner } from '../../../core/feature/index.ts'
import { job } from '../../../core/jobs/index.ts'
import { forgetSendings } from '../again/sent-again.store.ts'
import { drawTogether } from '../count/counts.store.ts'
import type { LogStore } from '../logs.store.ts'
import { closeDay } from '../query/words.store.ts'
import { firstDayKept, forgetCounts, forgetKept, forgetLines } from './retention.store.ts'

const dayMs = 24 * 3_600_000
const daysAhead = 8

export const logsJobs = (store: LogStore): readonly JobRunner[] => [
  {
    type: job('logs.make-room', z.object({})),
    every: '11 * * * *',
    run: (scope) =>
      store.makeRoom(Array.from({ length: daysAhead }, (_, days) => later(scope.now(), days))),
  },
  {
    // What stands anywhere in a path is found by an index that only days which are over have.
    type: job('logs.close-days', z.object({}), { expireSeconds: 3600 }),
    every: '41 * * * *',
    async run(scope) {
      while (await scope.keep((_, kept) => closeDay(kept)));
    },
  },
  {
    type: job('logs.draw-together', z.object({})),
    every: '23 * * * *',
    each: 'tenant',
    async run(scope) {
      // Each lot is a transaction of its own, so that no line waits long to be counted.
      while (await scope.keep((_, kept) => drawTogether(kept)));
    },
  },
  {
    type: job('logs.forget', z.object({}), { expireSeconds: 3600 }),
    every: '29 2 * * *',
    each: 'tenant',
    async run(scope) {
      // That of the job itself is begun after all lots: it would be cut off as idle.
      const before = await scope.keep((_, kept) => firstDayKept(kept))
      for (const forget of [forgetLines, forgetCounts, forgetSendings]) {
        while (await scope.keep((_, kept) => forget(kept, before)));
      }
      await forgetKept(scope)
    },
  },
  {
    type: job('logs.drop-days', z.object({})),
    every: '17 4 * * *',
    run: (scope) => store.dropDays(scope.now()),
  },
]

const later = (moment: Date, days: number) => new Date(moment.getTime() + days * dayMs)
