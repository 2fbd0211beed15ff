import type { LogField } from '@sonaqor/contract/log-query'
import type { LogFacets, LogSearch } from '@sonaqor/contract/logs'
import { useModule, useQuery } from '@sonaqor/module'
import { useState } from 'react'
import { useLook } from '../looks/use-look.ts'
import type { Span } from '../logs/use-span.ts'
import type { Sought } from './sought.ts'
import { usePaused } from './use-paused.ts'

/** Nobody reads what is counted between two letters. */
const pauseMs = 200

/** What values are counted of: those of a field, narrowed to what is written of one. */
export interface Counting {
  readonly of: LogField
  /** Missing, or without a term, where all of the filter is counted. */
  readonly sought?: Sought | undefined
}

interface Kept {
  readonly among: string
  readonly isNarrowed: boolean
  readonly data: LogFacets
  readonly seen: LogFacets
}

/**
 * What the requests in view have in common, once somebody writes a value that could be one of it; what they
 * write of it narrows the requests that are counted. Nothing is counted where nothing is wanted.
 */
export function useSeen(
  filter: LogSearch,
  span: Span,
  counting: Counting | undefined,
): LogFacets | undefined {
  const { api } = useModule()
  const narrowing = counting?.sought?.term ?? ''
  const hasPaused = usePaused(narrowing, pauseMs)
  const isWanted = counting !== undefined && (narrowing === '' || hasPaused)
  const asked = narrowing ? { ...filter, q: `${filter.q ?? ''} ${narrowing}`.trim() } : filter
  const look = useLook('facets', isWanted && [asked, span])
  const { data } = useQuery({
    queryKey: ['logs', 'facets', asked, span],
    queryFn: () => look(() => api.logs.facets({ query: { ...asked, ...span } })),
    enabled: isWanted,
  })
  const among = JSON.stringify([filter, span, counting?.of])
  const isNarrowed = narrowing !== ''
  const [kept, keep] = useState<Kept>()
  if (data && isWanted && (kept?.data !== data || kept.among !== among))
    keep({ among, isNarrowed, data, seen: soughtIn(data, counting) })
  // What was counted for something else stands beside nothing, nor a part beside all.
  const isCounted = counting && kept?.among === among && (isNarrowed || !kept.isNarrowed)
  return isCounted ? kept.seen : undefined
}

/** Of other values a part alone was counted; of these all requests, whatever is written of them next. */
function soughtIn(data: LogFacets, { of, sought }: Counting): LogFacets {
  if (!sought?.term || (of !== 'path' && of !== 'ip')) return data
  const { values, ...facet } = data[of]
  return { ...data, [of]: { ...facet, values: values.filter(({ value }) => sought.isIt(value)) } }
}
