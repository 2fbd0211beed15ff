import type { Endpoint } from '@sonaqor/contract/webhook-endpoints'
import { useModule, useQuery } from '@sonaqor/module'
import { useText } from '@sonaqor/ui'
import { nameOf } from '../endpoint/endpoint-name.ts'
import * as common from '../texts/en.ts'

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

/**
 * What one is called, and whether it is the test inbox of an app. That is in no list of endpoints, and
 * nor is one that was deleted, whose name nobody knows any more.
 */
export function useEndpointName(id: string) {
  const say = useText()
  const { api } = useModule()
  const names = useEndpointNames()
  const known = names?.get(id)
  const { data } = useQuery({
    queryKey: ['webhooks-unlisted', id],
    queryFn: () => api.webhooks.showEndpoint({ params: { id }, query: {} }),
    enabled: id !== '' && names !== undefined && known === undefined,
    staleTime: Infinity,
  })
  const isInbox = data?.kind === 'inbox'
  return { name: known ?? (isInbox ? say(common.testInbox) : `…${id.slice(-4)}`), isInbox }
}
