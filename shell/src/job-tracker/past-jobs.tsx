import type { Job } from '@sonaqor/contract/jobs'
import type { JobAct } from '@sonaqor/module'
import { Button, RelativeTime, useText } from '@sonaqor/ui'
import { failureOf, titleOf } from '../jobs/job-words.ts'
import { StateBadge } from '../jobs/state-badge.tsx'
import * as texts from '../jobs/texts/en.ts'
import { useMay } from '../jobs/use-may.ts'

export interface PastJobsProps {
  readonly jobs: readonly Job[]
  readonly onAct: (job: Job, verb: JobAct) => void
}

/** A line for each job that is over, the newest above. */
export function PastJobs({ jobs, onAct }: PastJobsProps) {
  const say = useText()
  return (
    <ol className="sq-tracker-past" aria-label={say(texts.pastJobs)}>
      {jobs.map((job) => (
        <li key={job.id} className="sq-tracker-job">
          <span className="sq-tracker-title">{titleOf(job, say)}</span>
          <StateBadge job={job} />
          <p className="sq-tracker-words">
            {job.unit === 'rows' && <>{say(texts.rowsCounted, { count: job.done })} · </>}
            {job.madeBy.name} · <RelativeTime at={job.finishedAt ?? job.at} />
          </p>
          {job.failure && (
            <p className="sq-tracker-words" data-tone="danger">
              {failureOf(job.failure, say)}
            </p>
          )}
          <GoingOn job={job} onAct={onAct} />
        </li>
      ))}
    </ol>
  )
}

function GoingOn({ job, onAct }: Pick<PastJobsProps, 'onAct'> & { readonly job: Job }) {
  const say = useText()
  const may = useMay()
  const name = titleOf(job, say)
  if (!may.goOn(job)) return null
  return (
    <div className="sq-tracker-acts">
      <Button
        size="small"
        aria-label={say(texts.resumeNamed, { name })}
        onClick={() => onAct(job, 'resume')}
      >
        {say(texts.resume)}
      </Button>
      <Button
        size="small"
        aria-label={say(texts.retryNamed, { name })}
        onClick={() => onAct(job, 'retry')}
      >
        {say(texts.retry)}
      </Button>
    </div>
  )
}
