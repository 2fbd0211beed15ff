import type { FileFormat, NewExport } from '@sonaqor/contract/exports'
import type { Job } from '@sonaqor/contract/jobs'
import {
  languageOf,
  useExportFile,
  useJobAct,
  useLive,
  useLiveStatus,
  useModule,
  useQuery,
  useReadAgain,
  useWrite,
} from '@sonaqor/module'
import { failureOf, useText, useToast } from '@sonaqor/ui'
import * as texts from './texts/en.ts'

export type ExportFilter = Extract<NewExport, { readonly of: 'logs' }>['filter']

/** How much there is of what would be exported. */
export function useSize(filter: ExportFilter) {
  const { api } = useModule()
  return useQuery({
    queryKey: ['exports', 'size', filter],
    queryFn: () => api.exports.measure({ body: { of: 'logs', filter } }),
  })
}

export function useStarting(filter: ExportFilter, onStarted: (job: Job) => void) {
  const { api, locale } = useModule()
  return useWrite({
    areas: ['jobs'],
    isUntilRead: true,
    write: (format: FileFormat) =>
      api.exports.start({
        body: { of: 'logs', format, filter, language: languageOf(locale) },
      }),
    onSuccess: onStarted,
  })
}

/** While nothing is heard, it is asked for. */
const unheardMs = 5000

/** What was exported before and is worth coming back to, the newest first; it moves as the work does. */
export function useExports() {
  const { api, environment } = useModule()
  const live = useLiveStatus()
  const readAgain = useReadAgain('jobs')
  useLive('jobs', () => void readAgain())
  return useQuery({
    queryKey: ['jobs', 'log-exports', environment],
    queryFn: () =>
      api.jobs.list({ query: { kind: 'exports', mine: 'true', limit: listedAtMost, environment } }),
    select: ofLogs,
    refetchInterval: live === 'open' ? false : unheardMs,
  })
}

const listedAtMost = 20
const shownAtMost = 3

const ofLogs = ({ data }: { readonly data: readonly Job[] }) =>
  data.filter(({ about, file, state }) => {
    const isKept = file === null || new Date(file.expiresAt).getTime() > Date.now()
    return about['of'] === 'logs' && isKept && state !== 'cancelled'
  })

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
