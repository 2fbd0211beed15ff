import { adopt } from '@sonaqor/ui'
import { AccountMenu } from './account/account-menu.tsx'
import { EnvironmentSwitch } from './where/environment-switch.tsx'
import type { FrameParts } from './frame-parts.ts'
import sheet from './head.css'
import { Mark } from './mark.tsx'
import { ProjectSwitcher } from './where/project-switcher.tsx'
import { QuickAccess } from './quick/quick-access.tsx'
import type { AtHand } from './use-at-hand.ts'
import { WhereButton } from './where/where-button.tsx'

adopt(sheet)

interface HeadProps {
  readonly frame: FrameParts
  readonly atHand: AtHand
  readonly onSearch: () => void
}

/** Where one is, and the ways to anywhere else. On a phone, project and environment are behind the tenant. */
export function Head({ frame, atHand, onSearch }: HeadProps) {
  const { parts, open, show, close } = atHand
  const { me, preferences, change } = frame
  return (
    <>
      <header className="sq-frame-head">
        <a className="sq-brand" href="/">
          <Mark />
          <span className="sq-brand-name">Sonaqor</span>
        </a>
        <WhereButton frame={frame} onOpen={() => show('where')} />
        <div className="sq-narrowing">
          {me.scopes.includes('projects:read') && <ProjectSwitcher frame={frame} atHand={atHand} />}
          <EnvironmentSwitch
            environments={me.environments}
            value={preferences.environment}
            onChange={(environment) => change({ environment })}
          />
        </div>
        <QuickAccess frame={frame} atHand={atHand} onSearch={onSearch} />
        {parts ? <parts.Bell frame={frame} /> : <span className="sq-bell-place" />}
        <AccountMenu frame={frame} atHand={atHand} />
      </header>
      {parts && <parts.Keepers frame={frame} />}
      {/* A dialog has a foot of its own, which is none of the head's. */}
      {parts && open === 'where' && <parts.WhereDialog frame={frame} onClose={close} />}
    </>
  )
}
