import { z } from 'zod'
import { doing, type JobRunner } from '../../../core/feature/index.ts'
import { job } from '../../../core/jobs/index.ts'
import type { CheckpointSink } from './checkpoint-sink.ts'
import { hasUnsent, makeCheckpoint, sendCheckpoints } from './checkpoints.service.ts'

const nothing = z.object({})
const makeJob = job('audit.make-checkpoint', nothing)
/** What is not taken after all tries is sent with the next round. */
const sendJob = job('audit.send-checkpoints', nothing)

/** Where nothing outside is named, checkpoints are signed, and said to be sent nowhere. */
export const checkpointJobs = (sink: CheckpointSink | null): readonly JobRunner[] => [
  doing({
    type: makeJob,
    every: '*/10 * * * *',
    each: 'tenant',
    async run(scope) {
      await makeCheckpoint(scope)
      if (!sink || !(await hasUnsent(scope))) return
      await scope.start(sendJob, {}, { singleton: `${sendJob.name} ${scope.tenantId}` })
    },
  }),
  doing({
    type: sendJob,
    run: async (scope) => {
      if (sink) await sendCheckpoints(scope, sink)
    },
  }),
]
