import type { OpenedSession } from '@sonaqor/contract/embeds'
import { useModule } from '@sonaqor/module'
import { Copied, Drawer, Fact, Facts, Loaded, Menu, Moment, Skeleton, useText } from '@sonaqor/ui'
import type { ReactNode } from 'react'
import { LockedTo } from './locked-to.tsx'
import { nameOf, useRevokeItems, type OnRevoke } from './session-acts.ts'
import { StateBadges } from './sessions-table.tsx'
import * as texts from './texts/en.ts'
import { useSession } from './use-sessions.ts'

export interface SessionDrawerProps {
  readonly id: string
  /** What the list says of it. */
  readonly known: OpenedSession | undefined
  readonly onRevoke: OnRevoke
  readonly onClose: () => void
}

/** Everything about one session, and what can be ended from it. */
export function SessionDrawer({ id, known, onRevoke, onClose }: SessionDrawerProps) {
  const say = useText()
  const session = useSession(id, known)
  return (
    <Drawer
      title={session.data ? nameOf(session.data, say) : say(texts.session)}
      aside={session.data && <StateBadges of={session.data} />}
      actions={session.data && <Acts of={session.data} onRevoke={onRevoke} />}
      onClose={onClose}
    >
      <Loaded of={session} loading={<Skeleton rows={8} />}>
        {(found) => <SessionFacts of={found} />}
      </Loaded>
    </Drawer>
  )
}

interface ActsProps {
  readonly of: OpenedSession
  readonly onRevoke: OnRevoke
}

function Acts({ of: session, onRevoke }: ActsProps) {
  const say = useText()
  const items = useRevokeItems(session, onRevoke)
  if (items.length === 0) return null
  return <Menu label={say(texts.revoke)} groups={[{ id: 'end', items }]} />
}

function SessionFacts({ of: session }: { readonly of: OpenedSession }) {
  const say = useText()
  const { user, app, key, filters, origins, views, scopes } = session
  return (
    <>
      {filters && <LockedTo filters={filters} />}
      <Facts>
        <Fact name={say(texts.user)} {...(!user && { hint: say(texts.readsOnlyBecause) })}>
          {user ? <Copied text={user.ref} what={say(texts.userRef)} /> : say(texts.nobodyNamed)}
        </Fact>
        <Fact name={say(texts.app)}>
          <Leading view="home.app" params={{ app: app.id }} scope="apps:read">
            {app.name}
          </Leading>
        </Fact>
        <Fact name={say(texts.key)} hint={say(texts.keyHint)}>
          <Leading view="keys.list" params={{ key: key.id }} scope="keys:read">
            {key.label}
          </Leading>
        </Fact>
        <Times of={session} />
        <Fact name={say(texts.origins)} hint={say(texts.originsHint)}>
          <Codes of={origins} />
        </Fact>
        <Fact name={say(texts.views)}>
          <Codes of={views} />
        </Fact>
        <Fact name={say(texts.scopes)}>
          <Codes of={scopes} />
        </Fact>
        <Fact name={say(texts.sessionId)}>
          <Copied text={session.id} what={say(texts.sessionId)} />
        </Fact>
      </Facts>
    </>
  )
}

function Times({ of: session }: { readonly of: OpenedSession }) {
  const say = useText()
  const { openedAt, enteredAt, enteredOrigin, lastSeenAt, expiresAt, endedAt } = session
  return (
    <>
      <Fact name={say(texts.opened)}>
        <Moment at={openedAt} />
      </Fact>
      <Fact name={say(texts.entered)} {...(!enteredAt && { hint: say(texts.notEnteredHint) })}>
        {enteredAt ? (
          <>
            <Moment at={enteredAt} />
            {enteredOrigin && <code className="sq-embeds-code">{enteredOrigin}</code>}
          </>
        ) : (
          say(texts.notEntered)
        )}
      </Fact>
      {lastSeenAt && (
        <Fact name={say(texts.lastSeen)}>
          <Moment at={lastSeenAt} />
        </Fact>
      )}
      <Fact name={endedAt ? say(texts.wasEnded) : say(texts.ends)}>
        <Moment at={endedAt ?? expiresAt} />
      </Fact>
    </>
  )
}

interface LeadingProps {
  readonly view: string
  readonly params: Readonly<Record<string, string>>
  readonly scope: Parameters<ReturnType<typeof useModule>['can']>[0]
  readonly children: string
}

/** Leads to the page of a thing, for whoever may see it. */
function Leading({ view, params, scope, children }: LeadingProps): ReactNode {
  const { can, navigate } = useModule()
  if (!can(scope)) return children
  return (
    <button type="button" className="sq-embeds-lead" onClick={() => navigate(view, params)}>
      {children}
    </button>
  )
}

function Codes({ of: names }: { readonly of: readonly string[] }) {
  return (
    <ul className="sq-embeds-names">
      {names.map((name) => (
        <li key={name}>
          <code>{name}</code>
        </li>
      ))}
    </ul>
  )
}
