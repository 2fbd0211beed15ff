import type { Client } from '@sonaqor/contract/client'
import type { Host } from '@sonaqor/embed/host'
import type { ViewStateStore } from '@sonaqor/module'
import { Page, useText } from '@sonaqor/ui'
import { useEffect, useEffectEvent } from 'react'
import * as identity from '../identity/texts/en.ts'
import { NotificationsDoor } from '../notifications/notifications-door.tsx'
import * as shared from '../texts/en.ts'
import { AccountNav } from './account-nav.tsx'
import type { AccountTab } from './account-paths.ts'
import { ProfileSection } from './profile/profile-section.tsx'
import { SecurityPart } from './security-part.tsx'
import { SessionsSection } from './sessions/sessions-section.tsx'
import { nameOfTab } from './tab-names.ts'
import * as texts from './texts/en.ts'

export interface AccountPageProps {
  readonly api: Pick<Client, 'account' | 'sessions'>
  readonly host: Pick<Host, 'request' | 'live'>
  readonly tab: AccountTab
  /** Where the address keeps what was chosen on the page. */
  readonly viewState: ViewStateStore
  readonly scopes: readonly string[]
  /** Something takes a second factor, and that is why somebody was led here. */
  readonly isForStepUp: boolean
  /** What one is called is seen in the frame as well. */
  readonly onNamed: () => void
  /** What the window is called, once the page knows. */
  readonly onTitled: (title: string) => void
}

/** One's own account: who one is, how one proves it, where one is signed in, and what one hears of. */
export function AccountPage(props: AccountPageProps) {
  const { api, host, tab, viewState, scopes, isForStepUp, onNamed, onTitled } = props
  const say = useText()
  const title = say(nameOfTab[tab])
  const tell = useEffectEvent(onTitled)
  useEffect(() => tell(title), [title])
  return (
    <Page
      title={say(shared.yourAccount)}
      purpose={say(
        tab === 'notifications' ? texts.notificationsPurpose : identity.yourAccountPurpose,
      )}
    >
      <div className="sq-account">
        <AccountNav tab={tab} />
        <div className="sq-account-part">
          {tab === 'profile' && <ProfileSection api={api} onNamed={onNamed} />}
          {tab === 'security' && <SecurityPart api={api} isForStepUp={isForStepUp} />}
          {tab === 'sessions' && <SessionsSection api={api} />}
          {tab === 'notifications' && (
            <NotificationsDoor host={host} viewState={viewState} scopes={scopes} />
          )}
        </div>
      </div>
    </Page>
  )
}
