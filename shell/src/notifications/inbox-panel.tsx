import { createClient } from '@sonaqor/contract/client'
import { adopt, Button, Loaded, useText } from '@sonaqor/ui'
import { useEffect, useEffectEvent, useMemo } from 'react'
import { pathOfTab } from '../account/account-paths.ts'
import { EmptyInbox } from './empty-inbox.tsx'
import sheet from './inbox-panel.css'
import { Notice } from './notice.tsx'
import * as texts from './texts/en.ts'
import { useInbox } from './use-inbox.ts'
import { useMarking } from './use-marking.ts'
import { useUnreadCount, type ReadingHost } from './unread.ts'

adopt(sheet)

export interface InboxPanelProps {
  readonly host: ReadingHost
  /** The reader goes somewhere else. */
  readonly onFollow: () => void
}

const newest = 10

/** The newest notifications, and the way to all of them. */
export function InboxPanel({ host, onFollow }: InboxPanelProps) {
  const say = useText()
  const api = useMemo(() => createClient(host.request), [host])
  const marking = useMarking(host, api)
  const inbox = useInbox(api, { limit: newest })
  const readAgain = useEffectEvent(() => void inbox.refetch())
  useEffect(() => host.live.subscribe('notifications', () => readAgain()), [host])

  const [first] = inbox.data ?? []
  const unread = useUnreadCount(host)
  return (
    <section className="sq-inbox-panel" aria-label={say(texts.notifications)}>
      <header className="sq-inbox-head">
        <h2 className="sq-inbox-title">{say(texts.notifications)}</h2>
        {first && unread > 0 && (
          <Button
            look="quiet"
            size="small"
            onClick={() => void marking.markAllRead(first.id).then(inbox.refetch)}
          >
            {say(texts.markAllRead)}
          </Button>
        )}
      </header>
      <div className="sq-inbox-list">
        <Loaded of={inbox} empty={<EmptyInbox />}>
          {(rows) => (
            <ul className="sq-notices">
              {rows.slice(0, newest).map((notification) => (
                <Notice
                  key={notification.id}
                  notification={notification}
                  onRead={({ id }) => void marking.markRead(id).then(inbox.refetch)}
                  onFollow={onFollow}
                />
              ))}
            </ul>
          )}
        </Loaded>
      </div>
      <footer className="sq-inbox-foot">
        <a className="sq-link" href={pathOfTab('notifications')} onClick={onFollow}>
          {say(texts.seeAll)}
        </a>
      </footer>
    </section>
  )
}
