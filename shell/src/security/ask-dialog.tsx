import { Button, Dialog, Refusal, useText } from '@sonaqor/ui'
import type { ReactNode } from 'react'
import * as texts from './texts/en.ts'

interface AskDialogProps {
  readonly title: string
  /** The act, as a verb. */
  readonly verb: string
  readonly isBusy: boolean
  readonly error: unknown
  readonly onDo: () => void
  readonly onClose: () => void
  /** What exactly will happen. */
  readonly children: ReactNode
}

/** Asks before an act, and says beside it why it did not take place. */
export function AskDialog(props: AskDialogProps) {
  const { title, verb, isBusy, error, onDo, onClose, children } = props
  const say = useText()
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say(texts.cancel)}</Button>
          <Button look="danger" busy={isBusy} onClick={onDo}>
            {verb}
          </Button>
        </>
      }
    >
      <p>{children}</p>
      <Refusal error={error} />
    </Dialog>
  )
}
