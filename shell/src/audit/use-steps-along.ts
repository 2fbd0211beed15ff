import type { AuditEntry } from '@sonaqor/contract/audit'
import { useLayoutEffect, useRef } from 'react'
import type { Steps } from './use-step-keys.ts'

interface Way {
  readonly entries: readonly AuditEntry[]
  readonly openEntry: string | undefined
  readonly onOpen: (id: string) => void
  readonly hasMore: boolean
  /** Reads on, and resolves to all entries that were read by then. */
  readonly readOn: () => Promise<readonly AuditEntry[]>
}

/** The ways from the open entry to those beside it; where the list goes on, it is read on. */
export function useStepsAlong({ entries, openEntry, onOpen, hasMore, readOn }: Way): Steps {
  const openNow = useRef(openEntry)
  useLayoutEffect(() => {
    openNow.current = openEntry
    return () => {
      openNow.current = undefined
    }
  }, [openEntry])

  const at = entries.findIndex(({ id }) => id === openEntry)
  const previous = entries[at - 1]
  const next = at < 0 ? undefined : entries[at + 1]
  const beyond = async () => {
    const read = await readOn()
    // Whoever closed the entry, or went elsewhere, while the page was on its way stays there.
    if (openNow.current !== openEntry) return
    const more = read[read.findIndex(({ id }) => id === openEntry) + 1]
    if (more) onOpen(more.id)
  }
  const isLast = at >= 0 && at === entries.length - 1
  return {
    toPrevious: previous && (() => onOpen(previous.id)),
    toNext: next ? () => onOpen(next.id) : isLast && hasMore ? () => void beyond() : undefined,
  }
}
