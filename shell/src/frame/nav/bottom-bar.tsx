import { adopt, Button, Icon, useText } from '@sonaqor/ui'
import * as texts from '../../texts/en.ts'
import sheet from './bottom-bar.css'
import type { NavGroup } from './nav-groups.ts'
import { iconOf } from './nav-icons.ts'
import type { AtHand } from '../use-at-hand.ts'
import type { Shown } from '../use-dashboard.ts'

adopt(sheet)

/** As many as stand side by side on the narrowest phone. */
const most = 4

interface BottomBarProps {
  readonly groups: readonly NavGroup[]
  readonly current: Shown['current']
  readonly atHand: AtHand
}

/**
 * Under the thumb: the first pages, and all others in their groups behind one button, which leads to
 * the command menu until its own has come.
 */
export function BottomBar({ groups, current, atHand: { parts, show } }: BottomBarProps) {
  const say = useText()
  const items = groups.flatMap((group) => group.items)
  const first = items.slice(0, most)
  const more = beyond(groups, first)
  const isBeyond = current !== undefined && !first.some(({ view }) => view === current.view)
  return (
    <ul className="sq-bar">
      {first.map((item) => (
        <li key={item.view} className="sq-bar-item">
          <a
            className="sq-bar-link"
            href={item.path}
            aria-current={item.view === current?.view ? 'page' : undefined}
          >
            <Icon name={iconOf(item)} />
            <span className="sq-bar-name">{item.title}</span>
          </a>
        </li>
      ))}
      {more.length > 0 && (
        <li className="sq-bar-item" data-current={isBeyond || undefined}>
          <Icon name="more" />
          {parts ? (
            <parts.MorePages groups={more} current={current} />
          ) : (
            <Button look="quiet" onClick={() => show('commands')}>
              {say(texts.morePages)}
            </Button>
          )}
        </li>
      )}
    </ul>
  )
}

/** The groups without the pages that stand in the bar. */
function beyond(groups: readonly NavGroup[], first: Shown['nav']): readonly NavGroup[] {
  return groups.flatMap((group) => {
    const items = group.items.filter((item) => !first.includes(item))
    return items.length > 0 ? [{ ...group, items }] : []
  })
}
