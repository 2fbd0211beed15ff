import type { EventTypeEntry } from '@sonaqor/contract/webhook-trials'
import { useModule, useQuery } from '@sonaqor/module'
import { useCallback } from 'react'

interface Catalogue {
  readonly data: readonly EventTypeEntry[]
  readonly takesLoopback?: boolean | undefined
}

/**
 * What can be subscribed to; it changes with a release of ours alone. Of the tenant as a whole no page of a
 * partner hears, but for types that it gets `before`.
 */
export function useEventTypes(before = none) {
  const { kind } = useModule().principal
  return useCatalogue(
    useCallback(
      ({ data }: Catalogue) =>
        data.filter(
          ({ name, isOfTenant }) => kind === 'member' || !isOfTenant || before.includes(name),
        ),
      [kind, before],
    ),
  )
}

const none: readonly string[] = []

/** Whether an endpoint may be on the machine of this Sonaqor, as in the demo. */
export const useTakesLoopback = () => useCatalogue(takesLoopbackIn).data ?? false

const takesLoopbackIn = ({ takesLoopback = false }: Catalogue) => takesLoopback

function useCatalogue<T>(select: (catalogue: Catalogue) => T) {
  const { api } = useModule()
  return useQuery({
    queryKey: ['webhook-types'],
    queryFn: () => api.webhooks.listEventTypes({ query: {} }),
    select,
    staleTime: Infinity,
  })
}
