import type { OpenedSession } from '@sonaqor/contract/embeds'
import {
  Badge,
  RelativeTime,
  Said,
  Table,
  TableSkeleton,
  useText,
  type Column,
  type IconName,
  type Tone,
} from '@sonaqor/ui'
import type { Say } from '@sonaqor/ui/texts'
import { nameOf, type OnRevoke } from './session-acts.ts'
import type { SessionMenuProps } from './session-menu.tsx'
import { sessionStates } from './sessions-filter.ts'
import * as texts from './texts/en.ts'

interface ColumnsProps {
  readonly onOpen: (id: string) => void
  readonly onRevoke: OnRevoke
  /** Undefined before it has come, and for whoever may end nothing. */
  readonly menu: ((props: SessionMenuProps) => React.ReactNode) | undefined
}

export interface SessionsTableProps extends ColumnsProps {
  readonly sessions: readonly OpenedSession[]
  readonly openSession: string | undefined
}

/** The newest first; a session that is over is drawn fainter. */
export function SessionsTable({ sessions, openSession, ...props }: SessionsTableProps) {
  const say = useText()
  return (
    <Table
      caption={say(texts.tableOfSessions)}
      columns={columnsIn(say, props)}
      rows={sessions}
      keyOf={({ id }) => id}
      nameOf={(session) => say(texts.openSession, { user: nameOf(session, say) })}
      onOpen={({ id }) => props.onOpen(id)}
      openKey={openSession}
      isFaded={({ state }) => state !== 'live'}
    />
  )
}

const nothing = () => undefined

/** The same columns before their rows are there. */
export function SessionsSkeleton() {
  const columns = columnsIn(useText(), { onOpen: nothing, onRevoke: nothing, menu: undefined })
  return <TableSkeleton columns={columns} rows={5} />
}

function columnsIn(
  say: Say,
  { onOpen, onRevoke, menu: MenuOf }: ColumnsProps,
): readonly Column<OpenedSession>[] {
  return [
    {
      id: 'user',
      title: say(texts.user),
      bone: 'lines',
      cell: (session) => <User of={session} />,
    },
    {
      id: 'state',
      title: say(texts.state),
      width: '196px',
      bone: 'badge',
      cell: (session) => <StateBadges of={session} />,
    },
    { id: 'page', title: say(texts.page), bone: 'lines', cell: (one) => <Where of={one} /> },
    {
      id: 'views',
      title: say(texts.views),
      isAside: true,
      width: '148px',
      bone: 'lines',
      cell: ({ views }) => <Names of={views} />,
    },
    {
      id: 'seen',
      title: say(texts.lastSeen),
      width: '124px',
      cell: ({ lastSeenAt }) =>
        lastSeenAt ? (
          <RelativeTime at={lastSeenAt} />
        ) : (
          <span className="sq-embeds-quiet">{say(texts.never)}</span>
        ),
    },
    {
      id: 'opened',
      title: say(texts.opened),
      width: '160px',
      bone: 'lines',
      cell: (session) => <Span of={session} />,
    },
    {
      id: 'acts',
      title: say(texts.actions),
      unseenTitle: true,
      align: 'end',
      width: '58px',
      cell: (session) => (
        <div className="sq-embeds-acts">
          {MenuOf && <MenuOf of={session} onOpen={() => onOpen(session.id)} onRevoke={onRevoke} />}
        </div>
      ),
    },
  ]
}

function User({ of: session }: { readonly of: OpenedSession }) {
  const say = useText()
  const { user } = session
  return (
    <>
      <div className={user ? 'sq-embeds-name' : 'sq-embeds-quiet'}>{nameOf(session, say)}</div>
      <div className="sq-embeds-aside">
        {user ? <code>{user.ref}</code> : <span>{say(texts.readsOnly)}</span>}
      </div>
    </>
  )
}

const looks = {
  live: ['success', 'live'],
  ended: ['neutral', 'clock'],
  revoked: ['danger', 'block'],
} satisfies Record<OpenedSession['state'], readonly [Tone, IconName]>

export function StateBadges({ of: { state, filters } }: { readonly of: OpenedSession }) {
  const say = useText()
  const [tone, icon] = looks[state]
  return (
    <span className="sq-embeds-badges">
      <Badge tone={tone} icon={icon}>
        {say(sessionStates[state])}
      </Badge>
      {filters && (
        <Badge tone="neutral" icon="lock">
          {say(texts.locked)}
        </Badge>
      )}
    </span>
  )
}

/** Where its page stands, or where it may; and whose app that is. */
function Where({ of: { app, enteredOrigin, key } }: { readonly of: OpenedSession }) {
  const say = useText()
  return (
    <>
      <div className={enteredOrigin ? 'sq-embeds-origin' : 'sq-embeds-quiet'}>
        {enteredOrigin ? hostOf(enteredOrigin) : say(texts.notEntered)}
      </div>
      <div className="sq-embeds-aside">
        <span>{app.name}</span>
        <span>{say(texts.byKey, { key: key.label })}</span>
      </div>
    </>
  )
}

/** Nobody reads the scheme of a hundred pages that all have the same; the drawer shows it. */
const hostOf = (origin: string) => origin.replace(/^https:\/\//, '')

function Span({ of: { openedAt, expiresAt, endedAt, state } }: { readonly of: OpenedSession }) {
  const when = <RelativeTime at={endedAt ?? expiresAt} />
  return (
    <>
      <RelativeTime at={openedAt} />
      <div className="sq-embeds-aside">
        <span>
          <Said of={state === 'live' ? texts.endsWhen : texts.overWhen} with={{ when }} />
        </span>
      </div>
    </>
  )
}

/** So many lines, for every row is as high as the next. */
const namesInView = 2

function Names({ of: names }: { readonly of: readonly string[] }) {
  const say = useText()
  const shown = names.length > namesInView ? names.slice(0, namesInView - 1) : names
  const more = names.length - shown.length
  return (
    <ul className="sq-embeds-names" title={names.join('\n')}>
      {shown.map((name) => (
        <li key={name}>
          <code>{name}</code>
        </li>
      ))}
      {more > 0 && <li className="sq-embeds-quiet">{say(texts.moreNames, { count: more })}</li>}
    </ul>
  )
}
