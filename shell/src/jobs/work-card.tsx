import type { Job } from '@sonaqor/contract/jobs'
import { sizeOf, type JobAct } from '@sonaqor/module'
import { adopt, exactly, JobCard, useLocale, useText, type JobState } from '@sonaqor/ui'
import { failureOf, isThere, stageOf, titleOf, unitOf } from './job-words.ts'
import sheet from './jobs.css'
import * as texts from './texts/en.ts'
import { useDownload } from './use-download.ts'
import { useMay } from './use-may.ts'

adopt(sheet)

export interface WorkCardProps {
  readonly job: Job
  readonly onAct: (job: Job, verb: JobAct) => void
  /** Left out where it cannot be taken away. */
  readonly onDismiss?: () => void
}

/** One job: how far it is, what can be done about it, and its file. */
export function WorkCard({ job, onAct, onDismiss }: WorkCardProps) {
  const say = useText()
  const may = useMay()
  const stateOf = useCardState()
  return (
    <JobCard
      title={titleOf(job, say)}
      unit={unitOf(job, say)}
      job={stateOf(job)}
      {...(may.stop(job) && { onCancel: () => onAct(job, 'cancel') })}
      {...(may.goOn(job) && {
        onResume: () => onAct(job, 'resume'),
        onRetry: () => onAct(job, 'retry'),
      })}
      {...(onDismiss && { onDismiss })}
    />
  )
}

function useCardState(): (job: Job) => JobState {
  const say = useText()
  const locale = useLocale()
  const may = useMay()
  const { fetch, isFetching } = useDownload()
  return (job) => {
    if (job.state === 'queued') return { status: 'waiting' }
    if (job.state === 'cancelled') return { status: 'cancelled' }
    if (job.state === 'failed') {
      const { failure } = job
      if (!failure) return { status: 'failed', reason: '' }
      return { status: 'failed', reason: failureOf(failure, say) }
    }
    if (job.state === 'running') {
      // With all of it done and the end not reached, nobody knows how long that takes.
      const isCounted = job.total === null || job.done < job.total
      const stage = stageOf(job, say)
      return { status: 'running', stage, ...(isCounted && { figures: figuresOf(job) }) }
    }
    const { file } = job
    if (job.kind === 'replays') {
      return { status: 'done', result: say(texts.replayed, { count: job.done }) }
    }
    if (!file || !isThere(job)) return { status: 'done', result: say(texts.fileDeleted) }
    const until = exactly(new Date(file.expiresAt), locale)
    if (!may.fetch(job)) {
      return { status: 'done', result: say(texts.fileInSonaqor, { count: job.done, until }) }
    }
    return {
      status: 'done',
      result: say(texts.fileReady, { count: job.done, until }),
      download: {
        name: file.fileName,
        size: sizeOf(file.bytes, locale),
        busy: isFetching(job),
        onDownload: () => fetch(job),
      },
    }
  }
}

const figuresOf = ({ done, total, perSecond, secondsLeft }: Job) => ({
  done,
  total: total ?? undefined,
  perSecond: perSecond ?? undefined,
  leftMs: secondsLeft === null ? undefined : secondsLeft * 1000,
})
