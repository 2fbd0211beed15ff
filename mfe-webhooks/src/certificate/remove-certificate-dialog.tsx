import type { Endpoint } from '@sonaqor/contract/webhook-endpoints'
import { useModule, useWrite } from '@sonaqor/module'
import { AskDialog, useText, useToast } from '@sonaqor/ui'
import { nameOf } from '../endpoint/endpoint-name.ts'
import * as texts from './texts/en.ts'

export interface RemoveCertificateDialogProps {
  readonly of: Endpoint
  readonly onClose: () => void
}

/** A receiver that asks for one lets us in no more. */
export function RemoveCertificateDialog({ of: endpoint, onClose }: RemoveCertificateDialogProps) {
  const say = useText()
  const show = useToast()
  const { api } = useModule()
  const name = nameOf(endpoint)
  const removing = useWrite({
    areas: ['webhooks'],
    write: () =>
      api.webhooks.removeCertificate({ params: { id: endpoint.id }, ifMatch: endpoint.revision }),
    onSuccess: () => {
      onClose()
      show({ tone: 'success', title: say(texts.wasRemoved, { name }) })
    },
  })
  return (
    <AskDialog
      title={say(texts.removeTitle, { name })}
      verb={say(texts.remove)}
      isBusy={removing.isPending}
      error={removing.error}
      onDo={() => removing.mutate()}
      onClose={onClose}
    >
      <p>{say(texts.removeMeans)}</p>
    </AskDialog>
  )
}
