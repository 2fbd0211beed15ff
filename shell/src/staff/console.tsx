import type { Look, StaffSession } from '@sonaqor/contract/staff'
import { adopt, Button, Tabs, useText, useToast } from '@sonaqor/ui'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { Mark } from '../frame/mark.tsx'
import { WayFailed } from '../frame/way-failed.tsx'
import { useAct } from '../identity/use-act.ts'
import { openStepUpDesk } from '../step-up/step-up-desk.ts'
import sheet from './console.css'
import { LookRoom } from './look-room.tsx'
import { LooksTab } from './looks-tab.tsx'
import { ModulesTab } from './modules-tab.tsx'
import type { OpenDesk, StaffApi } from './staff-api.ts'
import { StaffStepUp } from './staff-step-up.tsx'
import { TenantsTab } from './tenants-tab.tsx'
import * as shared from '../texts/en.ts'
import * as texts from './texts/en.ts'

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
  const leaving = useAct()
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
      <ConsoleHead
        session={session}
        busy={leaving.busy}
        onSignOut={() => leaving.run(() => open.staff.signOut().then(onLeave))}
      />
      <main className="sq-console-main">
        {leaving.error !== undefined && (
          <WayFailed title={say(shared.notSignedOut)} error={leaving.error} />
        )}
        {look ? (
          <LookRoom
            key={look.access.id}
            {...{ look, tenantsOrigin }}
            enterAgain={() => api.staff.enterLook({ params: { id: look.access.id } })}
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

const roleTexts = {
  support: texts.roleSupport,
  operations: texts.roleOperations,
  security: texts.roleSecurity,
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

type TabId = 'looks' | 'tenants' | 'modules'

interface DeskProps {
  readonly api: StaffApi
  readonly session: StaffSession
  readonly onEnter: (look: Look) => void
}

function Desk({ api, session: { me }, onEnter }: DeskProps) {
  const say = useText()
  const [tab, choose] = useState<TabId>('looks')
  const tabs = [
    { id: 'looks' as const, label: say(texts.looksTab) },
    { id: 'tenants' as const, label: say(texts.tenantsTab) },
    ...(me.scopes.includes('staff:releases')
      ? [{ id: 'modules' as const, label: say(texts.modulesTab) }]
      : []),
  ]
  return (
    <Tabs label={say(texts.staffConsole)} tabs={tabs} value={tab} onChange={choose}>
      {tab === 'looks' && <LooksTab api={api} onEnter={onEnter} onFind={() => choose('tenants')} />}
      {tab === 'tenants' && (
        <TenantsTab
          api={api}
          maySuspend={me.scopes.includes('staff:suspend')}
          onAsked={() => choose('looks')}
        />
      )}
      {tab === 'modules' && <ModulesTab api={api} />}
    </Tabs>
  )
}
