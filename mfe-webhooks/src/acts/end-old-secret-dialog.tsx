import type { Endpoint } from '@sonaqor/contract/webhook-endpoints'
import { useModule, useWrite } from '@sonaqor/module'
import { AskDialog, useText, useToast } from '@sonaqor/ui'
import { nameOf } from '../endpoint/endpoint-name.ts'
import * as texts from '../endpoint/texts/en.ts'

export interface EndOldSecretDialogProps {
  readonly of: Endpoint
  readonly onClose: () => void
}

/** A receiver that knows the old secret alone does not believe us any more from then on. */
export function EndOldSecretDialog({ of: endpoint, onClose }: EndOldSecretDialogProps) {
  const say = useText()
  const show = useToast()
  const { api } = useModule()
  const name = nameOf(endpoint)
  const ending = useWrite({
    areas: ['webhooks'],
    write: () =>
      api.webhooks.endOldSecret({ params: { id: endpoint.id }, ifMatch: endpoint.revision }),
    onSuccess: () => {
      onClose()
      show({ tone: 'success', title: say(texts.oldEnded, { name }) })
    },
  })
  return (
    <AskDialog
      title={say(texts.endOldTitle, { name })}
      verb={say(texts.endOldSecret)}
      isBusy={ending.isPending}
      error={ending.error}
      onDo={() => ending.mutate()}
      onClose={onClose}
    >
      <p>{say(texts.endOldMeans)}</p>
    </AskDialog>
  )
}
