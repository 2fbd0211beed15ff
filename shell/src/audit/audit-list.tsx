import { useRowReturn, useStepsAlong } from '@sonaqor/module'
import { Button, Empty, Loaded, LoadMore, useText, type Range } from '@sonaqor/ui'
import { useState } from 'react'
import { instantsOf, type AuditFilter, type Narrowing } from './audit-filter.ts'
import { AuditSkeleton, AuditTable } from './audit-table.tsx'
import * as texts from './texts/en.ts'
import { useEntries } from './use-audit.ts'

export interface AuditListProps {
  readonly filter: AuditFilter
  readonly range: Range | undefined
  readonly isFiltered: boolean
  readonly onNarrow: (part: Partial<Narrowing>) => void
  readonly onClear: () => void
  /** What comes after the page. */
  readonly parts: typeof import('./audit-parts.ts') | undefined
  readonly onReach: () => void
  readonly openEntry: string | undefined
  readonly onOpen: (id: string | undefined) => void
}

/** The entries of one filter; another filter, or another range of time, needs another mount. */
export function AuditList(props: AuditListProps) {
  const { filter, range, isFiltered, onNarrow, onClear, parts, onReach, openEntry, onOpen } = props
  const say = useText()
  const [instants] = useState(() => instantsOf(range, Date.now()))
  const pages = useEntries({ ...filter, ...instants })
  const list = useRowReturn(openEntry)
  const entries = pages.data ?? []
  const steps = useStepsAlong({
    rows: entries,
    openKey: openEntry,
    onOpen,
    hasMore: pages.hasNextPage,
    readOn: async () => (await pages.fetchNextPage()).data ?? [],
  })

  return (
    <div ref={list} className="sq-audit-list" onFocus={onReach} onPointerEnter={onReach}>
      <Loaded
        of={pages}
        loading={<AuditSkeleton />}
        empty={isFiltered ? <NoMatch onClear={onClear} /> : <NoEntries />}
      >
        {(rows) => (
          <>
            <AuditTable entries={rows} openEntry={openEntry} onOpen={onOpen} />
            <LoadMore counted={say(texts.entriesShown, { count: rows.length })} of={pages} />
          </>
        )}
      </Loaded>
      {pages.status === 'success' && <p className="sq-audit-note">{say(texts.readingIsLogged)}</p>}
      {parts && openEntry && (
        <parts.AuditDrawer
          id={openEntry}
          known={entries.find(({ id }) => id === openEntry)}
          steps={steps}
          onNarrow={onNarrow}
          onClose={() => onOpen(undefined)}
        />
      )}
    </div>
  )
}

function NoEntries() {
  const say = useText()
  return <Empty title={say(texts.noEntries)}>{say(texts.howEntriesCome)}</Empty>
}

function NoMatch({ onClear }: { readonly onClear: () => void }) {
  const say = useText()
  return (
    <Empty
      title={say(texts.noEntryMatches)}
      action={<Button onClick={onClear}>{say(texts.clearFilters)}</Button>}
    >
      {say(texts.widerFilters)}
    </Empty>
  )
}
