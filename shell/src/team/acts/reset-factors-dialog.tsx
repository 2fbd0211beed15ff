import { AskDialog, Banner, useText, useToast } from '@sonaqor/ui'
import type { ActDialogProps } from './act-dialog.tsx'
import { Effects } from './effects.tsx'
import { calledOf } from '../team-acts.ts'
import * as texts from '../texts/en.ts'
import { useResetFactors } from '../use-team-writes.ts'

/** Whoever asks for it by mail or chat may be somebody else, so that is said before all effects. */
export function ResetFactorsDialog({ member, onClose }: ActDialogProps) {
  const say = useText()
  const toast = useToast()
  const reset = useResetFactors()
  const name = calledOf(member)
  const onDo = () =>
    reset.mutate(member, {
      onSuccess: () => {
        onClose()
        toast({
          tone: 'success',
          title: say(texts.factorsWereReset, { name }),
          detail: say(texts.newFactorNext),
        })
      },
    })
  return (
    <AskDialog
      title={say(texts.resetFactorsTitle, { name })}
      verb={say(texts.resetFactors)}
      isBusy={reset.isPending}
      error={reset.error}
      onDo={onDo}
      onClose={onClose}
    >
      <Banner tone="warning" title={say(texts.makeSureTitle)}>
        {say(texts.makeSure)}
      </Banner>
      <Effects
        title={say(texts.whatEnds)}
        kind="lost"
        lines={[say(texts.factorsEnd), say(texts.sessionsEnd)]}
      />
      <Effects
        title={say(texts.whatStays)}
        kind="kept"
        lines={[say(texts.passwordStays), say(texts.roleStays), say(texts.newFactorFirst)]}
      />
    </AskDialog>
  )
}
