import { adopt, Menu, useText } from '@sonaqor/ui'
import type { Say } from '@sonaqor/ui/texts'
import * as texts from '../texts/en.ts'
import sheet from './bottom-bar.css'
import type { NavGroup } from './nav-groups.ts'
import type { Shown } from './use-dashboard.ts'

adopt(sheet)

/** As many as stand side by side on the narrowest phone. */
const most = 4

interface BottomBarProps {
  readonly groups: readonly NavGroup[]
  readonly current: Shown['current']
}

/** Under the thumb: the first pages, and all others in their groups behind one button. */
export function BottomBar({ groups, current }: BottomBarProps) {
  const say = useText()
  const items = groups.flatMap((group) => group.items)
  const first = items.slice(0, most)
  const more = beyond({ groups, current }, first, say)
  const isBeyond = current !== undefined && !first.some(({ view }) => view === current.view)
  return (
    <ul className="sq-bar">
      {first.map(({ view, path, title }) => (
        <li key={view} className="sq-bar-item">
          <a
            className="sq-bar-link"
            href={path}
            aria-current={view === current?.view ? 'page' : undefined}
          >
            {title}
          </a>
        </li>
      ))}
      {more.length > 0 && (
        <li className="sq-bar-item" data-current={isBeyond || undefined}>
          <Menu label={say(texts.morePages)} look="quiet" groups={more} />
        </li>
      )}
    </ul>
  )
}

function beyond({ groups, current }: BottomBarProps, first: Shown['nav'], say: Say) {
  return groups.flatMap(({ name, title, items, isUntitled }) => {
    const rest = items
      .filter((item) => !first.includes(item))
      .map((item) => ({
        id: item.view,
        label: item.title,
        href: item.path,
        current: item.view === current?.view,
      }))
    return rest.length > 0
      ? [{ id: name, ...(!isUntitled && { title: say(title) }), items: rest }]
      : []
  })
}
