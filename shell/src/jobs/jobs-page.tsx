import { Permitted, useModule, useParts } from '@sonaqor/module'
import { Button, Empty, Loaded, LoadMore, Page, Section, useText, useToast } from '@sonaqor/ui'
import type { ReactNode } from 'react'
import { JobCards } from './job-cards.tsx'
import { JobsBar } from './jobs-bar.tsx'
import { useJobsFilter } from './jobs-filter.ts'
import { JobsSkeleton, JobsTable } from './jobs-table.tsx'
import * as texts from './texts/en.ts'
import { useFollowed, useActing, useJobs } from './use-jobs.ts'

function useWords() {
  const say = useText()
  return { title: say(texts.jobs), purpose: say(texts.jobsPurpose) }
}

/** What runs in the background: reachable from wherever one has gone since. */
export default function JobsPage() {
  const say = useText()
  return (
    <Permitted scope="jobs:read" to={say(texts.seeJobs)} page={useWords()}>
      <JobsOfTenant />
    </Permitted>
  )
}

function JobsOfTenant() {
  const say = useText()
  const toast = useToast()
  const { can } = useModule()
  const { filter, isFiltered, narrow, clear, openJob, open, isExporting, ask } = useJobsFilter()
  const jobs = useJobs(filter)
  const act = useActing()
  const { followed, others, dismiss } = useFollowed(jobs.data ?? [])
  const mayExport = can('jobs:run') && can('audit:read')
  const { parts, fetchAhead } = useParts(
    () => import('./jobs-parts.ts'),
    openJob !== undefined || isExporting,
    () => {
      open(undefined)
      ask(false)
      toast({ tone: 'danger', title: say(texts.notOpened), detail: say(texts.connectionHint) })
    },
  )
  const welcome = () => {
    ask(false)
    const detail = say(texts.exportStartedDetail)
    toast({ tone: 'success', title: say(texts.exportStarted), detail })
  }
  const exportButton = mayExport && (
    <Button look="primary" icon="download" onPointerEnter={fetchAhead} onClick={() => ask(true)}>
      {say(texts.exportAuditLog)}
    </Button>
  )

  return (
    <Page
      {...useWords()}
      actions={exportButton}
      bar={<JobsBar filter={filter} onNarrow={narrow} onClear={clear} />}
    >
      <Loaded
        of={jobs}
        loading={<JobsSkeleton />}
        empty={isFiltered ? <NoneFound /> : <NoneYet action={exportButton} />}
      >
        {(rows) => (
          <>
            {followed.length > 0 && <JobCards jobs={followed} onAct={act} onDismiss={dismiss} />}
            {others.length > 0 && (
              <Section title={say(texts.past)}>
                <JobsTable jobs={others} openJob={openJob} onOpen={open} onAct={act} />
              </Section>
            )}
            <LoadMore counted={say(texts.jobsShown, { count: rows.length })} of={jobs} />
          </>
        )}
      </Loaded>
      {parts && openJob && (
        <parts.JobDrawer
          key={openJob}
          id={openJob}
          known={jobs.data?.find(({ id }) => id === openJob)}
          onAct={act}
          onClose={() => open(undefined)}
        />
      )}
      {parts && mayExport && isExporting && (
        <parts.ExportDialog onStarted={welcome} onClose={() => ask(false)} />
      )}
    </Page>
  )
}

function NoneYet({ action }: { readonly action: ReactNode }) {
  const say = useText()
  return (
    <Empty title={say(texts.noJobs)} action={action}>
      {say(texts.noJobsDetail)}
    </Empty>
  )
}

function NoneFound() {
  const say = useText()
  return <Empty title={say(texts.noJobsFound)}>{say(texts.noJobsFoundDetail)}</Empty>
}
