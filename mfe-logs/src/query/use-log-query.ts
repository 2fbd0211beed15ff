import { useParts, useTyped } from '@sonaqor/module'
import type { LogEntry } from '@sonaqor/contract/logs'
import type { Names } from '../logs/entry/log-facts.tsx'
import { useMemo, useRef, useState } from 'react'
import { spoken } from './written.ts'

type Parts = typeof import('./query-parts.ts')

/**
 * Why what is typed is not asked yet: somebody chooses among what may be written, or stands within a term
 * that cannot be read as far as it is written.
 */
export type Hold = 'choosing' | 'half' | undefined

/** The search as somebody types it, and what of it is asked. */
export interface LogQuery {
  readonly typed: string
  readonly type: (text: string) => void
  /** What it is read with; it comes after the page. */
  readonly parts: Parts | undefined
  readonly fetchAhead: () => void
  /** Whoever types has said that this is all of it: what is half said is told of from then on. */
  readonly isDone: boolean
  readonly finish: () => void
  readonly onHold: (hold: Hold) => void
}

/** What is asked: undefined until that is known, and null where it cannot be read. */
export type Asked =
  | { readonly q?: string; readonly holds?: (entry: LogEntry) => boolean }
  | null
  | undefined

const nothingAsked = {}

/**
 * Reads what stands in the address and what is typed. What cannot be read is not sent, and nothing else is
 * shown in its place; where the part that reads it did not come, the server does.
 */
export function useLogQuery(
  q: string,
  { apps, keys, imported }: Names,
  onSeek: (text: string, manner?: 'step') => void,
  isCovered: boolean,
) {
  const [isMissing, setMissing] = useState(false)
  const { parts, fetchAhead } = useParts(
    () => import('./query-parts.ts'),
    q !== '' && !isMissing,
    () => setMissing(true),
  )
  const [isUnread, setUnread] = useState(false)
  const [hold, setHold] = useState<Hold>()
  const [isDone, setDone] = useState(true)
  // Of what is typed in one go the way back takes all back.
  const isTold = useRef(false)
  const seek = (text: string) => {
    const names = { apps, keys, imported }
    const hasFault = parts?.readTyped(text, names).fault !== undefined
    setUnread(hasFault)
    if (hasFault) return
    // Whoever gets the link may know no names, and somebody may give one to another.
    onSeek((parts?.withoutNames(text, names) ?? text).trim(), isTold.current ? undefined : 'step')
    isTold.current = true
  }
  const told = spoken(q, imported)
  const [typed, setTyped] = useTyped(told, seek, isCovered || isDone, hold !== undefined)
  if (isUnread && typed.trim() === told.trim()) setUnread(false)

  const read = useMemo<Asked>(() => {
    if (q.trim() === '') return nothingAsked
    if (!parts) return isMissing ? { q } : undefined
    const { holdsAll, readTyped } = parts
    const reading = readTyped(q, { apps, keys, imported })
    if (reading.fault) return null
    return { q: reading.q, holds: (entry) => holdsAll(entry, reading.terms) }
  }, [q, parts, isMissing, apps, keys, imported])
  const query: LogQuery = {
    typed,
    type: (text) => {
      if (isDone) isTold.current = false
      setDone(false)
      setTyped(text)
    },
    parts,
    fetchAhead,
    isDone,
    finish: () => setDone(true),
    onHold: setHold,
  }
  const asked = isUnread && hold !== 'choosing' && !isCovered ? null : read
  return { asked, query }
}
