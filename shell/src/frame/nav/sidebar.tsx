import { adopt, Icon, useText } from '@sonaqor/ui'
import { useId } from 'react'
import * as texts from '../../texts/en.ts'
import { BottomBar } from './bottom-bar.tsx'
import { groupsOf, type NavGroup } from './nav-groups.ts'
import { iconOf } from './nav-icons.ts'
import sheet from './sidebar.css'
import type { AtHand } from '../use-at-hand.ts'
import type { Shown } from '../use-dashboard.ts'

adopt(sheet)

interface SidebarProps extends Pick<Shown, 'nav' | 'current'> {
  readonly atHand: AtHand
}

/** Where one can go: the pages of all modules that the scopes allow. A rail on a tablet held upright, a bar at the foot of a phone. */
export function Sidebar({ nav, current, atHand }: SidebarProps) {
  const say = useText()
  const groups = groupsOf(nav)
  return (
    <nav className="sq-sidebar" aria-label={say(texts.dashboard)}>
      <div className="sq-sidebar-groups">
        {groups.map((group) => (
          <Group key={group.name} group={group} current={current} />
        ))}
      </div>
      <BottomBar groups={groups} current={current} atHand={atHand} />
    </nav>
  )
}

interface GroupProps {
  readonly group: NavGroup
  readonly current: Shown['current']
}

function Group({ group: { title, items, isUntitled }, current }: GroupProps) {
  const say = useText()
  const id = useId()
  return (
    <div className="sq-sidebar-group">
      {!isUntitled && (
        <h2 className="sq-sidebar-title" id={id}>
          {say(title)}
        </h2>
      )}
      <ul
        className="sq-sidebar-items"
        aria-labelledby={isUntitled ? undefined : id}
        aria-label={isUntitled ? say(title) : undefined}
      >
        {items.map((item) => (
          <li key={item.view}>
            <a
              className="sq-sidebar-link"
              href={item.path}
              aria-current={item.view === current?.view ? 'page' : undefined}
            >
              <Icon name={iconOf(item)} />
              <span className="sq-sidebar-name">{item.title}</span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
