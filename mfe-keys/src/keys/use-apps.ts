import { useModule, useQuery } from '@sonaqor/module'

/** As many apps as one page of the API holds; a tenant with more narrows by its environment. */
const limit = 200

/** The apps that a key may belong to here, for their names and to choose from. */
export function useApps() {
  const { api, app, can, environment } = useModule()
  return useQuery({
    queryKey: ['apps', environment, app?.id],
    queryFn: async () => {
      const { data } = await api.apps.list({ query: { environment, appId: app?.id, limit } })
      return data
    },
    // A partner's page may show keys without the right to read apps; then ids stay without names.
    enabled: can('apps:read'),
  })
}
