import type { Job } from '@sonaqor/contract/jobs'
import { sizeOf, useManifest, type JobAct } from '@sonaqor/module'
import {
  Button,
  Copied,
  Drawer,
  Fact,
  Facts,
  Loaded,
  Moment,
  Said,
  Skeleton,
  useLocale,
  useText,
} from '@sonaqor/ui'
import { isThere, reasonOf, titleOf } from './job-words.ts'
import { StateBadge } from './state-badge.tsx'
import * as texts from './texts/en.ts'
import { useDownload } from './use-download.ts'
import { useJob } from './use-jobs.ts'
import { useMay } from './use-may.ts'

export interface JobDrawerProps {
  readonly id: string
  /** What the list says of it. */
  readonly known: Job | undefined
  readonly onAct: (job: Job, verb: JobAct) => void
  readonly onClose: () => void
}

/** Everything about one job, and what can be done about it. */
export function JobDrawer({ id, known, onAct, onClose }: JobDrawerProps) {
  const say = useText()
  const job = useJob(id, known)
  return (
    <Drawer
      title={job.data ? titleOf(job.data, say) : say(texts.job)}
      aside={job.data && <StateBadge job={job.data} />}
      actions={job.data && <Acts job={job.data} onAct={onAct} />}
      onClose={onClose}
    >
      <Loaded of={job} loading={<Skeleton rows={6} />}>
        {(found) => <JobFacts job={found} />}
      </Loaded>
    </Drawer>
  )
}

function Acts({ job, onAct }: Pick<JobDrawerProps, 'onAct'> & { readonly job: Job }) {
  const say = useText()
  const may = useMay()
  const { fetch, isFetching } = useDownload()
  return (
    <>
      {may.stop(job) && <Button onClick={() => onAct(job, 'cancel')}>{say(texts.cancel)}</Button>}
      {may.goOn(job) && (
        <>
          <Button onClick={() => onAct(job, 'retry')}>{say(texts.retry)}</Button>
          <Button look="primary" onClick={() => onAct(job, 'resume')}>
            {say(texts.resume)}
          </Button>
        </>
      )}
      {may.fetch(job) && job.file && isThere(job) && (
        <Button look="primary" icon="download" busy={isFetching(job)} onClick={() => fetch(job)}>
          {say(texts.download)}
        </Button>
      )}
    </>
  )
}

function JobFacts({ job }: { readonly job: Job }) {
  const say = useText()
  const locale = useLocale()
  const { failure, file, startedAt, finishedAt } = job
  const may = useMay()
  return (
    <>
      {failure && <p className="sq-jobs-why">{reasonOf(failure, say)}</p>}
      <Facts>
        {failure && (
          <Fact name={say(texts.requestId)}>
            <Copied text={failure.requestId} what={say(texts.requestId)} />
          </Fact>
        )}
        <Fact name={say(texts.rows)}>{new Intl.NumberFormat(locale).format(job.done)}</Fact>
        {file && (
          <>
            <Fact name={say(texts.size)}>{sizeOf(file.bytes, locale)}</Fact>
            <Fact name={say(texts.sha256)}>
              <Copied text={file.sha256} what={say(texts.sha256)} />
            </Fact>
            <Fact name={say(texts.availableUntil)}>
              {isThere(job) ? <Moment at={file.expiresAt} /> : say(texts.fileDeleted)}
            </Fact>
            {!may.fetch(job) && isThere(job) && (
              <Fact name={say(texts.file)}>
                <Said of={texts.fileTakes} with={{ scope: <code>{may.lacked(job)}</code> }} />
              </Fact>
            )}
            {may.fetch(job) && <FilterOf job={job} />}
          </>
        )}
        <Fact name={say(texts.by)}>{job.madeBy.name}</Fact>
        <Fact name={say(texts.askedFor)}>
          <Moment at={job.at} />
        </Fact>
        {startedAt && (
          <Fact name={say(texts.started)}>
            <Moment at={startedAt} />
          </Fact>
        )}
        {finishedAt && (
          <Fact name={say(texts.finished)}>
            <Moment at={finishedAt} />
          </Fact>
        )}
      </Facts>
    </>
  )
}

/** What it was narrowed by, in the names of the API: they are what whoever asks for it again has to send. */
function FilterOf({ job }: { readonly job: Job }) {
  const say = useText()
  const manifest = useManifest(job)
  const filter = Object.entries(manifest.data?.filter ?? {})
  return (
    <Fact name={say(texts.filter)}>
      {filter.length === 0
        ? say(texts.whole)
        : filter.map(([name, value]) => (
            <div key={name}>
              <code>{`${name}=${String(value)}`}</code>
            </div>
          ))}
    </Fact>
  )
}
