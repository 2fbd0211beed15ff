import type { Job } from '@sonaqor/contract/jobs'
import { useQuery } from '../reading/use-query.ts'
import { useLive, useLiveStatus } from '../use-live.ts'
import { useModule } from '../use-module.ts'
import { useReadAgain } from '../use-read-again.ts'
import { useWrite } from '../use-write.ts'

/** While nothing is heard, it is asked for. */
const unheardMs = 5000

/** A job that was just started, on a page that lists none; it moves as the work does. */
export function useStartedJob(started: Job): Job {
  const { api } = useModule()
  const { id } = started
  const live = useLiveStatus()
  const readAgain = useReadAgain('jobs')
  useLive('jobs', () => void readAgain())
  const { data } = useQuery({
    queryKey: ['jobs', 'one', id],
    queryFn: () => api.jobs.show({ params: { id } }),
    placeholderData: (before: Job | undefined) => before ?? started,
    refetchInterval: live === 'open' ? false : unheardMs,
  })
  return data ?? started
}

/** What an export holds; there is none before it is done. */
export function useManifest({ id, file }: Job) {
  const { api } = useModule()
  return useQuery({
    queryKey: ['exports', id],
    queryFn: () => api.exports.show({ params: { id } }),
    enabled: file !== null,
  })
}

export type JobAct = 'cancel' | 'resume' | 'retry'

/** Stops a job, or lets it go on. What became of it the job says, and why it did not come off, `onError`. */
export function useJobAct(onError: (error: unknown) => void) {
  const { api } = useModule()
  const act = useWrite({
    areas: ['jobs'],
    isUntilRead: true,
    write: ({ id, verb }: { readonly id: string; readonly verb: JobAct }) =>
      api.jobs[verb]({ params: { id } }),
    onError,
  })
  return (job: Job, verb: JobAct) => act.mutate({ id: job.id, verb })
}
