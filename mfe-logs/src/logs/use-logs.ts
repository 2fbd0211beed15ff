import type { LogEntry, LogSearch } from '@sonaqor/contract/logs'
import { useLiveStatus, useModule, usePages, useTail } from '@sonaqor/module'
import { instantsOf, type Range } from '@sonaqor/ui'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
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

/** A range with an end of its own is over: nothing new comes in. */
export const hasEnded = (range: Range) => typeof range !== 'string'

/**
 * The log under one filter, newest first: pages from the API, and the rows that came since by the
 * live tail. Another filter, or another range of time, needs another mount.
 */
export function useLogs(
  filter: LogSearch,
  range: Range,
  { holds, isFollowed, isHeld, onEnd }: Manner,
) {
  const [instants] = useState(() => readFrom(range, Date.now()))
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
  const pages = usePages(['logs', filter, instants], async (cursor) => {
    const page = await api.logs.search({ query: { ...filter, ...instants, cursor } })
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

const hourMs = 3_600_000

/**
 * Where the pages begin and end. A preset begins at a round moment (a minute for the shortest, an hour
 * for the longest), so that the same list asked for again is the same question, which is audited
 * once; it is open at its end for whatever comes in.
 */
export function readFrom(range: Range, nowMs: number): { from: string; to?: string } {
  const { from, to } = instantsOf(range, nowMs)
  if (hasEnded(range)) return { from, to }
  const lengthMs = Date.parse(to) - Date.parse(from)
  const roundMs = Math.min(hourMs, lengthMs / 15)
  return { from: new Date(Math.floor(Date.parse(from) / roundMs) * roundMs).toISOString() }
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
