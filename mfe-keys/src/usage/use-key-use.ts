import type { Key } from '@sonaqor/contract/keys'
import { keepPreviousData, useModule, useQuery, useViewState } from '@sonaqor/module'
import { instantsOf, readRange, writeRange, type Instants, type Range } from '@sonaqor/ui'
import { useMemo } from 'react'
import { rotationOf } from '../rotate/rotation-of.ts'
import { useLastPulse } from './use-pulse.ts'
import { isLater } from './use-uses.ts'

const usual: Range = '7d'
const unchosen = { use: writeRange(usual) }
const minuteMs = 60_000

/** What the use of a key is told of: the range, and since when it is looked at. */
export interface Looked {
  readonly openedAtMs: number
  /** Later than that, once there is more to tell. */
  readonly asOf: string | undefined
}

/** Which range the use of a key is looked at in; as all that is chosen, it stands in the address. */
export function useUseRange({ openedAtMs, asOf }: Looked) {
  const [{ use }, choose] = useViewState(unchosen)
  const range = useMemo(() => readRange(use) ?? usual, [use])
  const nowMs = asOf === undefined ? openedAtMs : Math.max(openedAtMs, Date.parse(asOf))
  // A range that ends now ends at a whole minute, so that drawing it again asks nothing anew.
  const endMs = Math.ceil(nowMs / minuteMs) * minuteMs
  const instants = useMemo(() => instantsOf(range, endMs), [range, endMs])
  return { range, instants, setRange: (to: Range) => choose({ use: writeRange(to) }) }
}

/**
 * What is told here is read anew with what stands beside it, so that neither lags behind the other: while a
 * key rotates, with its cockpit; else as soon as a later use of it is told, or more of it is counted.
 */
export function useMoment(key: Key, openedAtMs: number, isHere = true): string | undefined {
  const { api } = useModule()
  const { data } = useQuery({ ...rotationOf(key, api), enabled: isHere && key.oldSecret !== null })
  const changedAt = useLastPulse(key)?.changedAt
  if (key.oldSecret) return data?.asOf
  const { lastUsedAt } = key
  if (!lastUsedAt || Date.parse(lastUsedAt) <= openedAtMs) return changedAt
  return changedAt && isLater(changedAt, lastUsedAt) ? changedAt : lastUsedAt
}

/** What was asked with a key over time, and how that was answered. */
export function useCourse({ id: keyId }: Key, instants: Instants, asOf: string | undefined) {
  const { api } = useModule()
  return useQuery({
    queryKey: ['logs', 'of-key', keyId, 'course', instants, asOf],
    queryFn: () => api.logs.histogram({ query: { keyId, ...instants } }),
    placeholderData: keepPreviousData,
  })
}

/** What was asked for with it. */
export function useEndpoints({ id: keyId }: Key, instants: Instants, asOf: string | undefined) {
  const { api } = useModule()
  return useQuery({
    queryKey: ['logs', 'of-key', keyId, 'endpoints', instants, asOf],
    queryFn: () => api.logs.facets({ query: { keyId, ...instants } }),
    select: ({ path }) => path,
    placeholderData: keepPreviousData,
  })
}

/** The same of the last week, for whoever may not read logs: counts alone, and no endpoints. */
export function useWeek({ id }: Key, asOf: string | undefined) {
  const { api } = useModule()
  return useQuery({
    queryKey: ['keys', 'uses', [id], asOf],
    queryFn: async () => (await api.keys.usage({ query: { keyIds: id } })).keys,
    select: ([use]) => use,
    placeholderData: keepPreviousData,
  })
}
