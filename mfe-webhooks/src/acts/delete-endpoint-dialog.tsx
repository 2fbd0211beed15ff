import type { Endpoint } from '@sonaqor/contract/webhook-endpoints'
import { useModule, useWrite } from '@sonaqor/module'
import { Field, FormDialog, Input, useText, useToast } from '@sonaqor/ui'
import { useState } from 'react'
import { nameOf } from '../endpoint/endpoint-name.ts'
import * as texts from '../endpoint/texts/en.ts'
import { moreThan } from '../list/health-cells.tsx'

export interface DeleteEndpointDialogProps {
  readonly of: Endpoint
  readonly onDeleted: () => void
  readonly onClose: () => void
}

/** It cannot be undone, so that its name is asked for. */
export function DeleteEndpointDialog({
  of: endpoint,
  onDeleted,
  onClose,
}: DeleteEndpointDialogProps) {
  const say = useText()
  const show = useToast()
  const { api } = useModule()
  const [typed, type] = useState('')
  const [isAsked, setAsked] = useState(false)
  const name = nameOf(endpoint)
  const isMeant = typed.trim() === name
  const { backlog: count } = endpoint.health
  const deleting = useWrite({
    areas: ['webhooks'],
    write: () =>
      api.webhooks.deleteEndpoint({ params: { id: endpoint.id }, ifMatch: endpoint.revision }),
    onSuccess: () => {
      onClose()
      onDeleted()
      show({ tone: 'success', title: say(texts.wasDeleted, { name }) })
    },
  })
  const submit = () => {
    setAsked(true)
    if (isMeant) deleting.mutate()
  }
  return (
    <FormDialog
      title={say(texts.deleteTitle, { name })}
      verb={say(texts.deleteEndpoint)}
      look="danger"
      isBusy={deleting.isPending}
      error={deleting.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{say(texts.deleteMeans, { count, more: moreThan(endpoint.health) })}</p>
      <Field
        label={say(texts.typeName, { name })}
        error={isAsked && !isMeant ? say(texts.nameDiffers) : undefined}
      >
        <Input value={typed} autoComplete="off" spellCheck={false} onChange={type} />
      </Field>
    </FormDialog>
  )
}
