import type { App } from '@sonaqor/contract/apps'
import type { AppVersion } from '@sonaqor/contract/app-version'
import { useModule, useQuery, useQueryClient, useWrite } from '@sonaqor/module'

/** Which version of the API an app speaks, and what a newer one would change for it. */
export function useVersion(id: string) {
  const { api } = useModule()
  return useQuery<AppVersion>({
    queryKey: ['apps', 'version', id],
    queryFn: () => api.apps.version({ params: { id } }),
  })
}

/** Another version, by an upgrade or back again, over the app as it was seen. */
export function useChangeVersion(app: App, onChanged: (after: App) => void) {
  const { api } = useModule()
  const queries = useQueryClient()
  return useWrite({
    areas: ['apps'],
    isUntilRead: true,
    write: (to: string | 'back'): Promise<App> => {
      const seen = { params: { id: app.id }, ifMatch: app.revision }
      return to === 'back'
        ? api.apps.rollBackVersion(seen)
        : api.apps.upgradeVersion({ ...seen, body: { version: to } })
    },
    onSuccess: (after) => {
      queries.setQueryData(['apps', 'one', app.id], after)
      onChanged(after)
    },
  })
}
