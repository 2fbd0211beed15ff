import type { LogEntry } from '@sonaqor/contract/logs'
import type { Steps } from './use-step-keys.ts'

interface Way {
  readonly entries: readonly LogEntry[]
  readonly openEntry: string | undefined
  readonly onOpen: (id: string) => void
  readonly hasMore: boolean
  /** Reads on, and resolves to all rows that are in view then. */
  readonly readOn: () => Promise<readonly LogEntry[]>
}

/** The ways from the open request to those beside it; where the list goes on, it is read on. */
export function stepsAlong({ entries, openEntry, onOpen, hasMore, readOn }: Way): Steps {
  const at = entries.findIndex(({ id }) => id === openEntry)
  const previous = entries[at - 1]
  const next = at < 0 ? undefined : entries[at + 1]
  const beyond = async () => {
    const more = (await readOn())[at + 1]
    if (more) onOpen(more.id)
  }
  const isLast = at >= 0 && at === entries.length - 1
  return {
    toPrevious: previous && (() => onOpen(previous.id)),
    toNext: next ? () => onOpen(next.id) : isLast && hasMore ? () => void beyond() : undefined,
  }
}
