import { AskDialog, useText, useToast } from '@sonaqor/ui'
import type { ActDialogProps } from './act-dialog.tsx'
import * as texts from './texts/en.ts'
import { useCancelInvite } from './use-team-writes.ts'

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
    <AskDialog
      title={say(texts.cancelInviteTitle, { email })}
      verb={say(texts.cancelInvite)}
      isBusy={cancel.isPending}
      error={cancel.error}
      onDo={onDo}
      onClose={onClose}
    >
      <p>{say(texts.cancelInviteDetail)}</p>
    </AskDialog>
  )
}
