import { useId, type ReactNode } from 'react'
import { Button } from '../button/button.tsx'
import { adopt } from '../styles/adopt.ts'
import * as texts from '../texts/en.ts'
import { useText } from '../texts/use-text.ts'
import { ToastOutlet } from '../toast/toasts.tsx'
import sheet from './dialog.css'
import { Question, useLeaving, type Leaving } from './leaving.tsx'
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
  /** What is asked first, while there is something to lose; whoever closes it otherwise is not asked. */
  readonly leaving?: Leaving | undefined
  readonly children: ReactNode
}

/**
 * A native modal dialog: the browser keeps the focus inside, shades the page and gives the focus
 * back. It is open for as long as it is drawn. The cross is the last stop of the keyboard, so that
 * the first question, or the mildest answer, gets the focus.
 */
export function Dialog(props: DialogProps) {
  const { title, onClose, actions, steadfast = false, leaving, children } = props
  const titleId = useId()
  const say = useText()
  const { isAsked, wish, stay } = useLeaving(leaving, onClose)
  const dialog = useModal(wish, steadfast, leaving !== undefined)

  return (
    <dialog ref={dialog} className="sq-dialog" aria-labelledby={titleId}>
      <div className="sq-dialog-body">
        <h2 id={titleId} className="sq-dialog-title">
          {title}
        </h2>
        {leaving && isAsked && <Question {...leaving} onLeave={onClose} onStay={stay} />}
        {children}
        {actions && <footer className="sq-dialog-foot">{actions}</footer>}
        <div className="sq-dialog-cross">
          <Button
            look="quiet"
            size="small"
            icon="close"
            aria-label={say(texts.close)}
            onClick={wish}
          />
        </div>
      </div>
      <ToastOutlet />
    </dialog>
  )
}
