import type { Job } from '@sonaqor/contract/jobs'
import { Permitted, useLiveStatus, useModule } from '@sonaqor/module'
import { adopt, Badge, Button, Empty, Link, Loaded, Section, Skeleton, useText } from '@sonaqor/ui'
import { isThere } from '../jobs/job-words.ts'
import * as texts from '../jobs/texts/en.ts'
import { useFollowed, useActing, useLatestJobs } from '../jobs/use-jobs.ts'
import { useMay } from '../jobs/use-may.ts'
import { WorkCard } from '../jobs/work-card.tsx'
import sheet from './job-tracker.css'
import { PastJobs } from './past-jobs.tsx'

adopt(sheet)

/** As many as are taken in at a glance; the page of the jobs has all of them. */
const pastAtMost = 5

/** What runs in the background of an app, as a small part of a page of somebody else's. */
export default function JobTracker() {
  const say = useText()
  const { can } = useModule()
  return (
    <div className="sq-tracker">
      <Section title={say(texts.jobTracker)} actions={can('jobs:read') && <Liveness />}>
        <Permitted scope="jobs:read" to={say(texts.seeJobs)}>
          <Tracked />
        </Permitted>
      </Section>
    </div>
  )
}

function Liveness() {
  const say = useText()
  const status = useLiveStatus()
  return (
    <output>
      {status === 'open' && (
        <Badge tone="accent" icon="live">
          {say(texts.live)}
        </Badge>
      )}
      {status === 'off' && <Badge icon="clock">{say(texts.notLive)}</Badge>}
      {status !== 'open' && status !== 'off' && (
        <Badge tone="warning" icon="clock">
          {say(texts.connecting)}
        </Badge>
      )}
    </output>
  )
}

function Tracked() {
  const say = useText()
  const jobs = useLatestJobs()
  const act = useActing()
  const { followed, others, dismiss } = useFollowed(jobs.data ?? [])
  const past = others.slice(0, pastAtMost)
  return (
    <>
      <Loaded
        of={jobs}
        loading={<Skeleton rows={3} />}
        empty={<Empty title={say(texts.noJobs)}>{say(texts.howJobsCome)}</Empty>}
      >
        {() => (
          <>
            {followed.length > 0 && (
              <ul className="sq-tracker-now" aria-label={say(texts.underWay)}>
                {followed.map((job) => (
                  <li key={job.id}>
                    <WorkCard
                      job={job}
                      onAct={act}
                      {...(job.finishedAt !== null && { onDismiss: () => dismiss(job) })}
                    />
                  </li>
                ))}
              </ul>
            )}
            {past.length > 0 && <PastJobs jobs={past} onAct={act} />}
          </>
        )}
      </Loaded>
      <Ways jobs={[...followed, ...past]} />
    </>
  )
}

/** Where all jobs are, and the files that no page of a partner is handed. */
function Ways({ jobs }: { readonly jobs: readonly Job[] }) {
  const say = useText()
  const { navigate, origin, views } = useModule()
  const may = useMay()
  if (views?.includes('home.jobs') !== false) {
    return (
      <div className="sq-tracker-foot">
        <Button look="quiet" size="small" onClick={() => navigate('home.jobs')}>
          {say(texts.allJobs)}
        </Button>
      </div>
    )
  }
  const isElsewhere = (job: Job) => isThere(job) && !may.fetch(job)
  if (!origin || !jobs.some(isElsewhere)) return null
  return (
    <div className="sq-tracker-foot">
      <Link href={`${origin}/work`} look="quiet" outside>
        {say(texts.filesInSonaqor)}
      </Link>
    </div>
  )
}
