import { useEffect, useId, useRef, type ReactNode } from 'react'
import { Button } from '../button/button.tsx'
import { useModal } from '../dialog/use-modal.ts'
import { adopt } from '../styles/adopt.ts'
import * as texts from '../texts/en.ts'
import { useText } from '../texts/use-text.ts'
import { ToastOutlet } from '../toast/toasts.tsx'
import sheet from './drawer.css'

adopt(sheet)

export interface DrawerProps {
  readonly title: string
  /** A line below the title: a state, an id, since when. */
  readonly aside?: ReactNode
  /** Asked for by Escape, by the cross and by a press beside the drawer. */
  readonly onClose: () => void
  /** What can be done with the thing, at the foot, in view however deep the content is. */
  readonly actions?: ReactNode
  readonly width?: 'regular' | 'wide'
  /** There is something unsaved: a press beside the drawer does not end it. */
  readonly steadfast?: boolean
  readonly children: ReactNode
}

/**
 * One thing of a list, in depth, while the list stays in view behind it. It comes from where lines
 * end, and fills a phone. The focus comes to its title, so that reading begins at the top; when it
 * is closed, the browser gives the focus back to the row.
 */
export function Drawer(props: DrawerProps) {
  const { title, aside, onClose, actions, width = 'regular', steadfast = false, children } = props
  const titleId = useId()
  const say = useText()
  const dialog = useModal(onClose, steadfast)
  const heading = useRef<HTMLHeadingElement>(null)
  // After the browser has opened the dialog and chosen its first button by itself.
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])

  return (
    <dialog ref={dialog} className="sq-drawer" data-width={width} aria-labelledby={titleId}>
      <div className="sq-drawer-sheet">
        <header className="sq-drawer-head">
          <h2 ref={heading} id={titleId} className="sq-drawer-title" tabIndex={-1}>
            {title}
          </h2>
          <Button
            look="quiet"
            size="small"
            icon="close"
            aria-label={say(texts.close)}
            onClick={onClose}
          />
          {aside && <div className="sq-drawer-aside">{aside}</div>}
        </header>
        {/* Deep content is scrolled by keyboard too, whether or not there is a button in it. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <section className="sq-drawer-body" aria-labelledby={titleId} tabIndex={0}>
          {children}
        </section>
        {actions && <footer className="sq-drawer-foot">{actions}</footer>}
      </div>
      <ToastOutlet />
    </dialog>
  )
}
