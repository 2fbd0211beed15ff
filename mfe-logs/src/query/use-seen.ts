import type { LogFacets, LogSearch } from '@sonaqor/contract/logs'
import { useModule, useQuery } from '@sonaqor/module'
import { useLook } from '../looks/use-look.ts'
import type { Span } from '../logs/use-span.ts'

/** What the requests in view have in common, once somebody writes a value that could be one of it. */
export function useSeen(filter: LogSearch, span: Span, isWanted: boolean): LogFacets | undefined {
  const { api } = useModule()
  const look = useLook('facets', isWanted && [filter, span])
  const { data } = useQuery({
    queryKey: ['logs', 'facets', filter, span],
    queryFn: () => look(() => api.logs.facets({ query: { ...filter, ...span } })),
    enabled: isWanted,
  })
  // What was counted for something else stands beside nothing.
  return isWanted ? data : undefined
}
