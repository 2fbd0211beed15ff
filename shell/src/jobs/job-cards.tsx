import type { Job } from '@sonaqor/contract/jobs'
import { isUnderWay, type JobAct } from '@sonaqor/module'
import { Section, useText } from '@sonaqor/ui'
import * as texts from './texts/en.ts'
import { WorkCard } from './work-card.tsx'

export interface JobCardsProps {
  readonly jobs: readonly Job[]
  readonly onAct: (job: Job, verb: JobAct) => void
  readonly onDismiss: (job: Job) => void
}

/** What is under way, and what has ended since one began to look. */
export function JobCards({ jobs, onAct, onDismiss }: JobCardsProps) {
  const say = useText()
  return (
    <Section title={say(texts.underWay)}>
      <ul className="sq-jobs-cards">
        {jobs.map((job) => (
          <li key={job.id}>
            <WorkCard
              job={job}
              onAct={onAct}
              {...(!isUnderWay(job) && { onDismiss: () => onDismiss(job) })}
            />
          </li>
        ))}
      </ul>
    </Section>
  )
}
