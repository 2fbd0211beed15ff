import type { Job } from '@sonaqor/contract/jobs'
import { isUnderWay, useJobAct, useModule, useStartedJob } from '@sonaqor/module'
import type { Say } from '@sonaqor/module/texts'
import {
  adopt,
  failureOf,
  JobCard,
  useArrival,
  useText,
  useToast,
  type JobState,
} from '@sonaqor/ui'
import sheet from './recover.css'
import * as texts from './texts/en.ts'

adopt(sheet)

interface StartedJobProps {
  readonly job: Job
  readonly title: string
}

/** How far it is, and the way to stop it; it goes on when somebody leaves. */
export function StartedJob(props: StartedJobProps) {
  const { can } = useModule()
  const place = useArrival<HTMLDivElement>()
  return (
    <div ref={place} tabIndex={-1} className="sq-wh-started">
      {can('jobs:read') ? <Watched {...props} /> : <Card {...props} />}
    </div>
  )
}

function Watched({ job, title }: StartedJobProps) {
  return <Card job={useStartedJob(job)} title={title} />
}

function Card({ job, title }: StartedJobProps) {
  const say = useText()
  const toast = useToast()
  const { can, kind } = useModule()
  const act = useJobAct((error) => {
    const { reason, advice } = failureOf(error, say)
    toast({ tone: 'danger', title: say(texts.notStopped), detail: `${reason} ${advice}` })
  })
  const mayGoOn = can('jobs:run') && can(job.scope)
  // A partner's page has no place where all jobs stand.
  const goesOn = kind === 'shell' ? texts.goesOn : texts.goesOnHere
  return (
    <>
      <JobCard
        title={title}
        unit={say(texts.unit)}
        job={stateOf(job, say)}
        {...(can('jobs:run') && isUnderWay(job) && { onCancel: () => act(job, 'cancel') })}
        {...(mayGoOn && { onResume: () => act(job, 'resume') })}
      />
      {isUnderWay(job) && <p className="sq-wh-note">{say(goesOn)}</p>}
    </>
  )
}

function stateOf(job: Job, say: Say): JobState {
  const { state, failure, done, total, perSecond, secondsLeft } = job
  if (state === 'queued') return { status: 'waiting' }
  if (state === 'cancelled') {
    return { status: 'cancelled', reached: say(texts.sentBefore, { count: done }) }
  }
  if (state === 'failed') {
    return { status: 'failed', reason: say(texts.jobFailed, { id: failure?.requestId ?? '' }) }
  }
  if (state === 'done') return { status: 'done', result: say(texts.putInLine, { count: done }) }
  return {
    status: 'running',
    stage: say(texts.stage),
    figures: {
      done,
      total: total ?? undefined,
      perSecond: perSecond ?? undefined,
      leftMs: secondsLeft === null ? undefined : secondsLeft * 1000,
    },
  }
}
