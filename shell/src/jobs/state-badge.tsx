import type { Job } from '@sonaqor/contract/jobs'
import { Badge, useText, type IconName, type Tone } from '@sonaqor/ui'
import { stateOf } from './job-words.ts'

const looks = {
  queued: ['neutral', 'clock'],
  running: ['accent', 'play'],
  done: ['success', 'check'],
  failed: ['danger', 'alert'],
  cancelled: ['neutral', 'block'],
} satisfies Record<Job['state'], readonly [Tone, IconName]>

/** Where a job stands, in a word with its sign. */
export function StateBadge({ job }: { readonly job: Pick<Job, 'state'> }) {
  const say = useText()
  const [tone, icon] = looks[job.state]
  return (
    <Badge tone={tone} icon={icon}>
      {stateOf(job, say)}
    </Badge>
  )
}
