import type { Role } from '@sonaqor/contract/access'
import { Banner, FormDialog, useText, useToast } from '@sonaqor/ui'
import { useState } from 'react'
import type { ActDialogProps } from './act-dialog.tsx'
import { Effects } from './effects.tsx'
import { differenceOf } from '../rights/levels.ts'
import { RoleChoice } from '../rights/role-choice.tsx'
import { roleWords } from '../rights/role-words.ts'
import { allowedBy } from '../rights/scope-words.ts'
import { calledOf } from '../team-acts.ts'
import * as texts from '../texts/en.ts'
import { useChangeRole } from '../use-team-writes.ts'

/** Tells what is gained and lost by the one table, before anything is done. */
export function ChangeRoleDialog({ member, onClose }: ActDialogProps) {
  const say = useText()
  const toast = useToast()
  const change = useChangeRole()
  const [role, choose] = useState<Role>(member.role)
  const [asked, setAsked] = useState(false)
  const name = calledOf(member)
  const isSame = role === member.role
  const submit = () => {
    setAsked(true)
    if (isSame) return
    change.mutate(
      { of: member, role },
      {
        onSuccess: () => {
          onClose()
          toast({
            tone: 'success',
            title: say(texts.roleChanged, { name, role: say(roleWords[role].title) }),
            detail: say(texts.holdsAtOnce),
          })
        },
      },
    )
  }
  return (
    <FormDialog
      title={say(texts.changeRoleTitle, { name })}
      onClose={onClose}
      verb={say(texts.changeRole)}
      isBusy={change.isPending}
      error={change.error}
      onSubmit={submit}
    >
      <RoleChoice
        value={role}
        error={asked && isSame ? say(texts.sameRole) : undefined}
        onChange={choose}
      />
      {!isSame && <Changes from={member.role} to={role} isYou={member.you} />}
    </FormDialog>
  )
}

interface ChangesProps {
  readonly from: Role
  readonly to: Role
  readonly isYou: boolean
}

function Changes({ from, to, isYou }: ChangesProps) {
  const say = useText()
  const { gained, lost } = differenceOf(from, to)
  return (
    <>
      {isYou && (
        <Banner tone="warning" title={say(texts.yourOwnRole)}>
          {say(texts.yourOwnRoleDetail)}
        </Banner>
      )}
      {to === 'owner' && (
        <Banner tone="warning" title={say(texts.newOwner)}>
          {say(texts.newOwnerDetail)}
        </Banner>
      )}
      <Effects
        title={say(texts.gained)}
        kind="gained"
        lines={gained.map((scope) => allowedBy(scope, say))}
      />
      <Effects
        title={say(texts.lost)}
        kind="lost"
        lines={lost.map((scope) => allowedBy(scope, say))}
      />
      {gained.length + lost.length === 0 && <p>{say(texts.sameScopes)}</p>}
    </>
  )
}
