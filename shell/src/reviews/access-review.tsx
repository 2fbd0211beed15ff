import type { Review } from '@sonaqor/contract/reviews'
import { useModule } from '@sonaqor/module'
import {
  Badge,
  Button,
  Copied,
  exactly,
  Link,
  Loaded,
  Progress,
  Refusal,
  Said,
  Section,
  Skeleton,
  useLocale,
  useText,
} from '@sonaqor/ui'
import { useState } from 'react'
import { DiscardReviewDialog } from './discard-review-dialog.tsx'
import { ReviewLines } from './review-lines.tsx'
import { SignReviewDialog } from './sign-review-dialog.tsx'
import * as texts from './texts/en.ts'
import { saveSignature, useDownload, useReview } from './use-reviews.ts'

export interface AccessReviewProps {
  readonly id: string
  readonly onBack: () => void
  readonly onMember: (id: string) => void
}

/** One review: its lines, how far it is, and its end. */
export function AccessReview({ id, onBack, onMember }: AccessReviewProps) {
  const say = useText()
  const review = useReview(id)
  return (
    <>
      <div className="sq-review-back">
        <Button look="quiet" size="small" onClick={onBack}>
          {say(texts.allReviews)}
        </Button>
      </div>
      <Loaded of={review} loading={<Skeleton rows={6} />}>
        {(read) => <Opened review={read} onBack={onBack} onMember={onMember} />}
      </Loaded>
    </>
  )
}

interface OpenedProps extends Omit<AccessReviewProps, 'id'> {
  readonly review: Review
}

function Opened({ review, onBack, onMember }: OpenedProps) {
  const say = useText()
  const locale = useLocale()
  const [asking, ask] = useState<'sign' | 'discard'>()
  const { startedAt, startedBy, state, items } = review
  const at = exactly(new Date(startedAt), locale)
  const close = () => ask(undefined)
  return (
    <Section
      title={say(texts.reviewOf, { at })}
      purpose={say(review.which === 'stale' ? texts.staleDetail : texts.everythingDetail)}
      actions={
        state === 'open' ? (
          <>
            <Button onClick={() => ask('discard')}>{say(texts.discardEllipsis)}</Button>
            <Button
              look="primary"
              aria-disabled={items.undecided > 0}
              onClick={() => items.undecided === 0 && ask('sign')}
            >
              {say(texts.signEllipsis)}
            </Button>
          </>
        ) : (
          <DownloadButton of={review} />
        )
      }
    >
      <p className="sq-review-aside">{say(texts.startedBy, { person: startedBy })}</p>
      {state === 'open' ? <Standing of={review} /> : <Signed of={review} />}
      <ReviewLines review={review} isCovered={asking !== undefined} onMember={onMember} />
      {asking === 'sign' && <SignReviewDialog review={review} onClose={close} />}
      {asking === 'discard' && (
        <DiscardReviewDialog review={review} onDiscarded={onBack} onClose={close} />
      )}
    </Section>
  )
}

/** How far it is, and what is left to do before it can be signed. */
function Standing({ of: { items } }: { readonly of: Review }) {
  const say = useText()
  const done = items.total - items.undecided
  if (items.total === 0) return null
  return (
    <div className="sq-review-standing">
      <Progress
        label={say(texts.decidedLines)}
        share={done / items.total}
        words={say(texts.decidedOf, { done, total: items.total })}
      />
      <p className="sq-review-aside">
        {items.undecided > 0
          ? say(texts.decideFirst, { count: items.undecided })
          : say(texts.readyToSign)}
      </p>
    </div>
  )
}

function Signed({ of: { signedAt, signedBy, file, items } }: { readonly of: Review }) {
  const say = useText()
  const locale = useLocale()
  const { origin = '' } = useModule()
  if (!signedAt) return null
  const at = exactly(new Date(signedAt), locale)
  return (
    <div className="sq-review-standing">
      <p>
        <Badge tone="success" icon="check">
          {say(texts.signed)}
        </Badge>{' '}
        {say(texts.signedAt, { person: signedBy ?? '', at })}
      </p>
      {items.toRemove > 0 && <p className="sq-review-aside">{say(texts.marksRemoveNothing)}</p>}
      {file && (
        <p className="sq-review-aside">
          <Said
            of={texts.fileHash}
            with={{ hash: <Copied text={file.sha256} what={say(texts.hashToCopy)} /> }}
          />
        </p>
      )}
      {file?.signature && (
        <p className="sq-review-aside">
          <Said
            of={texts.signatureByUs}
            with={{
              guide: (
                <Link href={`${origin}/docs/audit#files`} outside>
                  {say(texts.verifyGuide)}
                </Link>
              ),
            }}
          />
        </p>
      )}
    </div>
  )
}

function DownloadButton({ of: review }: { readonly of: Review }) {
  const say = useText()
  const download = useDownload()
  const { file } = review
  return (
    <div className="sq-review-download">
      <span className="sq-review-files">
        {file?.signature && (
          <Button onClick={() => saveSignature(file)}>{say(texts.downloadSignature)}</Button>
        )}
        <Button
          look="primary"
          icon="download"
          busy={download.isPending}
          onClick={() => download.mutate(review)}
        >
          {say(texts.downloadPdf)}
        </Button>
      </span>
      <Refusal error={download.error} />
    </div>
  )
}
