import type { Inbox } from '@sonaqor/contract/webhook-inbox'
import { AskDialog, useText } from '@sonaqor/ui'
import * as texts from './texts/en.ts'
import { useClearing } from './use-inbox.ts'

export interface ClearDialogProps {
  readonly of: Inbox
  readonly onClose: () => void
}

/** It cannot be undone; what is known of the deliveries stays. */
export function ClearDialog({ of: { appId, messages }, onClose }: ClearDialogProps) {
  const say = useText()
  const clearing = useClearing(appId, onClose)
  return (
    <AskDialog
      title={say(texts.clearTitle)}
      verb={say(texts.clear)}
      isBusy={clearing.isPending}
      error={clearing.error}
      onDo={() => clearing.mutate()}
      onClose={onClose}
    >
      <p>{say(texts.clearMeans, { count: messages })}</p>
    </AskDialog>
  )
}
