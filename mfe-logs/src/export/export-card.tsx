import type { Job } from '@sonaqor/contract/jobs'
import { isUnderWay, sizeOf, useModule } from '@sonaqor/module'
import { JobCard, useLocale, useText, type JobState } from '@sonaqor/ui'
import * as texts from './texts/en.ts'
import { stateOf, titleOf } from './export-words.ts'
import { useActing, useDownload } from './use-export.ts'

/** One export: how far it is, what can be done about it, and its file. */
export function ExportCard({ job }: { readonly job: Job }) {
  const say = useText()
  const { can } = useModule()
  const act = useActing()
  const mayGoOn = can('jobs:run') && can(job.scope)
  return (
    <JobCard
      title={titleOf(job, say)}
      unit={say(texts.requestsUnit)}
      job={useCard(job)}
      {...(can('jobs:run') && isUnderWay(job) && { onCancel: () => act(job, 'cancel') })}
      {...(mayGoOn && {
        onResume: () => act(job, 'resume'),
        onRetry: () => act(job, 'retry'),
      })}
    />
  )
}

function useCard(job: Job): JobState {
  const say = useText()
  const locale = useLocale()
  const { fetch, isFetching } = useDownload()
  const { file } = job
  const state = stateOf(job, say)
  if (state.status !== 'done' || !file) return state
  return {
    ...state,
    download: {
      name: file.fileName,
      size: sizeOf(file.bytes, locale),
      busy: isFetching(job.id),
      onDownload: () => fetch(job.id),
    },
  }
}
