import type { FileFormat } from '@sonaqor/contract/exports'
import type { Job } from '@sonaqor/contract/jobs'
import { failureOf, useText, useToast } from '@sonaqor/ui'
import { languageOf } from '../jobs/job-words.ts'
import { useJobAct } from '../jobs/use-job.ts'
import { useQuery } from '../reading/use-query.ts'
import { useExportFile } from '../use-export-file.ts'
import { useLive, useLiveStatus } from '../use-live.ts'
import { useModule } from '../use-module.ts'
import { useReadAgain } from '../use-read-again.ts'
import { useWrite } from '../use-write.ts'
import type { ExportedRows } from './exported.ts'
import * as texts from './texts/en.ts'

/** How much there is of what would be exported. */
export function useSize(rows: ExportedRows) {
  const { api } = useModule()
  return useQuery({
    queryKey: ['exports', 'size', rows],
    queryFn: () => api.exports.measure({ body: rows }),
  })
}

export function useStarting(rows: ExportedRows, onStarted: (job: Job) => void) {
  const { api, locale } = useModule()
  return useWrite({
    areas: ['jobs'],
    isUntilRead: true,
    write: (format: FileFormat) =>
      api.exports.start({ body: { ...rows, format, language: languageOf(locale) } }),
    onSuccess: onStarted,
  })
}

/** While nothing is heard, it is asked for. */
const unheardMs = 5000

/** What was exported before and is worth coming back to, the newest first; it moves as the work does. */
export function useExports(of: ExportedRows['of']) {
  const { api, environment } = useModule()
  const live = useLiveStatus()
  const readAgain = useReadAgain('jobs')
  useLive('jobs', () => void readAgain())
  return useQuery({
    queryKey: ['jobs', 'exports', of, environment],
    queryFn: () =>
      api.jobs.list({ query: { kind: 'exports', mine: 'true', limit: listedAtMost, environment } }),
    select: ({ data }) => data.filter((job) => job.about['of'] === of && isThere(job)),
    refetchInterval: live === 'open' ? false : unheardMs,
  })
}

const listedAtMost = 20
const shownAtMost = 3

const isThere = ({ file, state }: Job) =>
  state !== 'cancelled' && (file === null || new Date(file.expiresAt).getTime() > Date.now())

export const someOf = (jobs: readonly Job[]) => jobs.slice(0, shownAtMost)

/** Stops one, or lets it go on. A refusal is said. */
export function useActing() {
  const say = useText()
  const toast = useToast()
  return useJobAct((error) => {
    const { reason, advice } = failureOf(error, say)
    toast({ tone: 'danger', title: say(texts.exportActFailed), detail: `${reason} ${advice}` })
  })
}

export function useDownload() {
  const say = useText()
  const toast = useToast()
  return useExportFile((error) => {
    const { reason, advice } = failureOf(error, say)
    toast({ tone: 'danger', title: say(texts.notDownloaded), detail: `${reason} ${advice}` })
  })
}
