import type { Job } from '@sonaqor/contract/jobs'
import { useModule } from '@sonaqor/module'
import { hasStopped, isUnderWay } from './job-words.ts'

/** What whoever looks may do about a job, as far as it stands so that it can be done. */
export function useMay() {
  const { can, kind } = useModule()
  const mayRun = can('jobs:run')
  return {
    stop: (job: Job) => mayRun && isUnderWay(job),
    /** Whoever sees that something is worked on need not see what it is worked out of. */
    goOn: (job: Job) => mayRun && can(job.scope) && hasStopped(job),
    /** No session of a partner's page is handed what was made. */
    fetchFiles: kind === 'shell',
  }
}
