import type { LogFacets, LogFilter } from '@sonaqor/contract/logs'
import { keepPreviousData, useModule, useQuery } from '@sonaqor/module'
import type { Range } from '@sonaqor/ui'
import { useInstants } from '../insight/use-instants.ts'

/** What the requests in view have in common, once somebody writes a value that could be one of it. */
export function useSeen(filter: LogFilter, range: Range, isWanted: boolean): LogFacets | undefined {
  const { api } = useModule()
  const instants = useInstants(range)
  const { data } = useQuery({
    queryKey: ['logs', 'facets', filter, instants],
    queryFn: () => api.logs.facets({ query: { ...filter, ...instants } }),
    enabled: isWanted,
    placeholderData: keepPreviousData,
    // Nobody writes by counts of the last second.
    staleTime: 60_000,
  })
  return data
}
