import type { JobState } from '@sonaqor/contract/jobs'
import { useViewState } from '@sonaqor/module'

/** The same as the contract has, whose shapes no browser carries. */
const states: Readonly<Record<JobState, true>> = {
  queued: true,
  running: true,
  done: true,
  failed: true,
  cancelled: true,
}
export const jobStates = Object.keys(states) as readonly JobState[]

/** As it stands in the address, or rather does not: what was not chosen is not in it. */
const nothingFiltered = { state: '', mine: false }
const nothingChosen = { ...nothingFiltered, job: '', exporting: '' }

export interface JobsFilter {
  readonly state: JobState | ''
  readonly mine: boolean
}

/** What the list is narrowed to, which job is open, and whether an export is asked for. */
export function useJobsFilter() {
  const [{ job, exporting, ...chosen }, choose] = useViewState(nothingChosen)
  const filter: JobsFilter = { ...chosen, state: isState(chosen.state) ? chosen.state : '' }
  return {
    filter,
    isFiltered: filter.state !== '' || filter.mine,
    narrow: (part: { readonly state?: string; readonly mine?: boolean }) =>
      choose({ ...part, job: '' }),
    clear: () => choose({ ...nothingFiltered, job: '' }),
    openJob: job || undefined,
    open: (id: string | undefined) => choose({ job: id ?? '' }, 'beside'),
    isExporting: exporting !== '',
    ask: (isAsked: boolean) => choose({ exporting: isAsked ? 'audit' : '' }),
  }
}

const isState = (name: string): name is JobState => jobStates.some((state) => state === name)
