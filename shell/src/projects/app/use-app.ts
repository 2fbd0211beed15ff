import type { App, AppChange, ChangedApp } from '@sonaqor/contract/apps'
import type { AppActivity } from '@sonaqor/contract/app-activity'
import {
  useLive,
  useModule,
  useQuery,
  useQueryClient,
  useReadAgain,
  useWrite,
} from '@sonaqor/module'

/** One app, which follows what becomes of it and of its project elsewhere. */
export function useLiveApp(id: string) {
  const { api } = useModule()
  const readAgain = useReadAgain('apps')
  useLive('apps', () => void readAgain())
  useLive('projects', () => void readAgain())
  return useQuery<App>({
    queryKey: ['apps', 'one', id],
    queryFn: () => api.apps.show({ params: { id } }),
  })
}

/** What was asked with the keys of an app within the last days. */
export function useActivity(id: string) {
  const { api } = useModule()
  return useQuery<AppActivity>({
    queryKey: ['apps', 'activity', id],
    queryFn: () => api.apps.activity({ params: { id } }),
    refetchInterval: everyMinute,
  })
}

const everyMinute = 60_000

/** Whether an address would pass now: one's own where none is named. */
export function useVerdict(id: string, ip: string, enabled = true) {
  const { api } = useModule()
  return useQuery({
    queryKey: ['apps', 'verdict', id, ip],
    queryFn: () => api.apps.checkIp({ params: { id }, query: { ip: ip || undefined } }),
    enabled,
  })
}

/** Changes the version of an app that was seen. `onSaved` is told before anybody else hears of it. */
export function useChangeApp(id: string, onSaved: (saved: ChangedApp) => void) {
  const { api } = useModule()
  const queries = useQueryClient()
  return useWrite({
    areas: ['apps'],
    write: ({ change, revision }: { change: AppChange; revision: number }) =>
      api.apps.update({ params: { id }, body: change, ifMatch: revision }),
    onSuccess: (saved) => {
      onSaved(saved)
      const { warnings: _, ...app } = saved
      queries.setQueryData(['apps', 'one', id], app)
    },
  })
}
