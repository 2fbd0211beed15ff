import type { Review } from '@sonaqor/contract/reviews'
import { AskDialog, useText, useToast } from '@sonaqor/ui'
import * as texts from './texts/en.ts'
import { useDiscard } from './use-reviews.ts'

interface DiscardReviewDialogProps {
  readonly review: Review
  readonly onDiscarded: () => void
  readonly onClose: () => void
}

export function DiscardReviewDialog({ review, onDiscarded, onClose }: DiscardReviewDialogProps) {
  const say = useText()
  const toast = useToast()
  const discard = useDiscard()
  const { total, undecided } = review.items
  const onDo = () =>
    discard.mutate(review.id, {
      onSuccess: () => {
        onClose()
        onDiscarded()
        toast({ tone: 'success', title: say(texts.reviewDiscarded) })
      },
    })
  return (
    <AskDialog
      title={say(texts.discardReviewTitle)}
      verb={say(texts.discardReview)}
      isBusy={discard.isPending}
      error={discard.error}
      onDo={onDo}
      onClose={onClose}
    >
      <p>{say(texts.discardReviewDetail, { count: total - undecided })}</p>
    </AskDialog>
  )
}
