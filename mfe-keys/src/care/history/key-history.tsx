import { useModule } from '@sonaqor/module'
import type { Say, Text } from '@sonaqor/module/texts'
import {
  adopt,
  Button,
  Icon,
  Loaded,
  RelativeTime,
  Skeleton,
  useText,
  type IconName,
} from '@sonaqor/ui'
import { useState } from 'react'
import * as care from '../texts/en.ts'
import * as texts from '../../texts/en.ts'
import { KeyChanges } from './key-changes.tsx'
import sheet from './key-history.css'
import { FoundAt } from './leak-notice.tsx'
import { useHistory, type KeyEvent } from './use-history.ts'

adopt(sheet)

/** More than these are not read at a glance. */
const inView = 5

/** What was done with a key and what happened to it, the newest first. */
export function KeyHistory({ of: id }: { readonly of: string }) {
  const say = useText()
  const history = useHistory(id)
  const [areAll, showAll] = useState(false)
  return (
    <section className="sq-key-history">
      <h3>{say(care.history)}</h3>
      <Loaded of={history} loading={<Skeleton rows={2} />}>
        {({ events }) => (
          <>
            {events.length === 0 && (
              <p className="sq-key-history-none">{say(care.nothingHappened)}</p>
            )}
            <ul className="sq-key-history-events" aria-label={say(care.history)}>
              {(areAll ? events : events.slice(0, inView)).map((event) => (
                <Event key={event.id} of={event} />
              ))}
            </ul>
            {!areAll && events.length > inView && (
              <Button size="small" onClick={() => showAll(true)}>
                {say(texts.showAllUsers, { count: events.length })}
              </Button>
            )}
          </>
        )}
      </Loaded>
    </section>
  )
}

function Event({ of: event }: { readonly of: KeyEvent }) {
  const say = useText()
  const isBad = event.what === 'leak-reported'
  return (
    <li data-tone={isBad ? 'danger' : undefined}>
      <Icon name={icons[event.what] ?? 'dot'} />
      <span>{wordsOf(event, say)}</span>
      <RelativeTime at={event.at} />
      {/* A server that is older than this module tells of none. */}
      {(event.changes?.length ?? 0) > 0 && <KeyChanges of={event.changes ?? []} />}
      {event.leak?.url && <FoundAt of={event.leak.url} />}
      {event.what === 'updated' && <WayToChange of={event} />}
    </li>
  )
}

/** From where, by which session and all of the key before and after: for whoever may read the audit log. */
function WayToChange({ of: { id } }: { readonly of: KeyEvent }) {
  const say = useText()
  const { can, kind, navigate } = useModule()
  if (kind !== 'shell' || !can('audit:read')) return null
  return (
    <p>
      <Button look="quiet" size="small" onClick={() => navigate('home.audit', { entry: id })}>
        {say(care.whatChanged)}
      </Button>
    </p>
  )
}

const icons: Readonly<Record<string, IconName>> = {
  issued: 'plus',
  updated: 'edit',
  rotated: 'key',
  'overlap-ended': 'key',
  revoked: 'block',
  expired: 'clock',
  'leak-reported': 'alert',
  reminded: 'clock',
  'used-from-new-ip': 'globe',
  'shut-out': 'lock',
}

/** In the words of who did it, and of nobody where the clock, a finder or a server of yours did. */
const acts: Readonly<Record<string, readonly [alone: Text, byPerson: Text]>> = {
  issued: [care.issuedEvent, care.issuedEventBy],
  updated: [care.updatedEvent, care.updatedEventBy],
  rotated: [care.rotatedEvent, care.rotatedEventBy],
  'overlap-ended': [care.overlapEndedEvent, care.overlapEndedEventBy],
  revoked: [care.revokedEvent, care.revokedEventBy],
}

/** An event that is younger than this module is told by its name. */
function wordsOf({ what, by, ip, leak, reminder }: KeyEvent, say: Say): string {
  if (leak) return say(leak.by === 'github' ? care.githubEvent : care.leakEvent)
  if (reminder) return say(care.remindedEvent, { days: reminder.days, count: reminder.told })
  if (what === 'used-from-new-ip') return say(care.newAddressEvent, { ip: ip ?? '' })
  if (what === 'shut-out') return say(care.shutOutEvent, { ip: ip ?? '' })
  if (what === 'expired') return say(care.expiredEvent)
  const [alone, byPerson] = acts[what] ?? []
  if (byPerson && by) return say(byPerson, { person: by })
  return alone ? say(alone) : what
}
