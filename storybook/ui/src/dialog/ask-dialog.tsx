import type { ReactNode } from 'react'
import { Button, type ButtonProps } from '../button/button.tsx'
import { Refusal } from '../states/refusal.tsx'
import * as texts from '../texts/en.ts'
import { useText } from '../texts/use-text.ts'
import { Dialog } from './dialog.tsx'

export interface AskDialogProps {
  readonly title: string
  /** The act, as a verb. */
  readonly verb: string
  /** How the act looks; as something that harms unless named. */
  readonly look?: ButtonProps['look']
  readonly isBusy: boolean
  /** Why the last attempt did not take place, as it was thrown. */
  readonly error: unknown
  /** What holds the act back, by the id of where that is said. */
  readonly heldBackBy?: string | undefined
  readonly onDo: () => void
  readonly onClose: () => void
  /** What exactly will happen. */
  readonly children: ReactNode
}

/** Asks before an act, and says beside it why it did not take place. The mild answer comes first. */
export function AskDialog(props: AskDialogProps) {
  const { title, verb, look = 'danger', isBusy, error, heldBackBy, onDo, onClose, children } = props
  const say = useText()
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say(texts.cancel)}</Button>
          <Button
            look={look}
            busy={isBusy}
            aria-disabled={heldBackBy ? true : undefined}
            aria-describedby={heldBackBy}
            onClick={heldBackBy ? undefined : onDo}
          >
            {verb}
          </Button>
        </>
      }
    >
      {children}
      <Refusal error={error} />
    </Dialog>
  )
}
