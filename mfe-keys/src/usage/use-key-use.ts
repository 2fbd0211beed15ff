import type { Key } from '@sonaqor/contract/keys'
import { keepPreviousData, useModule, useQuery, useViewState } from '@sonaqor/module'
import { instantsOf, readRange, writeRange, type Instants, type Range } from '@sonaqor/ui'
import { useMemo, useState } from 'react'

const usual: Range = '7d'
const unchosen = { use: writeRange(usual) }
const minuteMs = 60_000

/** Which range the use of a key is looked at in; as all that is chosen, it stands in the address. */
export function useUseRange() {
  const [{ use }, choose] = useViewState(unchosen)
  const range = useMemo(() => readRange(use) ?? usual, [use])
  const [openedAtMs] = useState(() => Date.now())
  // A range that ends now ends at a whole minute, so that drawing it again asks nothing anew.
  const instants = useMemo(
    () => instantsOf(range, Math.ceil(openedAtMs / minuteMs) * minuteMs),
    [range, openedAtMs],
  )
  return { range, instants, setRange: (to: Range) => choose({ use: writeRange(to) }) }
}

/** What was asked with a key over time, and how that was answered. */
export function useCourse({ id: keyId }: Key, instants: Instants) {
  const { api } = useModule()
  return useQuery({
    queryKey: ['logs', 'of-key', keyId, 'course', instants],
    queryFn: () => api.logs.histogram({ query: { keyId, ...instants } }),
    placeholderData: keepPreviousData,
  })
}

/** What was asked for with it. */
export function useEndpoints({ id: keyId }: Key, instants: Instants) {
  const { api } = useModule()
  return useQuery({
    queryKey: ['logs', 'of-key', keyId, 'endpoints', instants],
    queryFn: () => api.logs.facets({ query: { keyId, ...instants } }),
    select: ({ path }) => path,
    placeholderData: keepPreviousData,
  })
}

/** The same of the last week, for whoever may not read logs: counts alone, and no endpoints. */
export function useWeek({ id }: Key) {
  const { api } = useModule()
  return useQuery({
    queryKey: ['keys', 'uses', [id]],
    queryFn: async () => (await api.keys.usage({ query: { keyIds: id } })).keys,
    select: ([use]) => use,
  })
}
