import type { ReactNode } from 'react'
import { Button, type ButtonProps } from '../button/button.tsx'
import { Form } from '../field/form.tsx'
import { Refusal } from '../states/refusal.tsx'
import * as texts from '../texts/en.ts'
import { useText } from '../texts/use-text.ts'
import { Dialog, type DialogProps } from './dialog.tsx'

export interface FormDialogProps extends Pick<DialogProps, 'title' | 'onClose' | 'leaving'> {
  /** What the answers are given for, as a verb. */
  readonly verb: string
  readonly look?: ButtonProps['look']
  readonly isBusy: boolean
  /** Why the last attempt did not take place, as it was thrown; it is said below the questions. */
  readonly error: unknown
  readonly onSubmit: () => void
  /** The questions. */
  readonly children: ReactNode
}

/** Asks what an act needs to know, and says beside it why it did not take place. */
export function FormDialog(props: FormDialogProps) {
  const { verb, look = 'primary', isBusy, error, onSubmit, children, ...dialog } = props
  const say = useText()
  return (
    <Dialog {...dialog}>
      <Form
        onSubmit={onSubmit}
        actions={
          <>
            <Button onClick={dialog.onClose}>{say(texts.cancel)}</Button>
            <Button look={look} type="submit" busy={isBusy}>
              {verb}
            </Button>
          </>
        }
      >
        {children}
        <Refusal error={error} />
      </Form>
    </Dialog>
  )
}
