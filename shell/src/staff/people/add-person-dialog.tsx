import type { StaffRole } from '@sonaqor/contract/access'
import { faultsOf, Field, FormDialog, Input, useText, useToast } from '@sonaqor/ui'
import { useState } from 'react'
import { RoleField } from './role-field.tsx'
import type { StaffApi } from '../staff-api.ts'
import * as texts from '../texts/en.ts'
import { useAdding } from './use-people.ts'

interface AddPersonDialogProps {
  readonly api: StaffApi
  readonly onClose: () => void
  readonly onDone: () => void
}

/** Adds somebody to the staff, who sets a password by a link that they alone get. */
export function AddPersonDialog({ api, onClose, onDone }: AddPersonDialogProps) {
  const say = useText()
  const toast = useToast()
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<StaffRole>('support')
  const { busy, error, write } = useAdding(api, ({ person, isLinkSent }) => {
    onClose()
    onDone()
    toast({
      tone: 'success',
      title: say(texts.wasAdded, { name: person.name }),
      detail: say(isLinkSent ? texts.wasAddedByLink : texts.wasAddedKnown),
    })
  })
  const faults = faultsOf(error, say)
  return (
    <FormDialog
      title={say(texts.addTitle)}
      onClose={onClose}
      verb={say(texts.add)}
      isBusy={busy}
      error={error}
      onSubmit={() => write({ name, email, role })}
    >
      <Field label={say(texts.name)} error={faults['name']}>
        <Input value={name} maxLength={120} required autoComplete="off" onChange={setName} />
      </Field>
      <Field label={say(texts.email)} hint={say(texts.addEmailHint)} error={faults['email']}>
        <Input type="email" value={email} required autoComplete="off" onChange={setEmail} />
      </Field>
      <RoleField value={role} onChange={setRole} error={faults['role']} />
    </FormDialog>
  )
}
