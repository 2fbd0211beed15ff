import { useLayoutEffect, useRef } from 'react'
import type { Steps } from './use-step-keys.ts'

interface Row {
  readonly id: string
}

interface Way {
  /** The rows in view, those that came live among them. */
  readonly rows: readonly Row[]
  readonly openKey: string | undefined
  readonly onOpen: (id: string) => void
  readonly hasMore: boolean
  /** Reads on, and resolves to all rows that were read by then. */
  readonly readOn: () => Promise<readonly Row[]>
}

/** The ways from the open row to those beside it; where the list goes on, it is read on. */
export function useStepsAlong({ rows, openKey, onOpen, hasMore, readOn }: Way): Steps {
  const openNow = useRef(openKey)
  useLayoutEffect(() => {
    openNow.current = openKey
    return () => {
      openNow.current = undefined
    }
  }, [openKey])

  const at = rows.findIndex(({ id }) => id === openKey)
  const previous = rows[at - 1]
  const next = at < 0 ? undefined : rows[at + 1]
  const beyond = async () => {
    const read = await readOn()
    // Whoever closed the row, or went elsewhere, while the page was on its way stays there.
    if (openNow.current !== openKey) return
    // A row that came live is in view, and may be in none of the pages that were read.
    const place = read.findIndex(({ id }) => id === openKey)
    const more = place < 0 ? undefined : read[place + 1]
    if (more) onOpen(more.id)
  }
  const isLast = at >= 0 && at === rows.length - 1
  return {
    toPrevious: previous && (() => onOpen(previous.id)),
    toNext: next ? () => onOpen(next.id) : isLast && hasMore ? () => void beyond() : undefined,
  }
}
