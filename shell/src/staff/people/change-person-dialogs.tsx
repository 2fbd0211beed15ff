import type { StaffPerson } from '@sonaqor/contract/staff'
import { FormDialog, useText, useToast } from '@sonaqor/ui'
import { useState } from 'react'
import { RoleField } from './role-field.tsx'
import type { StaffApi } from '../staff-api.ts'
import * as texts from '../texts/en.ts'
import { useChanging } from './use-people.ts'

interface OfPersonProps {
  readonly api: StaffApi
  readonly person: StaffPerson
  readonly onClose: () => void
  readonly onDone: () => unknown
}

/** Puts somebody into another role; every session of theirs ends. */
export function ChangeRoleDialog({ api, person, onClose, onDone }: OfPersonProps) {
  const say = useText()
  const toast = useToast()
  const [role, setRole] = useState(person.role)
  const { name } = person
  const { busy, error, write } = useChanging(api, person, () => {
    onClose()
    toast({ tone: 'success', title: say(texts.roleChanged, { name }) })
    return onDone()
  })
  return (
    <FormDialog
      title={say(texts.roleTitle, { name })}
      onClose={onClose}
      verb={say(texts.changeRole)}
      isBusy={busy}
      error={error}
      onSubmit={() => (role === person.role ? onClose() : write({ role }))}
    >
      <p>{say(texts.sessionsEnd)}</p>
      <RoleField value={role} onChange={setRole} />
    </FormDialog>
  )
}

/** Ends what somebody may do, or lets them in again. */
export function EndPersonDialog({ api, person, onClose, onDone }: OfPersonProps) {
  const say = useText()
  const toast = useToast()
  const { name } = person
  const isActive = person.state === 'active'
  const { busy, error, write } = useChanging(api, person, () => {
    onClose()
    toast({ tone: 'success', title: say(isActive ? texts.wasEnded : texts.wasLetIn, { name }) })
    return onDone()
  })
  return (
    <FormDialog
      title={say(isActive ? texts.endTitle : texts.letInTitle, { name })}
      onClose={onClose}
      verb={say(isActive ? texts.endVerb : texts.letIn)}
      look={isActive ? 'danger' : 'primary'}
      isBusy={busy}
      error={error}
      onSubmit={() => write({ state: isActive ? 'suspended' : 'active' })}
    >
      <p>{say(isActive ? texts.endDetail : texts.letInDetail)}</p>
    </FormDialog>
  )
}
