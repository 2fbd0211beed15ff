import { useId, type ReactNode } from 'react'
import { Button } from '../button/button.tsx'
import { adopt } from '../styles/adopt.ts'
import * as texts from '../texts/en.ts'
import { useText } from '../texts/use-text.ts'
import { ToastOutlet } from '../toast/toasts.tsx'
import sheet from './dialog.css'
import { useModal } from './use-modal.ts'

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
  const say = useText()
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
          <Button
            look="quiet"
            size="small"
            icon="close"
            aria-label={say(texts.close)}
            onClick={onClose}
          />
        </div>
      </div>
      <ToastOutlet />
    </dialog>
  )
}
