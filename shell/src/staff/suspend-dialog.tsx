import {
  Button,
  Dialog,
  faultsOf,
  Field,
  Form,
  Input,
  Refusal,
  useText,
  useToast,
} from '@sonaqor/ui'
import { useState } from 'react'
import { useAct } from '../identity/use-act.ts'
import type { OfTenantProps } from './request-look-dialog.tsx'
import * as texts from './texts/en.ts'

/** Stops a tenant, or lets it work again; either takes a reason, which the tenant reads. */
export function SuspendDialog({ api, tenant, onClose, onDone }: OfTenantProps) {
  const say = useText()
  const toast = useToast()
  const { busy, error, run } = useAct()
  const [reason, setReason] = useState('')
  const [isAsked, setAsked] = useState(false)
  const isSuspended = tenant.suspended !== null
  const missing = isAsked && reason.trim() === '' ? say(texts.reasonMissing) : undefined
  const submit = () => {
    setAsked(true)
    if (reason.trim() === '') return
    run(async () => {
      const given = { params: { id: tenant.id }, body: { reason } }
      await (isSuspended ? api.staff.resumeTenant(given) : api.staff.suspendTenant(given))
      onClose()
      onDone()
      const done = isSuspended ? texts.worksAgain : texts.wasSuspended
      toast({ tone: 'success', title: say(done, { tenant: tenant.name }) })
    })
  }
  const title = isSuspended ? texts.letAgainTitle : texts.suspendTitle
  return (
    <Dialog title={say(title, { tenant: tenant.name })} onClose={onClose}>
      <Form
        onSubmit={submit}
        actions={
          <>
            <Button onClick={onClose}>{say(texts.cancel)}</Button>
            <Button look={isSuspended ? 'primary' : 'danger'} type="submit" busy={busy}>
              {say(isSuspended ? texts.letAgainVerb : texts.suspendVerb)}
            </Button>
          </>
        }
      >
        {!isSuspended && <p>{say(texts.suspendDetail)}</p>}
        <Field
          label={say(texts.reason)}
          hint={say(texts.reasonHint)}
          error={missing ?? faultsOf(error, say)['reason']}
        >
          <Input value={reason} maxLength={300} autoComplete="off" onChange={setReason} />
        </Field>
        <Refusal error={error} />
      </Form>
    </Dialog>
  )
}
