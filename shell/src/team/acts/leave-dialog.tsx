import { useModule } from '@sonaqor/module'
import { AskDialog, Field, Input, useText } from '@sonaqor/ui'
import { useState } from 'react'
import type { ActDialogProps } from './act-dialog.tsx'
import { Effects } from './effects.tsx'
import * as texts from '../texts/en.ts'
import { useLeave } from '../use-team-writes.ts'

/** Whoever goes by themselves types where, so that nobody leaves by a press that was meant for else. */
export function LeaveDialog({ onClose }: ActDialogProps) {
  const say = useText()
  const { principal } = useModule()
  const leave = useLeave()
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState(false)
  const tenant = principal.tenant.name
  const isSure = typed.trim() === tenant
  const onDo = () => {
    setAsked(true)
    if (isSure) leave.mutate(typed.trim(), { onSuccess: onClose })
  }
  return (
    <AskDialog
      title={say(texts.leaveTitle, { tenant })}
      verb={say(texts.leaveTeam)}
      isBusy={leave.isPending}
      error={leave.error}
      onDo={onDo}
      onClose={onClose}
    >
      <Effects
        title={say(texts.whatEnds)}
        kind="lost"
        lines={[say(texts.yourSessionsEnd), say(texts.yourRoleEnds), say(texts.yourInvitesEnd)]}
      />
      <Effects
        title={say(texts.whatStays)}
        kind="kept"
        lines={[say(texts.yourKeysGoOn), say(texts.yourAccountStays)]}
      />
      <Field
        label={say(texts.typeName, { name: tenant })}
        error={asked && !isSure ? say(texts.typedWrong) : undefined}
      >
        <Input value={typed} autoComplete="off" spellCheck={false} onChange={setTyped} />
      </Field>
    </AskDialog>
  )
}
