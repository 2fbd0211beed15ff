import type { LogFacets, LogSearch } from '@sonaqor/contract/logs'
import { useModule, useQuery } from '@sonaqor/module'
import { useState } from 'react'
import { useLook } from '../looks/use-look.ts'
import type { Span } from '../logs/use-span.ts'
import { usePaused } from './use-paused.ts'

/** Nobody reads what is counted between two letters. */
const pauseMs = 200

/**
 * What the requests in view have in common, once somebody writes a value that could be one of it; what they
 * write of it narrows the requests that are counted, and is undefined where nothing is wanted.
 */
export function useSeen(
  filter: LogSearch,
  span: Span,
  narrowing: string | undefined,
): LogFacets | undefined {
  const { api } = useModule()
  const hasPaused = usePaused(narrowing ?? '', pauseMs)
  const isWanted = narrowing !== undefined && (narrowing === '' || hasPaused)
  const asked = narrowing ? { ...filter, q: `${filter.q ?? ''} ${narrowing}`.trim() } : filter
  const look = useLook('facets', isWanted && [asked, span])
  const { data } = useQuery({
    queryKey: ['logs', 'facets', asked, span],
    queryFn: () => look(() => api.logs.facets({ query: { ...asked, ...span } })),
    enabled: isWanted,
  })
  // A value has as many of the same requests, whatever was written of it.
  const among = JSON.stringify([filter, span])
  const [kept, keep] = useState<{ among: string; seen: LogFacets }>()
  if (data && isWanted && kept?.seen !== data) keep({ among, seen: data })
  // What was counted for something else stands beside nothing.
  if (narrowing === undefined) return undefined
  return (isWanted && data) || (kept?.among === among ? kept.seen : undefined)
}
