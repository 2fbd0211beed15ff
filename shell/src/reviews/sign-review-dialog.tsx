import type { Review } from '@sonaqor/contract/reviews'
import { useModule } from '@sonaqor/module'
import { AskDialog, useText, useToast } from '@sonaqor/ui'
import { Effects } from '../team/acts/effects.tsx'
import * as texts from './texts/en.ts'
import { useSign } from './use-reviews.ts'

interface SignReviewDialogProps {
  readonly review: Review
  readonly onClose: () => void
}

export function SignReviewDialog({ review, onClose }: SignReviewDialogProps) {
  const say = useText()
  const toast = useToast()
  const { principal } = useModule()
  const sign = useSign()
  const { kept, toRemove } = review.items
  const onDo = () =>
    sign.mutate(review.id, {
      onSuccess: () => {
        onClose()
        toast({
          tone: 'success',
          title: say(texts.reviewSigned),
          detail: say(texts.reviewSignedDetail),
        })
      },
    })
  return (
    <AskDialog
      title={say(texts.signTitle)}
      verb={say(texts.signReview)}
      look="primary"
      isBusy={sign.isPending}
      error={sign.error}
      onDo={onDo}
      onClose={onClose}
    >
      <p>{say(texts.signDetail, { name: principal.name, kept, toRemove })}</p>
      <Effects
        title={say(texts.whatHappens)}
        kind="kept"
        lines={[
          say(texts.signKeepsPdf),
          say(texts.signChangesNoMore),
          say(texts.marksRemoveNothing),
        ]}
      />
    </AskDialog>
  )
}
