import { useParts, useTyped } from '@sonaqor/module'
import type { LogEntry } from '@sonaqor/contract/logs'
import { useMemo, useState } from 'react'
import { withoutSecrets } from './written.ts'

type Parts = typeof import('./query-parts.ts')

/** The search as somebody types it, and what of it is asked. */
export interface LogQuery {
  readonly typed: string
  readonly type: (text: string) => void
  /** What it is read with; it comes after the page. */
  readonly parts: Parts | undefined
  readonly fetchAhead: () => void
  /** Somebody chooses among what may be written, whose term is not yet at its end. */
  readonly onChoosing: (isChoosing: boolean) => void
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
export function useLogQuery(q: string, onSeek: (text: string) => void, isCovered: boolean) {
  const [isMissing, setMissing] = useState(false)
  const { parts, fetchAhead } = useParts(
    () => import('./query-parts.ts'),
    q !== '' && !isMissing,
    () => setMissing(true),
  )
  const [isUnread, setUnread] = useState(false)
  const [isChoosing, setChoosing] = useState(false)
  const seek = (text: string) => {
    const hasFault = parts?.readTyped(text).fault !== undefined
    setUnread(hasFault)
    if (!hasFault) onSeek(text)
  }
  const [typed, setTyped] = useTyped(q, seek, isCovered)
  if (isUnread && typed === q) setUnread(false)

  const read = useMemo<Asked>(() => {
    if (q.trim() === '') return nothingAsked
    if (!parts) return isMissing ? { q } : undefined
    const { holdsAll, readTyped } = parts
    const reading = readTyped(q)
    if (reading.fault) return null
    return { q: reading.q, holds: (entry) => holdsAll(entry, reading.terms) }
  }, [q, parts, isMissing])
  const query: LogQuery = {
    typed,
    type: (text) => setTyped(withoutSecrets(text)),
    parts,
    fetchAhead,
    onChoosing: setChoosing,
  }
  const asked = isUnread && !isChoosing && !isCovered ? null : read
  return { asked, query }
}
