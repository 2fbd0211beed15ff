import type { Job } from '@sonaqor/contract/jobs'
import type { NewReplay } from '@sonaqor/contract/webhook-deliveries'
import { useModule, useMutation, useWrite } from '@sonaqor/module'

/** Sends again, as a job, what was given up since an instant. */
export function useRetryFailed(id: string, onStarted: (job: Job) => void) {
  const { api } = useModule()
  return useWrite({
    areas: ['webhooks', 'deliveries', 'jobs'],
    write: (since: string) => api.webhooks.retryFailed({ params: { id }, body: { since } }),
    onSuccess: onStarted,
  })
}

/** Tells what a replay would send, and starts it. */
export function useReplay(onStarted: (job: Job) => void) {
  const { api } = useModule()
  const preview = useMutation({
    mutationFn: (body: NewReplay) => api.webhooks.previewReplay({ body }),
  })
  const start = useWrite({
    areas: ['webhooks', 'deliveries', 'jobs'],
    write: (body: NewReplay) => api.webhooks.startReplay({ body }),
    onSuccess: onStarted,
  })
  return { preview, start }
}
