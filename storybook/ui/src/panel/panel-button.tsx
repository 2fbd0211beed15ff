import {
  useId,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  type ToggleEvent,
} from 'react'
import { Button } from '../button/button.tsx'
import type { IconName } from '../icon/icon.tsx'
import { usePlace } from './place.ts'

export interface PanelButtonProps {
  /** What the panel is called. */
  readonly name: string
  /** The button as it is read; its name is the panel's unless said. */
  readonly label?: string
  readonly icon?: IconName
  /** What is to be seen on the button. */
  readonly shown: ReactNode
  readonly className: string
  /** Drawn while the panel is open. */
  readonly children: (close: () => void) => ReactNode
}

/**
 * A button with a few questions behind it, in a native popover. The focus comes to the first of them,
 * or to the one that holds, and goes back to the button.
 */
export function PanelButton(props: PanelButtonProps) {
  const { name, label = name, icon, shown, className, children } = props
  const id = useId()
  const anchor = `--sq-panel-${id.replaceAll(/\W/g, '')}`
  const button = useRef<HTMLButtonElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  usePlace(open, button, panel)

  const close = () => {
    panel.current?.hidePopover()
    button.current?.focus()
  }
  const toggled = ({ newState }: ToggleEvent) => {
    if (newState === 'closed') return setOpen(false)
    panel.current?.querySelector<HTMLElement>('[tabindex="0"], input')?.focus()
  }
  const openByArrow = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    panel.current?.showPopover()
  }
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    // Taken here, or a dialog around would be closed along with it.
    event.preventDefault()
    close()
  }
  /** The keyboard has gone on; nobody is without a place when the window itself loses the focus. */
  const left = ({ relatedTarget, currentTarget }: FocusEvent) => {
    const isElsewhere = relatedTarget && !currentTarget.contains(relatedTarget)
    if (isElsewhere && relatedTarget !== button.current) panel.current?.hidePopover()
  }

  return (
    <>
      <Button
        ref={button}
        {...(icon && { icon })}
        aria-label={label}
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        popoverTarget={id}
        style={{ anchorName: anchor }}
        onKeyDown={openByArrow}
      >
        {shown}
      </Button>
      {/* A dialog of its own element would be modal or nothing; the keys are heard where they pass. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        ref={panel}
        id={id}
        popover="auto"
        className={`sq-panel ${className}`}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- it opens as a popover, beside its button
        role="dialog"
        aria-label={name}
        style={{ positionAnchor: anchor }}
        onBeforeToggle={({ newState }) => newState === 'open' && setOpen(true)}
        onToggle={toggled}
        onKeyDown={press}
        onBlur={left}
      >
        {/* The button is looked up when something is chosen, not while it is drawn. */}
        {/* oxlint-disable-next-line react/refs */}
        {open && children(close)}
      </div>
    </>
  )
}
