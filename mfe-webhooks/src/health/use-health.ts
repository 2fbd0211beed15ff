import { keepPreviousData, useModule, useQuery } from '@sonaqor/module'
import type { Range } from '@sonaqor/ui'
import { instantsIn } from '../list/endpoints-filter.ts'

/** While nothing is heard of it, it is counted again. */
const againMs = 60_000

/** How one endpoint did over a range, or all of them together. */
export function useHealth(range: Range, endpointId?: string) {
  const { api, app, environment, project } = useModule()
  const narrowed = { environment, projectId: project?.id, appId: app?.id, endpointId }
  return useQuery({
    queryKey: ['webhooks', 'health', narrowed, range],
    queryFn: () => api.webhooks.health({ query: { ...narrowed, ...instantsIn(range) } }),
    placeholderData: keepPreviousData,
    refetchInterval: typeof range === 'string' ? againMs : false,
  })
}
