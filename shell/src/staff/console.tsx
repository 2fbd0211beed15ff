import type { Look, StaffSession } from '@sonaqor/contract/staff'
import { adopt, Button, useText, useToast } from '@sonaqor/ui'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { Mark } from '../frame/mark.tsx'
import { WayFailed } from '../frame/nowhere/way-failed.tsx'
import { openStepUpDesk } from '../step-up/step-up-desk.ts'
import sheet from './console.css'
import { LookRoom } from './look/look-room.tsx'
import { Desk } from './desk.tsx'
import { roleTexts } from './people/role-texts.ts'
import type { OpenDesk, StaffApi } from './staff-api.ts'
import { StaffStepUp } from './sign-in/staff-step-up.tsx'
import * as shared from '../texts/en.ts'
import * as texts from './texts/en.ts'
import { enterAgain, stillRuns } from './looks/use-looks.ts'
import { useSigningOut } from './use-staff-session.ts'

adopt(sheet)

export interface ConsoleProps {
  readonly openDesk: OpenDesk
  readonly open: StaffApi
  readonly session: StaffSession
  /** Where what a tenant lets be seen is drawn. */
  readonly tenantsOrigin: string
  readonly onLeave: () => void
}

/** All that staff do: find a tenant, ask it, look while it lets them. */
export function Console({ openDesk, open, session, tenantsOrigin, onLeave }: ConsoleProps) {
  const say = useText()
  const toast = useToast()
  const [stepUp] = useState(openStepUpDesk)
  const [api] = useState(() => openDesk({ open, session, askStepUp: stepUp.ask, onEnded: onLeave }))
  const question = useSyncExternalStore(stepUp.subscribe, stepUp.question)
  const leaving = useSigningOut(open, onLeave)
  const [look, enter] = useState<Look>()
  const title = say(texts.signInTitle)
  useEffect(() => {
    document.title = `${title} · Sonaqor`
  }, [title])
  const leaveLook = (isOver: boolean) => {
    if (isOver && look) toast({ title: say(texts.lookIsOver, { tenant: look.tenant.name }) })
    enter(undefined)
  }
  return (
    <div className="sq-console" data-looks={look !== undefined}>
      <ConsoleHead session={session} busy={leaving.busy} onSignOut={() => leaving.write()} />
      <main className="sq-console-main">
        {leaving.error !== undefined && (
          <WayFailed title={say(shared.notSignedOut)} error={leaving.error} />
        )}
        {look ? (
          <LookRoom
            key={look.access.id}
            {...{ look, tenantsOrigin }}
            enterAgain={enterAgain(api, look)}
            stillRuns={stillRuns(api, look)}
            onLeave={leaveLook}
          />
        ) : (
          <Desk api={api} session={session} onEnter={enter} />
        )}
      </main>
      {question && <StaffStepUp api={api} question={question} />}
    </div>
  )
}

interface ConsoleHeadProps {
  readonly session: StaffSession
  readonly busy: boolean
  readonly onSignOut: () => void
}

function ConsoleHead({ session: { me }, busy, onSignOut }: ConsoleHeadProps) {
  const say = useText()
  return (
    <header className="sq-console-head">
      <Mark />
      <p className="sq-console-title">{say(texts.signInTitle)}</p>
      <p className="sq-console-who">
        {me.name}
        <span className="sq-console-role">{say(roleTexts[me.role])}</span>
      </p>
      <Button size="small" busy={busy} onClick={onSignOut}>
        {say(texts.signOut)}
      </Button>
    </header>
  )
}
