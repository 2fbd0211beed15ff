import { AskDialog, useText, useToast } from '@sonaqor/ui'
import type { ActDialogProps } from './act-dialog.tsx'
import { Effects } from './effects.tsx'
import { calledOf } from '../team-acts.ts'
import * as texts from '../texts/en.ts'
import { useResume, useSuspend } from '../use-team-writes.ts'

/** Keeps somebody out for a while; it can be undone at any time, by whoever may. */
export function SuspendDialog({ member, onClose }: ActDialogProps) {
  const say = useText()
  const toast = useToast()
  const suspend = useSuspend()
  const resume = useResume()
  const name = calledOf(member)
  const onDo = () =>
    suspend.mutate(member, {
      onSuccess: (suspended) => {
        onClose()
        toast({
          tone: 'success',
          title: say(texts.wasSuspended, { name }),
          detail: say(texts.sessionsHaveEnded),
          onUndo: () => resume.mutate(suspended),
        })
      },
    })
  return (
    <AskDialog
      title={say(texts.suspendTitle, { name })}
      verb={say(texts.suspend)}
      isBusy={suspend.isPending}
      error={suspend.error}
      onDo={onDo}
      onClose={onClose}
    >
      <Effects
        title={say(texts.whatEnds)}
        kind="lost"
        lines={[say(texts.sessionsEnd), say(texts.sentInvitesEnd)]}
      />
      <Effects
        title={say(texts.whatStays)}
        kind="kept"
        lines={[say(texts.keysGoOn), say(texts.roleStays), say(texts.resumeAnyTime)]}
      />
    </AskDialog>
  )
}
