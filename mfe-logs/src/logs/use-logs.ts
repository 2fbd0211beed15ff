import type { LogEntry, LogSearch } from '@sonaqor/contract/logs'
import { useLiveStatus, useModule, usePages, useTail } from '@sonaqor/module'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useLook } from '../looks/use-look.ts'
import type { Span } from './use-span.ts'
import { arrive, forget, keptAtMost, merge, nothingNew, release } from './live/live-rows.ts'

interface Manner {
  /** Several tails may share one, in which not every row is of this list. */
  readonly holds?: ((entry: LogEntry) => boolean) | undefined
  /** Whether new rows are asked for as they come in. */
  readonly isFollowed: boolean
  /** While it is held, new rows wait. */
  readonly isHeld: boolean
  /** The server sends no new rows any more. */
  readonly onEnd: () => void
}

/**
 * The log under one filter, newest first: pages from the API, and the rows that came since by the
 * live tail. Another filter, or another span of time, needs another mount.
 */
export function useLogs(
  filter: LogSearch,
  span: Span,
  { holds, isFollowed, isHeld, onEnd }: Manner,
) {
  const [live, setLive] = useState(nothingNew)
  // The tail starts before the list is read, so that no row falls between the two.
  useTail(
    isFollowed ? filter : undefined,
    ({ entries, dropped }) => {
      const batch = { entries: holds ? entries.filter(holds) : entries, dropped }
      setLive((rows) => arrive(rows, batch, isHeld))
    },
    onEnd,
  )
  const { api } = useModule()
  const [lookedTo, setLookedTo] = useState<string | null>()
  const look = useLook('list', [filter, span])
  const pages = usePages(['logs', filter, span], async (cursor) => {
    const page = await look(() => api.logs.search({ query: { ...filter, ...span, cursor } }))
    setLookedTo(page.lookedTo)
    return page
  })

  const readAgain = async () => {
    const { isSuccess } = await pages.refetch()
    if (isSuccess) setLive((rows) => forget(rows, live))
  }
  useWhen(useLiveStatus() === 'open', () => void readAgain())
  useWhen(isFollowed, () => void readAgain())
  useWhen(live.shown.length > keptAtMost, () => void readAgain())
  useWhen(!isHeld, () => setLive(release))

  return {
    rows: {
      status: pages.status,
      data: pages.data && merge(live.shown, pages.data),
      error: pages.error,
      refetch: pages.refetch,
    },
    pages,
    /** So far back was looked, where it would have taken too long to look at all. */
    lookedTo,
    waiting: live.waiting.length,
    missed: live.missed,
    record: live.record,
    leftOut: live.leftOut,
    showWaiting: () => setLive(release),
    readAgain,
  }
}

/** Acts each time that something becomes true: a lost connection stands again, say. */
function useWhen(isSo: boolean, act: () => void) {
  const wasSo = useRef(isSo)
  const acts = useEffectEvent(act)
  useEffect(() => {
    if (isSo && !wasSo.current) acts()
    wasSo.current = isSo
  }, [isSo])
}
