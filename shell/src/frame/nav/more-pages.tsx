import { Menu, useText } from '@sonaqor/ui'
import type { Say } from '@sonaqor/ui/texts'
import * as texts from '../../texts/en.ts'
import type { NavGroup } from './nav-groups.ts'
import { iconOf } from './nav-icons.ts'
import type { Shown } from '../use-dashboard.ts'

export interface MorePagesProps {
  readonly groups: readonly NavGroup[]
  readonly current: Shown['current']
}

/** The pages for which there is no room in the bar, in their groups. */
export function MorePages({ groups, current }: MorePagesProps) {
  const say = useText()
  return (
    <Menu
      label={say(texts.morePages)}
      look="quiet"
      groups={groups.map((group) => menuGroup(group, current, say))}
    />
  )
}

function menuGroup(
  { name, title, items, isUntitled }: NavGroup,
  current: Shown['current'],
  say: Say,
) {
  return {
    id: name,
    ...(!isUntitled && { title: say(title) }),
    items: items.map((item) => ({
      id: item.view,
      label: item.title,
      icon: iconOf(item),
      href: item.path,
      current: item.view === current?.view,
    })),
  }
}
