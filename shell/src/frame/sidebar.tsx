import { adopt } from '@sonaqor/ui'
import { useId } from 'react'
import sheet from './sidebar.css'
import type { Shown } from './use-dashboard.ts'

adopt(sheet)

const groups = [
  { name: 'overview', title: 'Overview' },
  { name: 'build', title: 'Build' },
  { name: 'understand', title: 'Understand' },
  { name: 'account', title: 'Account' },
] as const

/** Where one can go: the pages of all modules that the scopes allow, in groups. */
export function Sidebar({ nav, current }: Pick<Shown, 'nav' | 'current'>) {
  return (
    <nav className="sq-sidebar" aria-label="Dashboard">
      {groups.map(({ name, title }) => {
        const items = nav.filter(({ group }) => group === name)
        return (
          items.length > 0 && <Group key={name} title={title} items={items} current={current} />
        )
      })}
    </nav>
  )
}

interface GroupProps {
  readonly title: string
  readonly items: Shown['nav']
  readonly current: Shown['current']
}

function Group({ title, items, current }: GroupProps) {
  const id = useId()
  return (
    <div className="sq-sidebar-group">
      <h2 className="sq-sidebar-title" id={id}>
        {title}
      </h2>
      <ul className="sq-sidebar-items" aria-labelledby={id}>
        {items.map(({ view, path, title: name }) => (
          <li key={view}>
            <a
              className="sq-sidebar-link"
              href={path}
              aria-current={view === current?.view ? 'page' : undefined}
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
