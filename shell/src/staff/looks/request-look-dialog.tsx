import type { StaffTenant } from '@sonaqor/contract/staff'
import { faultsOf, Field, FormDialog, Input, Select, useText, useToast } from '@sonaqor/ui'
import { useState } from 'react'
import type { StaffApi } from '../staff-api.ts'
import * as texts from '../texts/en.ts'
import { useAsking } from '../tenants/use-tenants.ts'

export interface OfTenantProps {
  readonly api: StaffApi
  readonly tenant: StaffTenant
  readonly onClose: () => void
  readonly onDone: () => void
}

const lengths = ['15', '30', '60', '120', '240', '480'] as const

/** Asks a tenant for a look: why, and for how long. What is seen, the tenant decides. */
export function RequestLookDialog({ api, tenant, onClose, onDone }: OfTenantProps) {
  const say = useText()
  const toast = useToast()
  const { busy, error, write } = useAsking(api, tenant, () => {
    onClose()
    onDone()
    toast({
      tone: 'success',
      title: say(texts.asked, { tenant: tenant.name }),
      detail: say(texts.askedDetail),
    })
  })
  const [reason, setReason] = useState('')
  const [ticket, setTicket] = useState('')
  const [minutes, setMinutes] = useState<(typeof lengths)[number]>('60')
  const [isAsked, setAsked] = useState(false)
  const faults = faultsOf(error, say)
  const missing = isAsked && reason.trim() === '' ? say(texts.reasonMissing) : undefined
  const submit = () => {
    setAsked(true)
    if (reason.trim() === '') return
    write({ reason, ticket, minutes: Number(minutes) })
  }
  return (
    <FormDialog
      title={say(texts.askTitle, { tenant: tenant.name })}
      onClose={onClose}
      verb={say(texts.ask)}
      isBusy={busy}
      error={error}
      onSubmit={submit}
    >
      <Field
        label={say(texts.reason)}
        hint={say(texts.reasonHint)}
        error={missing ?? faults['reason']}
      >
        <Input value={reason} maxLength={300} autoComplete="off" onChange={setReason} />
      </Field>
      <Field label={say(texts.ticket)} optional error={faults['ticket']}>
        <Input value={ticket} maxLength={60} autoComplete="off" onChange={setTicket} />
      </Field>
      <Field label={say(texts.minutes)}>
        <Select
          options={lengths.map((value) => ({ value, label: value }))}
          value={minutes}
          onChange={setMinutes}
        />
      </Field>
    </FormDialog>
  )
}
