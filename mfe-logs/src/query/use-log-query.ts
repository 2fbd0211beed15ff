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
}

/** What is asked: undefined until that is known, and null where it cannot be read. */
export type Asked =
  | { readonly q?: string; readonly holds?: (entry: LogEntry) => boolean }
  | null
  | undefined

const nothingAsked = {}

/**
 * Reads what stands in the address and what is typed. What cannot be read is not sent; where the part
 * that reads it did not come, the server does.
 */
export function useLogQuery(q: string, onSeek: (text: string) => void, isCovered: boolean) {
  const [isMissing, setMissing] = useState(false)
  const { parts, fetchAhead } = useParts(
    () => import('./query-parts.ts'),
    q !== '' && !isMissing,
    () => setMissing(true),
  )
  const seek = (text: string) => {
    if (!parts?.readTyped(text).fault) onSeek(text)
  }
  const [typed, setTyped] = useTyped(q, seek, isCovered)

  const asked = useMemo<Asked>(() => {
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
  }
  return { asked, query }
}
