import type { LogEntry } from '@sonaqor/contract/logs'
import type { LogBatch } from '@sonaqor/module'

/** What came in since the list was read: rows that are shown, and rows that wait to be. */
export interface LiveRows {
  readonly shown: readonly LogEntry[]
  readonly waiting: readonly LogEntry[]
  /** How many rows never came, because there were too many to keep up with. */
  readonly missed: number
}

export const nothingNew: LiveRows = { shown: [], waiting: [], missed: 0 }

/** More than this is not kept in memory; the list is read from the API again instead. */
export const keptAtMost = 300

/** New rows are shown at once, or wait while somebody reads: what is being read never moves. */
export function arrive(rows: LiveRows, batch: LogBatch, isHeld: boolean): LiveRows {
  const missed = rows.missed + batch.dropped
  if (!isHeld) {
    return { shown: [...batch.entries, ...rows.waiting, ...rows.shown], waiting: [], missed }
  }
  const waiting = [...batch.entries, ...rows.waiting]
  const kept = waiting.slice(0, keptAtMost)
  return { shown: rows.shown, waiting: kept, missed: missed + waiting.length - kept.length }
}

/** Lets in what waits. */
export function release(rows: LiveRows): LiveRows {
  if (rows.waiting.length === 0) return rows
  return { ...rows, shown: [...rows.waiting, ...rows.shown], waiting: [] }
}

/** Forgets what had come before the list was read again; what came meanwhile stays. */
export function forget(rows: LiveRows, before: LiveRows): LiveRows {
  const known = new Set([...before.shown, ...before.waiting].map(({ id }) => id))
  return {
    shown: rows.shown.filter(({ id }) => !known.has(id)),
    waiting: rows.waiting.filter(({ id }) => !known.has(id)),
    missed: rows.missed - before.missed,
  }
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
