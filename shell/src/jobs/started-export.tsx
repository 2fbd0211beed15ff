import type { Job } from '@sonaqor/contract/jobs'
import { isUnderWay, useStartedJob } from '@sonaqor/module'
import { useArrival, useText } from '@sonaqor/ui'
import * as texts from './texts/en.ts'
import { useActing } from './use-jobs.ts'
import { WorkCard } from './work-card.tsx'

/** An export that was just started: how far it is, its file, and that nobody has to wait for it. */
export function StartedExport({ job }: { readonly job: Job }) {
  const say = useText()
  const place = useArrival<HTMLDivElement>()
  const now = useStartedJob(job)
  const act = useActing()
  return (
    <div ref={place} className="sq-jobs-started" tabIndex={-1}>
      <WorkCard job={now} onAct={act} />
      <p className="sq-jobs-aside">
        {say(isUnderWay(now) ? texts.exportGoesOn : texts.exportStands)}
      </p>
    </div>
  )
}
