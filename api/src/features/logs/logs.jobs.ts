import { z } from 'zod'
import type { JobRunner } from '../../core/feature/index.ts'
import { job } from '../../core/jobs/index.ts'
import type { LogStore } from './logs.store.ts'

const dayMs = 24 * 3_600_000
const daysAhead = 8

export const logsJobs = (store: LogStore): readonly JobRunner[] => [
  {
    type: job('logs.make-room', z.object({})),
    every: '11 * * * *',
    run: (scope) =>
      store.makeRoom(Array.from({ length: daysAhead }, (_, days) => later(scope.now(), days))),
  },
]

const later = (moment: Date, days: number) => new Date(moment.getTime() + days * dayMs)
