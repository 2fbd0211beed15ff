import type { Job } from '@sonaqor/contract/jobs'
import { sizeOf, type JobAct } from '@sonaqor/module'
import {
  Button,
  RelativeTime,
  Said,
  Table,
  TableSkeleton,
  useLocale,
  useText,
  type Column,
} from '@sonaqor/ui'
import type { Say } from '@sonaqor/ui/texts'
import { isThere, stateOf, titleOf } from './job-words.ts'
import { StateBadge } from './state-badge.tsx'
import * as texts from './texts/en.ts'
import { useDownload } from './use-download.ts'
import { useMay } from './use-may.ts'

export interface JobsTableProps {
  readonly jobs: readonly Job[]
  readonly openJob: string | undefined
  readonly onOpen: (id: string) => void
  readonly onAct: (job: Job, verb: JobAct) => void
}

/** What is over, the newest first. */
export function JobsTable({ jobs, openJob, onOpen, onAct }: JobsTableProps) {
  const say = useText()
  const locale = useLocale()
  return (
    <Table
      caption={say(texts.pastJobs)}
      columns={[...columnsIn(say, locale), fileIn(say, onAct)]}
      rows={jobs}
      keyOf={({ id }) => id}
      nameOf={(job) => say(texts.openJob, { title: titleOf(job, say), state: stateOf(job, say) })}
      onOpen={({ id }) => onOpen(id)}
      openKey={openJob}
    />
  )
}

/** The same columns before their rows are there. */
export function JobsSkeleton() {
  return <TableSkeleton columns={columnsIn(useText(), useLocale())} rows={5} />
}

const columnsIn = (say: Say, locale: string): readonly Column<Job>[] => [
  {
    id: 'job',
    title: say(texts.job),
    cell: (job) => <span className="sq-jobs-name">{titleOf(job, say)}</span>,
  },
  {
    id: 'state',
    title: say(texts.state),
    bone: 'badge',
    cell: (job) => <StateBadge job={job} />,
  },
  {
    id: 'rows',
    title: say(texts.rows),
    align: 'end',
    cell: ({ done }) => new Intl.NumberFormat(locale).format(done),
  },
  {
    id: 'size',
    title: say(texts.size),
    align: 'end',
    isAside: true,
    cell: ({ file }) => file && sizeOf(file.bytes, locale),
  },
  {
    id: 'by',
    title: say(texts.by),
    isAside: 'but-in-cards',
    cell: ({ madeBy }) => madeBy.name,
  },
  {
    id: 'when',
    title: say(texts.when),
    align: 'end',
    cell: ({ at, finishedAt }) => <RelativeTime at={finishedAt ?? at} />,
  },
]

const fileIn = (say: Say, onAct: JobsTableProps['onAct']): Column<Job> => ({
  id: 'file',
  title: say(texts.file),
  align: 'end',
  cell: (job) => <RowActs job={job} onAct={onAct} />,
})

interface RowActsProps {
  readonly job: Job
  readonly onAct: JobsTableProps['onAct']
}

/** The one next act of a job that is over: to take its file, or to come by one after all. */
function RowActs({ job, onAct }: RowActsProps) {
  const say = useText()
  const may = useMay()
  const { fetch, isFetching } = useDownload()
  if (job.file && !isThere(job)) {
    return <span className="sq-jobs-aside">{say(texts.fileDeleted)}</span>
  }
  if (job.file && may.fetch(job)) {
    return (
      <Button
        size="small"
        icon="download"
        busy={isFetching(job)}
        aria-label={say(texts.downloadNamed, { name: job.file.fileName })}
        onClick={() => fetch(job)}
      >
        {say(texts.download)}
      </Button>
    )
  }
  if (job.file) {
    return (
      <span className="sq-jobs-aside">
        <Said of={texts.fileTakes} with={{ scope: <code>{may.lacked(job)}</code> }} />
      </span>
    )
  }
  if (!may.goOn(job)) return null
  return (
    <Button
      size="small"
      aria-label={say(texts.resumeNamed, { name: titleOf(job, say) })}
      onClick={() => onAct(job, 'resume')}
    >
      {say(texts.resume)}
    </Button>
  )
}
