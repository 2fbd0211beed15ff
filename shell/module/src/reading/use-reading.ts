import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { keptMs, type Entry, type Read } from './entry.ts'
import { onNetworkBack } from './network.ts'
import { begun, type Reading } from './reading.ts'
import type { Key } from './store.ts'
import { useQueryClient } from './use-store.ts'

export interface Wish<Data> {
  readonly queryKey: Key
  /** It is not asked for while this is false. */
  readonly enabled?: boolean
  /** How long what was read is good enough for whoever comes to look at it. */
  readonly staleTime?: number
  /** How long it is kept when nobody looks any more. */
  readonly gcTime?: number
  /** It is read when somebody comes to look at it, however young it is. */
  readonly refetchOnMount?: 'always'
  /** What is known before it was read for the first time. */
  readonly initialData?: Data
  /** What stands in its place until it is there; it is given what stood there before. */
  readonly placeholderData?: (before: Data | undefined) => Data | undefined
  readonly refetchInterval?:
    | number
    | false
    | ((of: { readonly state: Reading<Data> }) => number | false)
}

const isWanted = ({ data, isOutdated, readAt }: Reading<unknown>, youngMs: number): boolean =>
  data === undefined || isOutdated || readAt + youngMs <= Date.now()

/**
 * Keeps one thing in view: reads it when somebody comes to look at it, when the network is back, and
 * when it has become old. Answers with it as it stands, and with its entry, by which more is asked.
 */
export function useReading<Data>(wish: Wish<Data>, read: Read<Data>) {
  const { queryKey, enabled = true, gcTime = keptMs, refetchOnMount, initialData } = wish
  const store = useQueryClient()
  const { staleTime = store.youngMs } = wish
  const entry = store.entryOf<Data>(queryKey)
  if (initialData !== undefined) entry.seed(initialData)

  const [by] = useState(() => ({}))
  const latest = useRef({ wish, read })
  useEffect(() => {
    latest.current = { wish, read }
  })
  const canRead = useCallback(
    () => ((latest.current.wish.enabled ?? true) ? latest.current.read : undefined),
    [],
  )
  const subscribe = useCallback(
    (changed: () => void) => entry.watch({ by, changed, read: canRead }),
    [entry, by, canRead],
  )
  const state = useSyncExternalStore(subscribe, entry.state)

  useEffect(() => entry.keep(gcTime), [entry, gcTime])
  useEffect(() => {
    const mustRead = refetchOnMount === 'always' || isWanted(entry.state(), staleTime)
    if (enabled && mustRead) void entry.ask(latest.current.read)
  }, [entry, enabled, refetchOnMount, staleTime])
  useReadAgainInTime(entry, canRead, intervalOf(wish, state))
  useEffect(
    () =>
      onNetworkBack(() => {
        const reader = canRead()
        if (reader && isWanted(entry.state(), staleTime)) void entry.ask(reader)
      }),
    [entry, canRead, staleTime],
  )

  // As it will be once it was asked for, which is after it was drawn so for the first time.
  const isAboutToAsk =
    enabled &&
    !entry.isReadBy(by) &&
    state.fetchStatus === 'idle' &&
    (refetchOnMount === 'always' || isWanted(state, staleTime))
  const shown = usePlaceholder(isAboutToAsk ? begun(state) : state, wish)
  return { entry, state: shown }
}

function usePlaceholder<Data>(state: Reading<Data>, { placeholderData }: Wish<Data>) {
  const [before, setBefore] = useState(state.data)
  const isNew = state.data !== undefined && !Object.is(state.data, before)
  // Whoever has nothing stand in its place is not drawn twice for that.
  if (placeholderData && isNew) setBefore(state.data)
  if (state.status !== 'pending') return { ...state, isPlaceholderData: false }
  const data = placeholderData?.(before)
  if (data === undefined) return { ...state, isPlaceholderData: false }
  return { ...state, status: 'success' as const, data, isPlaceholderData: true }
}

const intervalOf = <Data>({ refetchInterval }: Wish<Data>, state: Reading<Data>) =>
  typeof refetchInterval === 'function' ? refetchInterval({ state }) : (refetchInterval ?? false)

/** A page that nobody sees asks for nothing. */
function useReadAgainInTime<Data>(
  entry: Entry<Data>,
  canRead: () => Read<Data> | undefined,
  every: number | false,
): void {
  useEffect(() => {
    if (!every) return
    const timer = setInterval(() => {
      const read = canRead()
      if (read && document.visibilityState !== 'hidden') void entry.ask(read)
    }, every)
    return () => clearInterval(timer)
  }, [entry, canRead, every])
}
