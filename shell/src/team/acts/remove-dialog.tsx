import { AskDialog, Field, Input, useText, useToast } from '@sonaqor/ui'
import { useState } from 'react'
import type { ActDialogProps } from './act-dialog.tsx'
import { Effects } from './effects.tsx'
import { calledOf } from '../team-acts.ts'
import * as texts from '../texts/en.ts'
import { useRemove } from '../use-team-writes.ts'

/** Who is removed comes back by a new invitation alone, so that their name is typed. */
export function RemoveDialog({ member, onClose, onGone }: ActDialogProps) {
  const say = useText()
  const toast = useToast()
  const remove = useRemove()
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState(false)
  const name = calledOf(member)
  const isSure = typed.trim() === name
  const onDo = () => {
    setAsked(true)
    if (!isSure) return
    remove.mutate(member, {
      onSuccess: () => {
        onClose()
        onGone()
        toast({
          tone: 'success',
          title: say(texts.wasRemoved, { name }),
          detail: say(texts.sessionsHaveEnded),
        })
      },
    })
  }
  return (
    <AskDialog
      title={say(texts.removeTitle, { name })}
      verb={say(texts.removeMember)}
      isBusy={remove.isPending}
      error={remove.error}
      onDo={onDo}
      onClose={onClose}
    >
      <Effects
        title={say(texts.whatEnds)}
        kind="lost"
        lines={[say(texts.sessionsEnd), say(texts.roleEnds), say(texts.sentInvitesEnd)]}
      />
      <Effects
        title={say(texts.whatStays)}
        kind="kept"
        lines={[say(texts.keysGoOn), say(texts.auditStays), say(texts.inviteAgain)]}
      />
      <Field
        label={say(texts.typeName, { name })}
        error={asked && !isSure ? say(texts.typedWrong) : undefined}
      >
        <Input value={typed} autoComplete="off" spellCheck={false} onChange={setTyped} />
      </Field>
    </AskDialog>
  )
}
