import { adopt, useText } from '@sonaqor/ui'
import { useRef, useState } from 'react'
import type { FrameParts } from '../frame/frame-parts.ts'
import { useNews } from '../frame/use-news.ts'
import { partOf } from '../part.ts'
import sheet from './bell.css'
import { NotOpened } from './not-opened.tsx'
import * as texts from './texts/en.ts'
import { useUnread } from './unread.ts'

adopt(sheet)

const panelPart = partOf(() => import(/* webpackChunkName: "inbox" */ './inbox-panel.tsx'))

interface BellProps {
  readonly frame: Pick<FrameParts, 'host'>
}

/**
 * How many notifications are unread, and behind it the newest of them. A native popover: Escape and a
 * press beside it close it. What stands in it is fetched once it is wanted.
 */
export function Bell({ frame: { host } }: BellProps) {
  const say = useText()
  const count = useUnread(host)
  const [isOpen, setOpen] = useState(false)
  const panel = useRef<HTMLDivElement>(null)
  const part = panelPart.use()
  const news = useNews(useArrivals(count), say(texts.unreadNow, { count }))
  const fetchAhead = () => void panelPart.load()
  return (
    <>
      <button
        type="button"
        className="sq-bell"
        popoverTarget="notifications"
        onPointerEnter={fetchAhead}
        onFocus={fetchAhead}
        onClick={fetchAhead}
      >
        <BellSign />
        {count > 0 && (
          <span className="sq-bell-count" aria-hidden="true">
            {count > most ? `${most}+` : count}
          </span>
        )}
        <span className="sq-unseen">
          {count > most ? say(texts.bellOverfull) : say(texts.bell, { count })}
        </span>
      </button>
      <div
        ref={panel}
        id="notifications"
        popover="auto"
        className="sq-inbox"
        onBeforeToggle={({ newState }) => newState === 'open' && setOpen(true)}
        onToggle={({ newState }) => newState === 'closed' && setOpen(false)}
      >
        {isOpen && host && part.name === 'here' && (
          <part.part.InboxPanel host={host} onFollow={() => panel.current?.hidePopover()} />
        )}
        {isOpen && part.name === 'missing' && <NotOpened onRetry={fetchAhead} />}
      </div>
      <output className="sq-unseen">{news}</output>
    </>
  )
}

/** What is more than that is no number that anybody works off. */
const most = 99

/** Another word whenever there are more than before; that some were read is no news to who read them. */
function useArrivals(count: number): string {
  const [last, setLast] = useState({ count, arrivals: 0 })
  if (last.count !== count) {
    setLast({ count, arrivals: last.arrivals + (count > last.count ? 1 : 0) })
  }
  return String(last.arrivals)
}

/** Not among the signs of the house, which come with the first picture; this one comes after it. */
function BellSign() {
  return (
    <svg className="sq-icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d="M8 1.8a4 4 0 0 0-4 4v2.6L2.6 11.2h10.8L12 8.4V5.8a4 4 0 0 0-4-4M6.4 13.4a1.7 1.7 0 0 0 3.2 0" />
    </svg>
  )
}
