import { Button, Dialog, Refusal, useText, useToast } from '@sonaqor/ui'
import type { ActDialogProps } from './act-dialog.tsx'
import * as texts from '../texts/en.ts'
import { useCancelInvite } from '../use-team-writes.ts'

/** What is done is called "cancel" here, so the way back is not. */
export function CancelInviteDialog({ member, onClose, onGone }: ActDialogProps) {
  const say = useText()
  const toast = useToast()
  const cancel = useCancelInvite()
  const { email } = member.person
  const onDo = () =>
    cancel.mutate(member, {
      onSuccess: () => {
        onClose()
        onGone()
        toast({ tone: 'success', title: say(texts.inviteCancelled, { email }) })
      },
    })
  return (
    <Dialog
      title={say(texts.cancelInviteTitle, { email })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say(texts.keepInvite)}</Button>
          <Button look="danger" busy={cancel.isPending} onClick={onDo}>
            {say(texts.cancelInvite)}
          </Button>
        </>
      }
    >
      <p>{say(texts.cancelInviteDetail)}</p>
      <Refusal error={cancel.error} />
    </Dialog>
  )
}
