import { adopt } from '@sonaqor/ui'
import { AccountMenu } from './account-menu.tsx'
import { EnvironmentSwitch } from './environment-switch.tsx'
import type { FrameParts } from './frame-parts.ts'
import sheet from './head.css'
import { Mark } from './mark.tsx'
import { ProjectSwitcher } from './project-switcher.tsx'
import { QuickAccess } from './quick-access.tsx'
import { useProjectThatIs } from './use-project-that-is.ts'
import { useQuickDialogs } from './use-quick-dialogs.ts'
import { WhereButton } from './where-button.tsx'

adopt(sheet)

interface HeadProps {
  readonly frame: FrameParts
  readonly onSearch: () => void
}

/** Where one is, and the ways to anywhere else. On a phone, project and environment are behind the tenant. */
export function Head({ frame, onSearch }: HeadProps) {
  const dialogs = useQuickDialogs()
  const { open, show, close } = dialogs
  const { me, projects, preferences, change } = frame
  useProjectThatIs(projects, preferences.project, (project) => change({ project }))
  return (
    <header className="sq-frame-head">
      <a className="sq-brand" href="/">
        <Mark />
        <span className="sq-brand-name">Sonaqor</span>
      </a>
      <WhereButton frame={frame} onOpen={() => show('where')} />
      <div className="sq-narrowing">
        {me.scopes.includes('projects:read') && (
          <ProjectSwitcher frame={frame} onFind={() => show('where')} />
        )}
        <EnvironmentSwitch
          environments={me.environments}
          value={preferences.environment}
          onChange={(environment) => change({ environment })}
        />
      </div>
      <QuickAccess frame={frame} dialogs={dialogs} onSearch={onSearch} />
      <AccountMenu frame={frame} />
      {open?.name === 'where' && <open.parts.WhereDialog frame={frame} onClose={close} />}
    </header>
  )
}
