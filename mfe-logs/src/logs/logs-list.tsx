import type { LogEntry, LogSearch } from '@sonaqor/contract/logs'
import { useRowReturn, useStepsAlong } from '@sonaqor/module'
import { adopt, Loaded, LoadMore, useText } from '@sonaqor/ui'
import { useEffect, type ReactNode } from 'react'
import * as texts from '../texts/en.ts'
import type { Following } from './live/live-control.tsx'
import type { Names } from './entry/log-facts.tsx'
import { LogsEmpty } from './logs-empty.tsx'
import sheet from './logs-list.css'
import { LogsNews } from './live/logs-news.tsx'
import { LookedTo } from './looked-to.tsx'
import { LogsSkeleton, LogsTable } from './logs-table.tsx'
import { SessionsNote } from './sessions-note.tsx'
import { useLogs } from './use-logs.ts'
import { useScrolledPast } from './use-scrolled-past.ts'
import type { Span } from './use-span.ts'

adopt(sheet)

export interface LogsListProps {
  readonly filter: LogSearch
  /** Whether a request is among what is asked for in words; without an answer the host has seen to it. */
  readonly holds: ((entry: LogEntry) => boolean) | undefined
  readonly span: Span
  readonly isFiltered: boolean
  /** Left out where that is no question. */
  readonly areSessionsShown: boolean | undefined
  /** What was found before something else was written. */
  readonly former: readonly LogEntry[] | undefined
  readonly onFind: (found: readonly LogEntry[]) => void
  readonly onShowSessions: (isShown: boolean) => void
  readonly onClear: () => void
  /** How what is looked for in words is found. */
  readonly advice: ReactNode
  /** What leads to those that match at another time. */
  readonly outside: ReactNode
  readonly onOnlyKey: (keyId: string) => void
  readonly names: Names
  readonly following: Following
  /** The newest of those that came in since the list was read. */
  readonly onTake: (id: string | undefined) => void
  /** The server ended the live updates. */
  readonly onEnd: () => void
  readonly hidden: ReadonlySet<string>
  /** What comes after the page. */
  readonly parts: typeof import('./logs-parts.ts') | undefined
  /** The pointer or the focus has come to the list. */
  readonly onReach: () => void
  readonly openEntry: string | undefined
  readonly onOpen: (id: string | undefined) => void
}

/** The rows of one filter. They hold still while somebody reads, and new ones are counted. */
export function LogsList(props: LogsListProps) {
  const { filter, holds, span, isFiltered, onClear, advice, outside, onOnlyKey, names } = props
  const { following, onTake, onEnd, areSessionsShown, onShowSessions, hidden, parts } = props
  const { onReach, openEntry, onOpen, former, onFind } = props
  const say = useText()
  const { mark, isPast } = useScrolledPast()
  const { record, leftOut, rows, pages, lookedTo, waiting, missed, showWaiting, readAgain } =
    useLogs(filter, span, {
      holds,
      isFollowed: following === 'following' || following === 'paused',
      isHeld: following === 'paused' || isPast || openEntry !== undefined,
      onEnd,
    })
  const newest = record[0]?.id
  useEffect(() => onTake(newest), [newest, onTake])
  const { data: found } = pages
  useEffect(() => {
    if (found) onFind(found)
  }, [found, onFind])
  const list = useRowReturn(openEntry)
  const toTop = () => {
    showWaiting()
    mark.current?.scrollIntoView({ block: 'center' })
  }
  const entries = rows.data ?? []
  const steps = useStepsAlong({
    rows: entries,
    openKey: openEntry,
    onOpen,
    hasMore: pages.hasNextPage,
    readOn: async () => (await pages.fetchNextPage()).data ?? [],
  })

  const nothing = (
    <LogsEmpty
      ofKey={names.keys.find(({ id }) => id === filter.keyId)}
      isFiltered={isFiltered}
      advice={advice}
      onClear={onClear}
      outside={former?.length === 0 && !found ? null : outside}
    />
  )
  const table = (shown: readonly LogEntry[]) => (
    <LogsTable
      entries={shown}
      keys={names.keys}
      openEntry={openEntry}
      hidden={hidden}
      onOpen={onOpen}
    />
  )

  return (
    <div ref={list} className="sq-logs-list" onFocus={onReach} onPointerEnter={onReach}>
      <div ref={mark} className="sq-logs-mark" />
      {areSessionsShown !== undefined && (
        <SessionsNote areShown={areSessionsShown} onShow={onShowSessions} />
      )}
      <LogsNews
        waiting={waiting}
        missed={missed}
        onShow={toTop}
        onReadAgain={() => void readAgain()}
      />
      {parts && <parts.LiveRecord record={record} leftOut={leftOut} />}
      <Loaded
        of={rows}
        loading={
          former ? (
            <div className="sq-logs-former" inert>
              {former.length > 0 ? table(former) : nothing}
            </div>
          ) : (
            <LogsSkeleton hidden={hidden} />
          )
        }
        empty={lookedTo ? <LookedTo at={lookedTo} count={0} of={pages} /> : nothing}
      >
        {(shown) => (
          <>
            {table(shown)}
            {lookedTo ? (
              <LookedTo at={lookedTo} count={shown.length} of={pages} />
            ) : (
              <LoadMore counted={say(texts.requestsShown, { count: shown.length })} of={pages} />
            )}
          </>
        )}
      </Loaded>
      {parts && openEntry && (
        <parts.LogDrawer
          id={openEntry}
          known={entries.find(({ id }) => id === openEntry)}
          names={names}
          steps={steps}
          onOnlyKey={filter.keyId ? undefined : onOnlyKey}
          onOpen={onOpen}
          onClose={() => onOpen(undefined)}
        />
      )}
    </div>
  )
}
