import { Permitted, useModule, type Params } from '@sonaqor/module'
import type { Say } from '@sonaqor/module/texts'
import { adopt, Button, Empty, Loaded, Section, Skeleton, useText } from '@sonaqor/ui'
import { useState } from 'react'
import { LiveControl, type Following } from '../logs/live/live-control.tsx'
import { LiveEnded } from '../logs/live/live-ended.tsx'
import { groupTitles, statusGroups } from '../logs/log-filter.ts'
import { LogsNews } from '../logs/live/logs-news.tsx'
import { useLogs } from '../logs/use-logs.ts'
import { useSpan } from '../logs/use-span.ts'
import * as texts from '../texts/en.ts'
import sheet from './log-tail.css'
import { TailRows } from './tail-rows.tsx'
import { useTailFilter } from './use-tail-filter.ts'

adopt(sheet)

/** As many as are taken in at a glance; the page of the logs has all of them. */
const rowsAtMost = 12

/** The last requests of an app as they come in: a small part of a page of somebody else's. */
export default function LogTail() {
  const say = useText()
  const { can, params } = useModule()
  const narrowedTo = inWords(say, params)
  const [following, setFollowing] = useState<Following>('following')
  return (
    <div className="sq-tail">
      <Section
        title={say(texts.latestRequests)}
        {...(narrowedTo && { purpose: narrowedTo })}
        actions={can('logs:read') && <LiveControl following={following} onFollow={setFollowing} />}
      >
        <Permitted scope="logs:read" to={say(texts.seeLogs)}>
          <Tail following={following} onFollow={setFollowing} />
        </Permitted>
      </Section>
    </div>
  )
}

/** What the page around has narrowed the tail to, for two of them may stand side by side. */
function inWords(say: Say, { status, method, path }: Params): string {
  const group = statusGroups.find((one) => one === status)
  return [group && say(groupTitles[group]), method, path].filter(Boolean).join(' · ')
}

interface TailProps {
  readonly following: Following
  readonly onFollow: (following: Following) => void
}

function Tail({ following, onFollow }: TailProps) {
  const say = useText()
  const { navigate, views } = useModule()
  const [isRead, setRead] = useState(false)
  const { filter, narrowed } = useTailFilter()
  const { rows, waiting, missed, showWaiting, readAgain } = useLogs(filter, useSpan('24h', ''), {
    isFollowed: following !== 'ended',
    // A row under the pointer, or one that has the focus, must not be another one the next moment.
    isHeld: following === 'paused' || isRead,
    onEnd: () => onFollow('ended'),
  })
  const mayOpen = views?.includes('logs.list') !== false
  const open = (more = {}) => navigate('logs.list', { ...narrowed, ...more })

  return (
    <>
      {following === 'ended' && <LiveEnded onFollow={onFollow} />}
      <Loaded of={rows} loading={<Skeleton />} empty={<NoRequests isNarrowed={hasAny(narrowed)} />}>
        {(entries) => (
          <TailRows
            entries={entries.slice(0, rowsAtMost)}
            onRead={setRead}
            onOpen={mayOpen ? (entry) => open({ entry }) : undefined}
          />
        )}
      </Loaded>
      <div className="sq-tail-foot">
        <LogsNews
          waiting={waiting}
          missed={missed}
          onShow={showWaiting}
          onReadAgain={() => void readAgain()}
        />
        {mayOpen && (
          <Button look="quiet" size="small" onClick={() => open()}>
            {say(texts.allRequests)}
          </Button>
        )}
      </div>
    </>
  )
}

const hasAny = (narrowed: object) => Object.keys(narrowed).length > 0

function NoRequests({ isNarrowed }: { readonly isNarrowed: boolean }) {
  const say = useText()
  return (
    <Empty title={say(isNarrowed ? texts.noRequestMatches : texts.noRequestsInDay)}>
      {say(texts.howRequestsCome)}
    </Empty>
  )
}
