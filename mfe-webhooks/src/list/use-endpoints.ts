import type { Endpoint } from '@sonaqor/contract/webhook-endpoints'
import { useModule, usePages, useQuery, useReadAgain } from '@sonaqor/module'
import type { Range } from '@sonaqor/ui'
import { nameOf } from '../endpoint/endpoint-name.ts'
import { instantsIn, type EndpointsFilter } from './endpoints-filter.ts'
import { useFollowing } from './use-following.ts'

/** An app has fifty at most, so that one page holds those of a few. */
const limit = 100

/** The endpoints that are in view, with how they did over a range; they follow what happens to them. */
export function useEndpoints({ state, appId, search }: EndpointsFilter, range: Range) {
  const { api, app, environment, project } = useModule()
  const narrowed = {
    environment,
    projectId: project?.id,
    appId: app?.id ?? (appId || undefined),
    state: state || undefined,
    limit,
  }
  useFollowing()
  const pages = usePages(['webhooks', 'endpoints', narrowed, range], (cursor) =>
    api.webhooks.listEndpoints({ query: { ...narrowed, ...instantsIn(range), cursor } }),
  )
  return { ...pages, data: pages.data && sought(pages.data, search) }
}

/** They are few, and all at hand: every word has to stand in the label or the address. */
function sought(endpoints: readonly Endpoint[], search: string): readonly Endpoint[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return endpoints
  return endpoints.filter((endpoint) => {
    const held = `${nameOf(endpoint)} ${endpoint.url}`.toLowerCase()
    return words.every((word) => held.includes(word))
  })
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
