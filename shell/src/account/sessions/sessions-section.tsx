import type { PersonalSession } from '@sonaqor/contract/sessions'
import { Badge, Button, Loaded, RelativeTime, Said, Section, useText, useToast } from '@sonaqor/ui'
import { useState } from 'react'
import * as texts from '../../identity/texts/en.ts'
import { AskDialog } from '../ask-dialog.tsx'
import { deviceOf } from './device-of.ts'
import { Row } from '../row.tsx'
import { useEndOthers, useEndSession, useSessions, type SessionsApi } from '../use-account.ts'

interface SessionsSectionProps {
  readonly api: SessionsApi
}

/** Where one is signed in, the page at hand first. */
export function SessionsSection({ api }: SessionsSectionProps) {
  const say = useText()
  const toast = useToast()
  const [isAsking, ask] = useState(false)
  const sessions = useSessions(api)
  const done = (title: string) => {
    ask(false)
    toast({ title, tone: 'success' })
    void sessions.refetch()
  }
  const hasOthers = (sessions.data?.length ?? 0) > 1
  return (
    <Section
      title={say(texts.sessions)}
      purpose={say(texts.sessionsPurpose)}
      actions={
        hasOthers && (
          <Button size="small" onClick={() => ask(true)}>
            {say(texts.endOthers)}
          </Button>
        )
      }
    >
      <Loaded of={sessions}>
        {(rows) => (
          <ul className="sq-account-rows">
            {rows.map((session) => (
              <SessionRow key={session.id} api={api} session={session} onDone={done} />
            ))}
          </ul>
        )}
      </Loaded>
      {isAsking && (
        <EndOthersDialog
          api={api}
          onClose={() => ask(false)}
          onDone={(ended) => done(say(texts.sessionsEnded, { ended }))}
        />
      )}
    </Section>
  )
}

interface EndOthersProps extends SessionsSectionProps {
  readonly onClose: () => void
  readonly onDone: (ended: number) => void
}

function EndOthersDialog({ api, onClose, onDone }: EndOthersProps) {
  const say = useText()
  return (
    <AskDialog
      title={say(texts.endOthersTitle)}
      words={say(texts.endOthersDetail)}
      verb={say(texts.endOthers)}
      writing={useEndOthers(api, onDone)}
      onClose={onClose}
    />
  )
}

interface SessionRowProps extends SessionsSectionProps {
  readonly session: PersonalSession
  readonly onDone: (title: string) => void
}

function SessionRow({ api, session, onDone }: SessionRowProps) {
  const { id, tenant, ip, userAgent, startedAt, lastUsedAt, current } = session
  const say = useText()
  const toast = useToast()
  const device = deviceOf(userAgent, say)
  const { busy, write } = useEndSession(api, id, (hasEnded) =>
    hasEnded
      ? onDone(say(texts.sessionEndedOf, { device }))
      : void toast({ title: say(texts.sessionNotEnded, { device }), tone: 'danger' }),
  )
  return (
    <Row
      title={device}
      badge={current && <Badge tone="success">{say(texts.thisSession)}</Badge>}
      acts={
        !current && (
          <Button
            size="small"
            busy={busy}
            aria-label={say(texts.endSessionOf, { device })}
            onClick={() => write()}
          >
            {say(texts.endSession)}
          </Button>
        )
      }
    >
      <span className="sq-account-facts">
        <span>{ip ?? say(texts.unknownPlace)}</span>
        <span>{tenant.name}</span>
        <span>
          <Said of={texts.lastUsedAt} with={{ at: <RelativeTime at={lastUsedAt} /> }} />
        </span>
        <span>
          <Said of={texts.signedInAt} with={{ at: <RelativeTime at={startedAt} /> }} />
        </span>
      </span>
    </Row>
  )
}
