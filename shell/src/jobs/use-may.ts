import type { Job } from '@sonaqor/contract/jobs'
import { useModule, isUnderWay } from '@sonaqor/module'
import { hasStopped } from './job-words.ts'

/** What whoever looks may do about a job, as far as it stands so that it can be done. */
export function useMay() {
  const { can } = useModule()
  const mayRun = can('jobs:run')
  /** What whoever looks lacks to have the file of a job: it may hold more than the job works on. */
  const lacked = ({ scope, file }: Job) =>
    [scope, ...(file?.alsoTakes ?? [])].find((needed) => !can(needed))
  return {
    stop: (job: Job) => mayRun && isUnderWay(job),
    /** Whoever sees that something is worked on need not see what it is worked out of. */
    goOn: (job: Job) => mayRun && can(job.scope) && hasStopped(job),
    /** Nor is whoever is shown that there is a file handed what they may not see. */
    fetch: (job: Job) => lacked(job) === undefined,
    lacked,
  }
}
