import type { App } from '@sonaqor/contract/apps'
import { useModule, useQuery } from '@sonaqor/module'

/** As many apps as one page of the API holds. */
const limit = 200
/** A select with more is no choice any more. */
export const appsAtMost = 1000

/** The apps that a key may belong to here, for their names and to choose from. */
export function useApps() {
  const { api, app, can, environment, project } = useModule()
  const { data, status, error, refetch } = useQuery({
    queryKey: ['apps', environment, project?.id, app?.id],
    queryFn: async () => {
      const apps: App[] = []
      let cursor: string | undefined
      do {
        const query = { environment, projectId: project?.id, appId: app?.id, limit, cursor }
        // Where a page begins is known from the one before alone.
        const { data: more, page } = await api.apps.list({ query })
        apps.push(...more)
        cursor = page.next ?? undefined
      } while (cursor && apps.length < appsAtMost)
      return { apps, areAll: !cursor }
    },
    // A partner's page may show keys without the right to read apps; then ids stay without names.
    enabled: can('apps:read'),
  })
  return { data: data?.apps, areAll: data?.areAll ?? true, status, error, refetch }
}
