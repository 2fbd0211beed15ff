import type { Job } from '@sonaqor/contract/jobs'
import { useModule } from '@sonaqor/module'
import { adopt, exactly, JobCard, Section, useLocale, useText, type JobState } from '@sonaqor/ui'
import type { Say } from '@sonaqor/ui/texts'
import { isThere, isUnderWay, reasonOf, sizeOf, stageOf, titleOf } from './job-words.ts'
import sheet from './jobs.css'
import * as texts from './texts/en.ts'
import { useDownload } from './use-download.ts'
import type { JobAct } from './use-jobs.ts'

adopt(sheet)

export interface JobCardsProps {
  readonly jobs: readonly Job[]
  readonly onAct: (job: Job, verb: JobAct) => void
  readonly onDismiss: (job: Job) => void
}

/** What is under way, and what has ended since one began to look. */
export function JobCards({ jobs, onAct, onDismiss }: JobCardsProps) {
  const say = useText()
  const { can } = useModule()
  const stateOf = useCardState()
  const mayRun = can('jobs:run')
  return (
    <Section title={say(texts.underWay)}>
      <ul className="sq-jobs-cards">
        {jobs.map((job) => (
          <li key={job.id}>
            <JobCard
              title={titleOf(job, say)}
              unit={unitOf(job, say)}
              job={stateOf(job)}
              {...(mayRun && {
                onCancel: () => onAct(job, 'cancel'),
                onResume: () => onAct(job, 'resume'),
                onRetry: () => onAct(job, 'retry'),
              })}
              {...(!isUnderWay(job) && { onDismiss: () => onDismiss(job) })}
            />
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Work that is younger than this page counts what it says itself. */
const unitOf = ({ unit }: Job, say: Say) => (unit === 'rows' ? say(texts.rowsUnit) : unit)

function useCardState(): (job: Job) => JobState {
  const say = useText()
  const locale = useLocale()
  const { fetch, isFetching } = useDownload()
  return (job) => {
    if (job.state === 'queued') return { status: 'waiting' }
    if (job.state === 'cancelled') return { status: 'cancelled' }
    if (job.state === 'failed') {
      const { failure } = job
      if (!failure) return { status: 'failed', reason: '' }
      const reason = reasonOf(failure, say)
      return { status: 'failed', reason: say(texts.failureOf, { reason, id: failure.requestId }) }
    }
    if (job.state === 'running') {
      // With all of it done and the end not reached, nobody knows how long that takes.
      const isCounted = job.total === null || job.done < job.total
      const stage = stageOf(job, say)
      return { status: 'running', stage, ...(isCounted && { figures: figuresOf(job) }) }
    }
    const { file } = job
    if (!file || !isThere(job)) return { status: 'done', result: say(texts.fileDeleted) }
    const until = exactly(new Date(file.expiresAt), locale)
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
