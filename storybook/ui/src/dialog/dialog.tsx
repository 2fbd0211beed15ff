import { useEffectEvent, useId, useLayoutEffect, useRef, type ReactNode } from 'react'
import { Button } from '../button/button.tsx'
import { adopt } from '../styles/adopt.ts'
import sheet from './dialog.css'

adopt(sheet)

export interface DialogProps {
  readonly title: string
  /** Asked for by Escape, by the cross and by a press beside the dialog. */
  readonly onClose: () => void
  /** What can be done, at its foot; the deciding one comes last. */
  readonly actions?: ReactNode
  /** An answer is owed: a press beside the dialog does not end it. */
  readonly steadfast?: boolean
  readonly children: ReactNode
}

/**
 * A native modal dialog: the browser keeps the focus inside, shades the page and gives the focus
 * back. It is open for as long as it is drawn. The cross is the last stop of the keyboard, so that
 * the first question, or the mildest answer, gets the focus.
 */
export function Dialog({ title, onClose, actions, steadfast = false, children }: DialogProps) {
  const titleId = useId()
  const dialog = useModal(onClose, steadfast)

  return (
    <dialog ref={dialog} className="sq-dialog" aria-labelledby={titleId}>
      <div className="sq-dialog-body">
        <h2 id={titleId} className="sq-dialog-title">
          {title}
        </h2>
        {children}
        {actions && <footer className="sq-dialog-foot">{actions}</footer>}
        <div className="sq-dialog-cross">
          <Button look="quiet" size="small" icon="close" aria-label="Close" onClick={onClose} />
        </div>
      </div>
    </dialog>
  )
}

/** Opens the element as a modal while it is drawn, and reports each wish to close it. */
function useModal(onClose: () => void, steadfast: boolean) {
  const dialog = useRef<HTMLDialogElement>(null)
  const wish = useEffectEvent((event: Event) => {
    const element = dialog.current
    if (event.type === 'mousedown' && (steadfast || event.target !== element)) return
    // A browser may close by itself at the second Escape; while it is open, `close` is an echo.
    if (event.type === 'close' && element?.open) return
    if (event.type === 'cancel') event.preventDefault()
    onClose()
  })

  // Before the element leaves the page it has to be closed, or the focus is not given back.
  useLayoutEffect(() => {
    const element = dialog.current
    const listener = (event: Event) => wish(event)
    const wishes = ['cancel', 'close', 'mousedown']
    for (const type of wishes) element?.addEventListener(type, listener)
    element?.showModal()
    return () => {
      for (const type of wishes) element?.removeEventListener(type, listener)
      element?.close()
    }
  }, [])
  return dialog
}
