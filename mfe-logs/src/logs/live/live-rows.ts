import type { LogEntry } from '@sonaqor/contract/logs'
import type { LogBatch } from '@sonaqor/module'

/** What came in since the list was read: rows that are shown, and rows that wait to be. */
export interface LiveRows {
  readonly shown: readonly LogEntry[]
  readonly waiting: readonly LogEntry[]
  /** How many rows never came, because there were too many to keep up with. */
  readonly missed: number
  /** All that came into view since, newest first, for whoever wants to keep it. */
  readonly record: readonly LogEntry[]
  /** How many never did, since the beginning. */
  readonly leftOut: number
}

export const nothingNew: LiveRows = { shown: [], waiting: [], missed: 0, record: [], leftOut: 0 }

/** More than this is not kept in memory; the list is read from the API again instead. */
export const keptAtMost = 300
/** So many lines can be saved. */
export const recordAtMost = 5000

/** New rows are shown at once, or wait while somebody reads: what is being read never moves. */
export function arrive(rows: LiveRows, batch: LogBatch, isHeld: boolean): LiveRows {
  const arrived = [...batch.entries, ...rows.waiting]
  const waiting = isHeld ? arrived.slice(0, keptAtMost) : []
  const lost = batch.dropped + (isHeld ? arrived.length - waiting.length : 0)
  const counted = { ...rows, missed: rows.missed + lost, leftOut: rows.leftOut + lost }
  if (isHeld) return { ...counted, waiting }
  return recorded({ ...counted, shown: [...arrived, ...rows.shown], waiting }, arrived)
}

const recorded = (rows: LiveRows, seen: readonly LogEntry[]): LiveRows => ({
  ...rows,
  record: [...seen, ...rows.record].slice(0, recordAtMost),
})

/** Lets in what waits. */
export function release(rows: LiveRows): LiveRows {
  if (rows.waiting.length === 0) return rows
  const shown = [...rows.waiting, ...rows.shown]
  return recorded({ ...rows, shown, waiting: [] }, rows.waiting)
}

/** Forgets what had come before the list was read again; what came meanwhile stays. */
export function forget(rows: LiveRows, before: LiveRows): LiveRows {
  const known = new Set([...before.shown, ...before.waiting].map(({ id }) => id))
  const isNew = ({ id }: LogEntry) => !known.has(id)
  const waiting = rows.waiting.filter(isNew)
  return recorded(
    { ...rows, shown: rows.shown.filter(isNew), waiting, missed: rows.missed - before.missed },
    // The list shows them now.
    rows.waiting.filter(({ id }) => known.has(id)),
  )
}

/** One list of both, newest first; a row that came twice is in it once. */
export function merge(live: readonly LogEntry[], read: readonly LogEntry[]): readonly LogEntry[] {
  const once = new Map([...live, ...read].map((entry) => [entry.id, entry]))
  return [...once.values()].toSorted(newestFirst)
}

/** The order of the API: by instant, and by id within one. Both are written so that text sorts. */
function newestFirst(a: LogEntry, b: LogEntry): number {
  if (a.at !== b.at) return a.at < b.at ? 1 : -1
  return a.id < b.id ? 1 : -1
}
