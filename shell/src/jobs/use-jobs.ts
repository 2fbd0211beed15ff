import type { Job } from '@sonaqor/contract/jobs'
import {
  isUnderWay,
  keepPreviousData,
  useJobAct,
  useLive,
  useLiveStatus,
  useModule,
  usePages,
  useQuery,
  useReadAgain,
} from '@sonaqor/module'
import { failureOf, useText, useToast } from '@sonaqor/ui'
import { useState } from 'react'
import type { JobsFilter } from './jobs-filter.ts'
import * as texts from './texts/en.ts'

/** The jobs that are in view, page by page; they move as the work does. */
export function useJobs({ state, mine }: JobsFilter) {
  const { api, environment } = useModule()
  const readAgain = useReadAgain('jobs')
  useLive('jobs', () => void readAgain())
  const narrowed = { state: state || undefined, mine: mine ? 'true' : undefined, environment }
  return usePages(['jobs', narrowed], (cursor) => api.jobs.list({ query: { ...narrowed, cursor } }))
}

/** As many as the API answers at once; what is under way is among the newest. */
const latestAtMost = 50
/** While nothing is heard, it is asked for. */
const unheardMs = 15_000

/** The newest jobs, for whoever shows no page of them; they move as the work does. */
export function useLatestJobs() {
  const { api, environment } = useModule()
  const live = useLiveStatus()
  const readAgain = useReadAgain('jobs')
  useLive('jobs', () => void readAgain())
  return useQuery({
    queryKey: ['jobs', 'latest', environment],
    queryFn: () => api.jobs.list({ query: { limit: latestAtMost, environment } }),
    select: rowsOf,
    refetchInterval: live === 'open' ? false : unheardMs,
  })
}

const rowsOf = ({ data }: { readonly data: Job[] }): readonly Job[] => data

/** One job, which a link may lead to though it is in no list that is in view. */
export function useJob(id: string, known: Job | undefined) {
  const { api } = useModule()
  return useQuery({
    queryKey: ['jobs', 'one', id],
    queryFn: () => api.jobs.show({ params: { id } }),
    ...(known && { initialData: known }),
    placeholderData: keepPreviousData,
  })
}

/** Stops a job, or lets it go on. A refusal is said; the list says what became of it. */
export function useActing() {
  const say = useText()
  const toast = useToast()
  return useJobAct((error) => {
    const { reason, advice } = failureOf(error, say)
    toast({ tone: 'danger', title: say(texts.actFailed), detail: `${reason} ${advice}` })
  })
}

const nobody: ReadonlySet<string> = new Set()

/**
 * Tells what is under way from what was over before. What ends while somebody looks stays where it was,
 * with its file or its fault, until they put it away.
 */
export function useFollowed(jobs: readonly Job[]) {
  const [seen, see] = useState(nobody)
  const fresh = jobs.filter((job) => isUnderWay(job) && !seen.has(job.id))
  if (fresh.length > 0) see(new Set([...seen, ...fresh.map(({ id }) => id)]))
  return {
    followed: jobs.filter((job) => seen.has(job.id) || isUnderWay(job)),
    others: jobs.filter((job) => !seen.has(job.id) && !isUnderWay(job)),
    dismiss: ({ id }: Job) => see(new Set([...seen].filter((one) => one !== id))),
  }
}
