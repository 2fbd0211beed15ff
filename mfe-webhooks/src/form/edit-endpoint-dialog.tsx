import type { Endpoint } from '@sonaqor/contract/webhook-endpoints'
import { useDraft, useModule, useWrite } from '@sonaqor/module'
import { Dialog, useText, useToast } from '@sonaqor/ui'
import { useState } from 'react'
import { nameOf } from '../endpoint/endpoint-name.ts'
import { changeIn, draftOf, originLeft, type HeaderRow } from './endpoint-draft.ts'
import { EndpointForm } from './endpoint-form.tsx'
import * as texts from './texts/en.ts'

export interface EditEndpointDialogProps {
  readonly of: Endpoint
  readonly onClose: () => void
}

/** Changes an endpoint. No secret is in it, so that it needs no frame of ours. */
export function EditEndpointDialog({ of: endpoint, onClose }: EditEndpointDialogProps) {
  const say = useText()
  const show = useToast()
  const { api } = useModule()
  // What was written over an older endpoint is not to undo what others have changed of it since.
  const [initial] = useState(() => ({
    ...draftOf(endpoint),
    revision: String(endpoint.revision),
  }))
  const draft = useDraft('webhooks.edit', endpoint.id, initial)
  const [headers, setHeaders] = useState<readonly HeaderRow[]>(() =>
    endpoint.headerNames.map((name) => ({ name, value: '', isKept: true })),
  )
  const change = changeIn(endpoint, draft.value, headers)
  const isChanged = Object.keys(change).length > 0
  const saving = useWrite({
    areas: ['webhooks'],
    write: () =>
      api.webhooks.updateEndpoint({
        params: { id: endpoint.id },
        body: change,
        ifMatch: Number(draft.value.revision),
      }),
    onSuccess: (after) => {
      draft.drop()
      onClose()
      show({ tone: 'success', title: say(texts.wasChanged, { name: nameOf(after) }) })
    },
  })
  return (
    <Dialog
      title={say(texts.editTitle, { name: nameOf(endpoint) })}
      steadfast={isChanged}
      onClose={onClose}
    >
      <EndpointForm
        draft={draft}
        headers={headers}
        onHeaders={setHeaders}
        headersFor={originLeft(endpoint, draft.value)}
        isNew={false}
        verb={say(texts.save)}
        busy={saving.isPending}
        error={saving.error}
        onSubmit={() => (isChanged ? saving.mutate() : onClose())}
        onCancel={onClose}
      />
    </Dialog>
  )
}
