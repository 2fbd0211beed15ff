import type { Session } from '@sonaqor/contract/auth'
import type { Router } from '@sonaqor/embed/host'
import { adopt, Surface } from '@sonaqor/ui'
import { useRef } from 'react'
import type { MemberSession, Tenant } from '../session/member-session.ts'
import { AccountMenu } from './account-menu.tsx'
import sheet from './dashboard.css'
import { EnvironmentSwitch } from './environment-switch.tsx'
import { NothingHere, titleOf } from './nothing-here.tsx'
import { usePreferences } from './preferences.ts'
import { QuickAccess } from './quick-access.tsx'
import { Sidebar } from './sidebar.tsx'
import { goToSearch } from '../shortcuts/page-search.ts'
import { environmentAsked, useAddressedEnvironment } from './use-addressed-environment.ts'
import { useArrival } from './use-arrival.ts'
import { useDashboard } from './use-dashboard.ts'

adopt(sheet)

interface DashboardProps {
  readonly session: Session
  readonly member: MemberSession
  readonly router: Router
  /** Something else stood here before, and what had the focus went with it. */
  readonly takesFocus: boolean
  /** It was opened by its address; what stands there is not left over from another tenant. */
  readonly followsAddress: boolean
}

/** The frame around every page. What stands in `main` belongs to the modules, but where they have nothing to show. */
export function Dashboard(props: DashboardProps) {
  const { session, member, router, takesFocus, followsAddress } = props
  const { me } = session
  const main = useRef<HTMLElement>(null)
  const pages = useRef<HTMLDivElement>(null)
  const [preferences, change] = usePreferences({
    tenantId: me.tenant.id,
    environments: me.environments,
    asked: followsAddress ? environmentAsked(router) : undefined,
  })
  useAddressedEnvironment(router, {
    environments: me.environments,
    environment: preferences.environment,
    onChange: (environment) => change({ environment }),
  })
  const shown = useDashboard({ session, member, router, preferences }, pages)
  const { nav, current } = shown
  useArrival({ title: shown.isNowhere ? titleOf(shown) : current?.title, takesFocus }, main)
  const goTo = async (tenant: Tenant) => {
    await member.switchTo(tenant)
    // What was chosen in the view, a key or an entry, is none of the other tenant's.
    router.replace(router.path())
  }

  return (
    <Surface appearance={{ theme: preferences.theme, density: 'cosy' }} locale={navigator.language}>
      <div className="sq-frame" data-environment={preferences.environment}>
        <a className="sq-skip" href="#main">
          Skip to the page
        </a>
        <header className="sq-frame-head">
          <a className="sq-brand" href="/">
            Sonaqor
          </a>
          <span className="sq-tenant">{me.tenant.name}</span>
          <EnvironmentSwitch
            environments={me.environments}
            value={preferences.environment}
            onChange={(environment) => change({ environment })}
          />
          <QuickAccess
            me={me}
            nav={nav}
            preferences={preferences}
            change={change}
            onGo={(path) => router.go(path)}
            onSearch={() => pages.current && goToSearch(pages.current)}
            onSwitch={goTo}
            onSignOut={() => member.signOut()}
          />
          <AccountMenu
            me={me}
            theme={preferences.theme}
            onTheme={(theme) => change({ theme })}
            onSwitch={goTo}
            onSignOut={() => member.signOut()}
          />
        </header>
        <Sidebar nav={nav} current={current} />
        <main ref={main} id="main" className="sq-frame-main" tabIndex={-1}>
          <div ref={pages} />
          {shown.isNowhere && <NothingHere {...shown} />}
        </main>
      </div>
    </Surface>
  )
}
