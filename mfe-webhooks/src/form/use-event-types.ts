import type { EventTypeEntry } from '@sonaqor/contract/webhook-trials'
import { useModule, useQuery } from '@sonaqor/module'

/** What can be subscribed to; it changes with a release of ours alone. */
export function useEventTypes() {
  const { api } = useModule()
  return useQuery({
    queryKey: ['webhook-types'],
    queryFn: () => api.webhooks.listEventTypes({ query: {} }),
    select: ofAnswer,
    staleTime: Infinity,
  })
}

const ofAnswer = ({ data }: { readonly data: readonly EventTypeEntry[] }) => data
