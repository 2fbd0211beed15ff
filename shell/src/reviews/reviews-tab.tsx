import { AccessReview } from './access-review.tsx'
import { ReviewsList } from './reviews-list.tsx'

export interface ReviewsTabProps {
  /** The id of the review that is open. */
  readonly review: string | undefined
  readonly onOpen: (id: string | undefined) => void
  readonly onMember: (id: string) => void
}

/** All access reviews, or one of them. */
export function ReviewsTab({ review, onOpen, onMember }: ReviewsTabProps) {
  return review === undefined ? (
    <ReviewsList onOpen={onOpen} />
  ) : (
    <AccessReview key={review} id={review} onBack={() => onOpen(undefined)} onMember={onMember} />
  )
}
