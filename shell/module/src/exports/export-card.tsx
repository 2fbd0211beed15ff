import type { Job } from '@sonaqor/contract/jobs'
import { JobCard, useLocale, useText, type JobState } from '@sonaqor/ui'
import { isUnderWay, sizeOf } from '../jobs/job-words.ts'
import { useModule } from '../use-module.ts'
import { stateOf } from './export-words.ts'
import type { ExportWords } from './exported.ts'
import { useActing, useDownload } from './use-export.ts'

export interface ExportCardProps {
  readonly job: Job
  readonly words: ExportWords
}

/** One export: how far it is, what can be done about it, and its file. */
export function ExportCard({ job, words }: ExportCardProps) {
  const { can } = useModule()
  const act = useActing()
  const mayGoOn = can('jobs:run') && can(job.scope)
  return (
    <JobCard
      title={words.asFile(job.about['format'] ?? '')}
      unit={words.unit}
      job={useCard(job, words)}
      {...(can('jobs:run') && isUnderWay(job) && { onCancel: () => act(job, 'cancel') })}
      {...(mayGoOn && {
        onResume: () => act(job, 'resume'),
        onRetry: () => act(job, 'retry'),
      })}
    />
  )
}

function useCard(job: Job, words: ExportWords): JobState {
  const say = useText()
  const locale = useLocale()
  const { fetch, isFetching } = useDownload()
  const { file } = job
  const state = stateOf(job, words, say)
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
