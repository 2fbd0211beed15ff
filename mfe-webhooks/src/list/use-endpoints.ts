import type { Endpoint } from '@sonaqor/contract/webhook-endpoints'
import { useModule, usePages, useQuery, useReadAgain } from '@sonaqor/module'
import type { Range } from '@sonaqor/ui'
import { instantsIn, type EndpointsFilter } from './endpoints-filter.ts'
import { useFollowing } from './use-following.ts'

/** An app has fifty at most, so that one page holds those of a few. */
const limit = 100
/** What the API looks for is no longer. */
const searchedMax = 200

/** The endpoints that are in view, with how they did over a range; they follow what happens to them. */
export function useEndpoints({ state, appId, search }: EndpointsFilter, range: Range) {
  const { api, app, environment, project } = useModule()
  const narrowed = {
    environment,
    projectId: project?.id,
    appId: app?.id ?? (appId || undefined),
    state: state || undefined,
    q: search.trim().slice(0, searchedMax) || undefined,
    limit,
  }
  useFollowing()
  return usePages(['webhooks', 'endpoints', narrowed, range], (cursor) =>
    api.webhooks.listEndpoints({ query: { ...narrowed, ...instantsIn(range), cursor } }),
  )
}

/** One endpoint, which need not be among those in view. `known` is what the list says of it. */
export function useEndpoint(id: string, range: Range, known?: Endpoint) {
  const { api } = useModule()
  return useQuery({
    queryKey: ['webhooks', 'endpoint', id, range],
    queryFn: () => api.webhooks.showEndpoint({ params: { id }, query: instantsIn(range) }),
    ...(known && { initialData: known }),
    refetchOnMount: 'always' as const,
  })
}

/** Opens the view that adds an endpoint, which alone may show its secret. */
export function useAddEndpoint(chosenApp: string): () => Promise<void> {
  const { app, open } = useModule()
  const appId = app?.id ?? chosenApp
  const readAgain = useReadAgain('webhooks')
  return async () => {
    const { done } = await open('webhooks.create', appId ? { appId } : undefined)
    if (done) await readAgain()
  }
}
