import type { LogFilter } from '@sonaqor/contract/logs'
import { Button, Empty, Loaded, LoadMore, Section } from '@sonaqor/ui'
import type { Following } from './live-control.tsx'
import { LogEntryDetail } from './log-entry-detail.tsx'
import { LogsTable } from './logs-table.tsx'
import { useLogs } from './use-logs.ts'
import { useScrolledPast } from './use-scrolled-past.ts'

export interface LogsListProps {
  readonly filter: LogFilter
  readonly isFiltered: boolean
  readonly following: Following
  /** The server ended the live updates. */
  readonly onEnd: () => void
  readonly openEntry: string | undefined
  readonly onOpen: (id: string | undefined) => void
}

/** The rows of one filter. They hold still while somebody reads, and new ones are counted. */
export function LogsList(props: LogsListProps) {
  const { filter, isFiltered, following, onEnd, openEntry, onOpen } = props
  const { mark, isPast } = useScrolledPast()
  const { rows, pages, waiting, missed, showWaiting, readAgain } = useLogs(filter, {
    isFollowed: following !== 'ended',
    isHeld: following === 'paused' || isPast || openEntry !== undefined,
    onEnd,
  })
  const toTop = () => {
    showWaiting()
    mark.current?.scrollIntoView({ block: 'center' })
  }

  return (
    <div className="sq-logs-list">
      <div ref={mark} className="sq-logs-mark" />
      <News waiting={waiting} missed={missed} onShow={toTop} onReadAgain={() => void readAgain()} />
      <Loaded of={rows} empty={<NoRequests isFiltered={isFiltered} />}>
        {(entries) => (
          <>
            {openEntry && entries.every(({ id }) => id !== openEntry) && (
              <LinkedEntry id={openEntry} onClose={() => onOpen(undefined)} />
            )}
            <LogsTable entries={entries} openEntry={openEntry} onOpen={onOpen} />
            <LoadMore shown={entries.length} what={['request', 'requests']} of={pages} />
          </>
        )}
      </Loaded>
    </div>
  )
}

interface NewsProps {
  readonly waiting: number
  readonly missed: number
  readonly onShow: () => void
  readonly onReadAgain: () => void
}

/** What came while nothing was to move. It stays in view however far one has scrolled. */
function News({ waiting, missed, onShow, onReadAgain }: NewsProps) {
  return (
    <output className="sq-logs-news">
      {waiting > 0 && (
        <Button look="primary" size="small" icon="up" onClick={onShow}>
          {waiting} new
        </Button>
      )}
      {missed > 0 && (
        <Button size="small" onClick={onReadAgain}>
          {missed} left out to keep up: read again
        </Button>
      )}
    </output>
  )
}

interface LinkedEntryProps {
  readonly id: string
  readonly onClose: () => void
}

/** The entry that a link leads to, where it is older than the rows in view. */
function LinkedEntry({ id, onClose }: LinkedEntryProps) {
  return (
    <Section title="Linked request" actions={<Button onClick={onClose}>Close</Button>}>
      <LogEntryDetail id={id} />
    </Section>
  )
}

function NoRequests({ isFiltered }: { readonly isFiltered: boolean }) {
  if (isFiltered) return <Empty title="No request matches the filters" />
  return (
    <Empty title="No requests yet">
      Make one with an API key, and it appears here within a second, without a reload.
    </Empty>
  )
}
