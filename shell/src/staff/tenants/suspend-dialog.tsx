import { faultsOf, Field, FormDialog, Input, useText, useToast } from '@sonaqor/ui'
import { useState } from 'react'
import type { OfTenantProps } from '../looks/request-look-dialog.tsx'
import * as texts from '../texts/en.ts'
import { useSuspending } from './use-tenants.ts'

/** Stops a tenant, or lets it work again; either takes a reason, which the tenant reads. */
export function SuspendDialog({ api, tenant, onClose, onDone }: OfTenantProps) {
  const say = useText()
  const toast = useToast()
  const [reason, setReason] = useState('')
  const [isAsked, setAsked] = useState(false)
  const isSuspended = tenant.suspended !== null
  const { busy, error, write } = useSuspending(api, tenant, () => {
    onClose()
    onDone()
    const done = isSuspended ? texts.worksAgain : texts.wasSuspended
    toast({ tone: 'success', title: say(done, { tenant: tenant.name }) })
  })
  const missing = isAsked && reason.trim() === '' ? say(texts.reasonMissing) : undefined
  const submit = () => {
    setAsked(true)
    if (reason.trim() === '') return
    write(reason)
  }
  const title = isSuspended ? texts.letAgainTitle : texts.suspendTitle
  return (
    <FormDialog
      title={say(title, { tenant: tenant.name })}
      onClose={onClose}
      verb={say(isSuspended ? texts.letAgainVerb : texts.suspendVerb)}
      look={isSuspended ? 'primary' : 'danger'}
      isBusy={busy}
      error={error}
      onSubmit={submit}
    >
      {!isSuspended && <p>{say(texts.suspendDetail)}</p>}
      <Field
        label={say(texts.reason)}
        hint={say(texts.reasonHint)}
        error={missing ?? faultsOf(error, say)['reason']}
      >
        <Input value={reason} maxLength={300} autoComplete="off" onChange={setReason} />
      </Field>
    </FormDialog>
  )
}
