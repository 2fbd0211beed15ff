import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { useLocale } from '../surface/locale.ts'
import { adopt } from '../styles/adopt.ts'
import { reveal, turnTo } from './movement.ts'
import sheet from './tabs.css'

adopt(sheet)

export interface Tab<Id extends string> {
  readonly id: Id
  readonly label: string
  /** How many things wait behind it. */
  readonly count?: number
}

export interface TabsProps<Id extends string> {
  /** What the tabs are parts of: "Customer". */
  readonly label: string
  readonly tabs: readonly Tab<Id>[]
  /** The open one; it belongs into the address. */
  readonly value: Id
  readonly onChange: (id: Id) => void
  /** What the open tab shows; the others are not drawn. */
  readonly children: ReactNode
}

/**
 * Parts of one thing, of which one is in view. Arrows open the neighbour at once, so that nothing
 * heavy should hang on it without a skeleton. Tabs that find no room scroll among themselves.
 */
export function Tabs<Id extends string>({ label, tabs, value, onChange, children }: TabsProps<Id>) {
  const id = useId()
  const locale = useLocale()
  const list = useRef<HTMLDivElement>(null)

  const at = tabs.findIndex((tab) => tab.id === value)

  // Not before the surface has dressed its root: undressed, everything would be in view.
  useEffect(() => {
    const open = list.current?.children[at]
    if (list.current && open) reveal(list.current, open)
  }, [at])

  const turn = (event: KeyboardEvent) => {
    const to = turnTo(event, at, tabs.length)
    const next = to === undefined ? undefined : tabs[to]
    const button = to === undefined ? undefined : list.current?.children[to]
    if (!next || !(button instanceof HTMLElement)) return
    event.preventDefault()
    onChange(next.id)
    button.focus()
  }

  return (
    <div className="sq-tabs">
      {/* The keys are heard here for all tabs; what they move is the focus, which is on a tab. */}
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus */}
      <div ref={list} className="sq-tabs-list" role="tablist" aria-label={label} onKeyDown={turn}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            id={`${id}-${tab.id}`}
            type="button"
            role="tab"
            className="sq-tab"
            data-tab={tab.id}
            aria-selected={tab.id === value}
            aria-controls={tab.id === value ? `${id}-panel` : undefined}
            tabIndex={tab.id === value ? 0 : -1}
            onClick={() => onChange(tab.id)}
          >
            {tab.label}
            {tab.count !== undefined && (
              <span className="sq-tab-count">{tab.count.toLocaleString(locale)}</span>
            )}
          </button>
        ))}
      </div>
      <div
        id={`${id}-panel`}
        className="sq-tabs-panel"
        role="tabpanel"
        aria-labelledby={`${id}-${value}`}
        // A panel of mere words could not be reached, and not scrolled, by keyboard otherwise.
        tabIndex={0}
      >
        {children}
      </div>
    </div>
  )
}
