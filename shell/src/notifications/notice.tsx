import type { NoticeName } from '@sonaqor/contract/notification-kinds'
import type { Notification } from '@sonaqor/contract/notifications'
import { adopt, Button, Icon, RelativeTime, useText, type IconName } from '@sonaqor/ui'
import sheet from './notice.css'
import * as texts from './texts/en.ts'

adopt(sheet)

interface NoticeProps {
  readonly notification: Notification
  /** It was gone to, or marked by itself. */
  readonly onRead: (notification: Notification) => void
  /** It leads somewhere else, and the reader goes there. */
  readonly onFollow?: () => void
}

/** One thing that somebody was told: what it is about, in a sentence, when, and whether they have seen it. */
export function Notice({ notification, onRead, onFollow }: NoticeProps) {
  const say = useText()
  const { kind, title, body, link, at, readAt } = notification
  const isUnread = readAt === null
  const read = () => {
    if (isUnread) onRead(notification)
  }
  const follow = () => {
    read()
    onFollow?.()
  }
  return (
    <li className="sq-notice" data-unread={isUnread || undefined} data-leads={link !== null}>
      <span className="sq-notice-sign">
        <Icon name={signOf(kind)} />
      </span>
      <div className="sq-notice-words">
        <p className="sq-notice-title">
          {link === null ? (
            title
          ) : (
            <a className="sq-notice-link" href={link} onClick={follow}>
              {title}
            </a>
          )}
          {isUnread && <span className="sq-unseen"> ({say(texts.isUnread)})</span>}
        </p>
        <p className="sq-notice-body">{body}</p>
        <p className="sq-notice-time">
          <RelativeTime at={at} />
        </p>
      </div>
      {isUnread && (
        <div className="sq-notice-mark">
          <Button
            look="quiet"
            size="small"
            icon="check"
            aria-label={say(texts.markReadOf, { title })}
            title={say(texts.markRead)}
            onClick={read}
          />
        </div>
      )}
    </li>
  )
}

/** By what it is about; a kind that is newer than this page has the sign of a piece of news. */
function signOf(kind: NoticeName): IconName {
  const [area = ''] = kind.split('.')
  return signs[area] ?? 'info'
}

const signs: Readonly<Record<string, IconName>> = {
  keys: 'key',
  account: 'person',
  team: 'people',
  security: 'lock',
}
