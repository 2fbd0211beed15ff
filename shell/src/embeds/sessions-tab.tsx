import { useModule, useParts } from '@sonaqor/module'
import { adopt, Button, Empty, Link, Loaded, LoadMore, useText, useToast } from '@sonaqor/ui'
import { useState } from 'react'
import { EmbedTab } from './embed-tab.tsx'
import { SessionsBar } from './sessions-bar.tsx'
import { useSessionsFilter } from './sessions-filter.ts'
import { SessionsSkeleton, SessionsTable } from './sessions-table.tsx'
import sheet from './sessions.css'
import * as texts from './texts/en.ts'
import { useSessions, type Revoking } from './use-sessions.ts'

adopt(sheet)

/** The pages of partners that are open now, and those that were: whose, where, until when. */
export function SessionsTab() {
  const say = useText()
  const toast = useToast()
  const { can } = useModule()
  const { filter, isFiltered, narrow, seek, clear, openSession, open } = useSessionsFilter()
  const sessions = useSessions(filter)
  const [revoking, ask] = useState<Revoking>()
  const mayRevoke = can('embeds:create')
  const { parts, fetchAhead } = useParts(
    () => import('./sessions-parts.ts'),
    openSession !== undefined || revoking !== undefined,
    () => {
      open(undefined)
      ask(undefined)
      toast({ tone: 'danger', title: say(texts.notOpened), detail: say(texts.checkConnection) })
    },
  )
  const revoke = (whose: Revoking['whose'], session: Revoking['session']) => ask({ whose, session })

  return (
    <div className="sq-embeds" onPointerEnter={fetchAhead} onFocus={fetchAhead}>
      <EmbedTab
        purpose={say(texts.sessionsPurpose)}
        bar={
          <SessionsBar
            filter={filter}
            onNarrow={narrow}
            onSeek={seek}
            onClear={clear}
            isCovered={Boolean(openSession ?? revoking)}
          />
        }
      >
        <Loaded
          of={sessions}
          loading={<SessionsSkeleton />}
          empty={isFiltered ? <NoneFound onClear={clear} /> : <NoneYet />}
        >
          {(rows) => (
            <>
              <SessionsTable
                sessions={rows}
                openSession={openSession}
                onOpen={open}
                onRevoke={revoke}
                menu={mayRevoke ? parts?.SessionMenu : undefined}
              />
              <LoadMore counted={say(texts.sessionsShown, { count: rows.length })} of={sessions} />
            </>
          )}
        </Loaded>
      </EmbedTab>
      {parts && openSession && (
        <parts.SessionDrawer
          key={openSession}
          id={openSession}
          known={sessions.data?.find(({ id }) => id === openSession)}
          onRevoke={revoke}
          onClose={() => open(undefined)}
        />
      )}
      {parts && revoking && <parts.RevokeDialog {...revoking} onClose={() => ask(undefined)} />}
    </div>
  )
}

function NoneYet() {
  const say = useText()
  return (
    <Empty
      title={say(texts.noSessions)}
      action={
        <Link href="/docs/embedding" outside>
          {say(texts.howToEmbed)}
        </Link>
      }
    >
      {say(texts.noSessionsDetail)}
    </Empty>
  )
}

function NoneFound({ onClear }: { readonly onClear: () => void }) {
  const say = useText()
  return (
    <Empty
      title={say(texts.noneFound)}
      action={<Button onClick={onClear}>{say(texts.clearFilters)}</Button>}
    >
      {say(texts.noneFoundDetail)}
    </Empty>
  )
}
