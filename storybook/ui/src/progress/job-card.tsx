import { useId } from 'react'
import { Badge, type Tone } from '../badge/badge.tsx'
import { Button } from '../button/button.tsx'
import { useKeptFocus } from '../focus/use-kept-focus.ts'
import { Icon, type IconName } from '../icon/icon.tsx'
import { useLocale } from '../surface/locale.ts'
import { adopt } from '../styles/adopt.ts'
import sheet from './job-card.css'
import { phrasesOf, type Figures } from './job-figures.ts'
import * as texts from '../texts/en.ts'
import type { Text } from '../texts/text.ts'
import { useText } from '../texts/use-text.ts'
import { Progress } from './progress.tsx'

adopt(sheet)

/** Where a long work stands. */
export type JobState =
  | { readonly status: 'waiting' }
  | { readonly status: 'running'; readonly stage: string; readonly figures?: Figures }
  | { readonly status: 'failed'; readonly reason: string; readonly reached?: string | undefined }
  /** `reached`: how far it came, as a sentence. */
  | { readonly status: 'cancelled'; readonly reached?: string | undefined }
  | { readonly status: 'done'; readonly result: string; readonly download?: Download }

export type Download = {
  /** "customers.csv" */
  readonly name: string
  /** "4.2 MB" */
  readonly size?: string
} & (
  | { readonly href: string }
  /** Where it takes more than an address to get it: a token say. */
  | { readonly onDownload: () => void; readonly busy?: boolean }
)

export interface JobCardProps {
  /** "Customers export" */
  readonly title: string
  readonly job: JobState
  /** What is counted: "rows". */
  readonly unit: string
  /** Left out where the work cannot be stopped. */
  readonly onCancel?: () => void
  /** Goes on where it stopped; left out where that is not known. A retry beside it begins anew. */
  readonly onResume?: (() => void) | undefined
  readonly onRetry?: () => void
  /** Takes the card away once it is over. */
  readonly onDismiss?: () => void
}

const badges = {
  waiting: ['neutral', 'clock', texts.jobWaiting],
  running: ['accent', 'play', texts.jobRunning],
  failed: ['danger', 'alert', texts.jobFailed],
  cancelled: ['neutral', 'block', texts.jobCancelled],
  done: ['success', 'check', texts.jobDone],
} satisfies Record<JobState['status'], readonly [Tone, IconName, Text]>

/** A long work: what it does now, how far it is, and what can be done about it. */
export function JobCard({
  title,
  job,
  unit,
  onCancel,
  onResume,
  onRetry,
  onDismiss,
}: JobCardProps) {
  const id = useId()
  const say = useText()
  // Each act takes the place of another: what is pressed is gone a moment later.
  const acts = useKeptFocus<HTMLDivElement>((place) => place.querySelector('button, a'))
  const [tone, icon, name] = badges[job.status]
  const state = say(name)
  const isOver = job.status !== 'waiting' && job.status !== 'running'
  const hasStopped = job.status === 'failed' || job.status === 'cancelled'
  return (
    // Several of one title are no landmarks that anybody could tell apart.
    <article className="sq-job" aria-labelledby={id}>
      <header className="sq-job-head">
        <h3 id={id} className="sq-job-title">
          {title}
        </h3>
        <Badge tone={tone} icon={icon}>
          {state}
        </Badge>
      </header>
      <JobBody title={title} job={job} unit={unit} />
      {/* Each stage and the end are news; each count would be noise. */}
      <output className="sq-unseen">{`${title}: ${job.status === 'running' ? job.stage : state}`}</output>
      <div className="sq-job-acts" tabIndex={-1} {...acts}>
        {!isOver && onCancel && (
          <Button size="small" onClick={onCancel}>
            {say(texts.cancel)}
          </Button>
        )}
        {job.status === 'done' && job.download && <DownloadLink {...job.download} />}
        {hasStopped && onResume && (
          <Button size="small" onClick={onResume}>
            {say(texts.resume)}
          </Button>
        )}
        {hasStopped && onRetry && (
          <Button size="small" onClick={onRetry}>
            {say(onResume ? texts.startAnew : texts.retry)}
          </Button>
        )}
        {isOver && onDismiss && (
          <Button size="small" look="quiet" onClick={onDismiss}>
            {say(texts.dismiss)}
          </Button>
        )}
      </div>
    </article>
  )
}

type JobBodyProps = Pick<JobCardProps, 'title' | 'job' | 'unit'>

function JobBody({ title, job, unit }: JobBodyProps) {
  const say = useText()
  const locale = useLocale()
  if (job.status === 'waiting') return <p className="sq-job-words">{say(texts.itStartsSoon)}</p>
  if (job.status === 'cancelled') {
    return <p className="sq-job-words">{job.reached ?? say(texts.itWasStopped)}</p>
  }
  if (job.status === 'done') return <p className="sq-job-words">{job.result}</p>
  if (job.status === 'failed') {
    return (
      <p className="sq-job-words" data-tone="danger">
        {[job.reason, job.reached].filter(Boolean).join(' ')}
      </p>
    )
  }
  const phrases = job.figures ? phrasesOf(job.figures, unit, locale, say) : []
  return (
    <div className="sq-job-course">
      <p className="sq-job-words">{job.stage}</p>
      <Progress label={title} share={shareOf(job.figures)} words={phrases[0]} />
      {phrases.length > 0 && (
        <ul className="sq-job-figures">
          {phrases.map((phrase) => (
            <li key={phrase}>{phrase}</li>
          ))}
        </ul>
      )}
    </div>
  )
}

function shareOf(figures: Figures | undefined): number | undefined {
  return figures?.total ? figures.done / figures.total : undefined
}

function DownloadLink({ name, size, ...way }: Download) {
  const say = useText()
  if ('onDownload' in way) {
    return (
      <>
        <Button size="small" icon="download" busy={way.busy ?? false} onClick={way.onDownload}>
          {say(texts.download, { name })}
        </Button>
        {size && <span className="sq-job-size">{size}</span>}
      </>
    )
  }
  return (
    <a className="sq-job-download" href={way.href} download={name}>
      <Icon name="download" />
      <span className="sq-job-file">{say(texts.download, { name })}</span>
      {size && <span className="sq-job-size">{size}</span>}
    </a>
  )
}
