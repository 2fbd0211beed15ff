import type { Review } from '@sonaqor/contract/reviews'
import { FormDialog, RadioGroup, useText } from '@sonaqor/ui'
import { useState } from 'react'
import * as texts from './texts/en.ts'
import { useStart } from './use-reviews.ts'

interface StartReviewDialogProps {
  readonly onStarted: (id: string) => void
  readonly onClose: () => void
}

/** What is reviewed is as it stands at this moment; what comes later is of the next review. */
export function StartReviewDialog({ onStarted, onClose }: StartReviewDialogProps) {
  const say = useText()
  const start = useStart()
  const [which, choose] = useState<Review['which']>('stale')
  const submit = () =>
    start.mutate(which, {
      onSuccess: ({ id }) => {
        onClose()
        onStarted(id)
      },
    })
  return (
    <FormDialog
      title={say(texts.startReviewTitle)}
      onClose={onClose}
      verb={say(texts.startReview)}
      isBusy={start.isPending}
      error={start.error}
      onSubmit={submit}
    >
      <RadioGroup
        label={say(texts.reviewed)}
        hint={say(texts.reviewIsSnapshot)}
        options={[
          { value: 'stale', label: say(texts.staleOnly), hint: say(texts.staleDetail) },
          { value: 'all', label: say(texts.everything), hint: say(texts.everythingDetail) },
        ]}
        value={which}
        onChange={choose}
      />
    </FormDialog>
  )
}
