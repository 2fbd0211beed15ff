import type { LiveEvent } from '@sonaqor/contract/live'
import type { LogSearch } from '@sonaqor/contract/logs'
import { useEffect, useEffectEvent, useSyncExternalStore } from 'react'
import type { LiveStatus, LogBatch } from './host.ts'
import { useModule } from './use-module.ts'

/** Calls back when something happened in an area: `useLive('keys', () => keys.refetch())`. */
export function useLive(area: string, listener: (events: readonly LiveEvent[]) => void): void {
  const { live } = useModule()
  const heard = useEffectEvent(listener)
  useEffect(() => live.subscribe(area, (events) => heard(events)), [live, area])
}

/**
 * Hears new log rows while `filter` is given; `undefined` pauses the tail. When the server has ended
 * it, `onEnd` is told, and nothing comes until the filter was gone and is given again.
 */
export function useTail(
  filter: LogSearch | undefined,
  listener: (batch: LogBatch) => void,
  onEnd?: () => void,
): void {
  const { live } = useModule()
  const heard = useEffectEvent(listener)
  const ended = useEffectEvent(() => onEnd?.())
  // A filter is compared by what it says, for callers build a new object at each drawing.
  const written = filter && JSON.stringify(filter)
  useEffect(() => {
    if (!written) return
    return live.tail(
      JSON.parse(written) as LogSearch,
      (batch) => heard(batch),
      () => ended(),
    )
  }, [live, written])
}

/** Whether the page hears live events now, for a word beside what claims to be live. */
export function useLiveStatus(): LiveStatus {
  const { live } = useModule()
  return useSyncExternalStore(live.onStatus, live.status)
}
