import type { Endpoint } from '@sonaqor/contract/webhook-endpoints'
import { useModule, useQuery } from '@sonaqor/module'
import { nameOf } from '../endpoint/endpoint-name.ts'

/** What the endpoints are called that deliveries are for. */
export function useEndpointNames() {
  const { api, app, environment, project } = useModule()
  const narrowed = { environment, projectId: project?.id, appId: app?.id }
  const { data } = useQuery({
    queryKey: ['webhooks', 'names', narrowed],
    queryFn: () => api.webhooks.listEndpoints({ query: { ...narrowed, limit: 200 } }),
    select: namesIn,
  })
  return data
}

const namesIn = ({ data }: { readonly data: readonly Endpoint[] }): ReadonlyMap<string, string> =>
  new Map(data.map((endpoint) => [endpoint.id, nameOf(endpoint)]))
