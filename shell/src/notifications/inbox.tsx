import type { Client } from '@sonaqor/contract/client'
import type { Params } from '@sonaqor/module'
import { adopt, Button, Empty, Loaded, LoadMore, Switch, useText } from '@sonaqor/ui'
import { useEffect, useEffectEvent, useState } from 'react'
import { EmptyInbox } from './empty-inbox.tsx'
import sheet from './inbox.css'
import { Notice } from './notice.tsx'
import * as texts from './texts/en.ts'
import { useUnreadCount, type ReadingHost } from './unread.ts'
import { useInbox } from './use-inbox.ts'
import { useMarking } from './use-marking.ts'

adopt(sheet)

interface InboxProps {
  readonly api: Pick<Client, 'notifications'>
  readonly host: ReadingHost
  readonly chosen: Params
  readonly choose: (change: Params) => void
}

/** Everything that one was told, the newest first. */
export function Inbox({ api, host, chosen, choose }: InboxProps) {
  const say = useText()
  const marking = useMarking(host, api)
  const unread = useUnreadCount(host)
  const isNarrowed = chosen['unread'] === 'true'
  const narrow = (on: boolean) => choose({ unread: on ? 'true' : '' })
  const inbox = useInbox(api, { isUnreadOnly: isNarrowed })
  const { hasNews, show } = useQuietNews(host, inbox.refetch)
  const [first] = inbox.data ?? []
  return (
    <div className="sq-inbox-page">
      <div className="sq-inbox-acts">
        <Switch label={say(texts.unreadOnly)} on={isNarrowed} onChange={narrow} />
        {hasNews && (
          <Button icon="up" onClick={show}>
            {say(texts.newOnes)}
          </Button>
        )}
        {first && unread > 0 && (
          <Button
            icon="check"
            onClick={() => void marking.markAllRead(first.id).then(inbox.refetch)}
          >
            {say(texts.markAllRead)}
          </Button>
        )}
      </div>
      <Loaded
        of={inbox}
        empty={isNarrowed ? <AllRead onWiden={() => narrow(false)} /> : <EmptyInbox />}
      >
        {(rows) => (
          <>
            <ul className="sq-notices" data-framed>
              {rows.map((notification) => (
                <Notice
                  key={notification.id}
                  notification={notification}
                  onRead={({ id }) => void marking.markRead(id).then(inbox.refetch)}
                />
              ))}
            </ul>
            <LoadMore counted={say(texts.notificationsShown, { count: rows.length })} of={inbox} />
          </>
        )}
      </Loaded>
    </div>
  )
}

function AllRead({ onWiden }: { readonly onWiden: () => void }) {
  const say = useText()
  return (
    <Empty
      title={say(texts.allRead)}
      action={<Button onClick={onWiden}>{say(texts.showAll)}</Button>}
    >
      {say(texts.allReadDetail)}
    </Empty>
  )
}

/** How far down somebody has to be for what comes above to push away what they read. */
const readingPx = 160

/** What arrives is shown at once to who is at the top; who reads further down is asked. */
function useQuietNews(host: ReadingHost, refetch: () => Promise<void>) {
  const [hasNews, setNews] = useState(false)
  const show = () => {
    setNews(false)
    window.scrollTo({ top: 0 })
    void refetch()
  }
  const hear = useEffectEvent((hasArrived: boolean) => {
    if (hasArrived && window.scrollY > readingPx) setNews(true)
    else void refetch()
  })
  useEffect(
    () =>
      host.live.subscribe('notifications', (events) =>
        hear(events.some(({ type }) => type === 'notifications.arrived')),
      ),
    [host],
  )
  return { hasNews, show }
}
