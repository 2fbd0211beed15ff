import { useId, useRef, useState, type KeyboardEvent, type ToggleEvent } from 'react'
import { Button, type ButtonProps } from '../button/button.tsx'
import type { IconName } from '../icon/icon.tsx'
import { adopt } from '../styles/adopt.ts'
import { MenuGroups, type MenuGroup, type MenuItem } from './menu-groups.tsx'
import sheet from './menu.css'
import { itemsOf, useMovement } from './movement.ts'
import { usePlace } from '../panel/place.ts'

adopt(sheet)

export interface MenuProps {
  /** What the acts are done to: "Actions for Checkout server". Shown unless there is a sign. */
  readonly label: string
  /** A sign in place of the label. */
  readonly icon?: IconName
  readonly look?: ButtonProps['look']
  readonly size?: ButtonProps['size']
  readonly groups: readonly MenuGroup[]
}

/**
 * A button that opens a list of acts: a native popover, so that it lies over everything, is closed by
 * a press beside it, and needs no place elsewhere in the page. Its items are drawn while it is open.
 */
export function Menu({ label, icon, look = 'plain', size = 'regular', groups }: MenuProps) {
  const id = useId()
  const anchor = `--sq-menu-${id.replaceAll(/\W/g, '')}`
  const button = useRef<HTMLButtonElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const landing = useRef<'first' | 'last'>('first')
  const [open, setOpen] = useState(false)
  const move = useMovement()
  usePlace(open, button, list)

  const close = () => {
    list.current?.hidePopover()
    button.current?.focus()
  }

  /** The focus returns before the act, so that a dialog opened by it knows where to give it back. */
  const choose = (item: MenuItem) => {
    if (item.disabledBecause) return
    close()
    item.onChoose?.()
  }

  const openByArrow = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    landing.current = event.key === 'ArrowUp' ? 'last' : 'first'
    list.current?.showPopover()
  }

  const toggled = ({ newState }: ToggleEvent) => {
    if (newState === 'closed') return setOpen(false)
    const items = itemsOf(list.current)
    items.at(landing.current === 'first' ? 0 : -1)?.focus()
    landing.current = 'first'
  }

  const press = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Tab') return close()
    if (event.key === 'Escape') {
      // Taken here, or a dialog around the menu would be closed along with it.
      event.preventDefault()
      return close()
    }
    move(event)
  }

  return (
    <>
      <Button
        ref={button}
        look={look}
        size={size}
        icon={icon}
        aria-label={icon && label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        popoverTarget={id}
        style={{ anchorName: anchor }}
        onKeyDown={openByArrow}
      >
        {!icon && label}
        {!icon && <span className="sq-menu-mark" aria-hidden="true" />}
      </Button>
      <div
        ref={list}
        id={id}
        popover="auto"
        className="sq-panel sq-menu"
        role="menu"
        aria-label={label}
        tabIndex={-1}
        style={{ positionAnchor: anchor }}
        onBeforeToggle={({ newState }) => newState === 'open' && setOpen(true)}
        onToggle={toggled}
        onKeyDown={press}
      >
        {open && <MenuGroups groups={groups} onChoose={choose} />}
      </div>
    </>
  )
}
