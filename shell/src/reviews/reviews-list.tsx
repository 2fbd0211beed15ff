import type { Review } from '@sonaqor/contract/reviews'
import {
  adopt,
  Badge,
  Button,
  Empty,
  exactly,
  Loaded,
  LoadMore,
  RelativeTime,
  Section,
  Table,
  TableSkeleton,
  useLocale,
  useText,
  type Column,
} from '@sonaqor/ui'
import type { Say } from '@sonaqor/ui/texts'
import { useState } from 'react'
import sheet from './reviews.css'
import { StartReviewDialog } from './start-review-dialog.tsx'
import * as texts from './texts/en.ts'
import { useReviews } from './use-reviews.ts'

adopt(sheet)

/** Every review there was, and the way to the next one. */
export function ReviewsList({ onOpen }: { readonly onOpen: (id: string) => void }) {
  const say = useText()
  const locale = useLocale()
  const reviews = useReviews()
  const [isStarting, start] = useState(false)
  const startButton = (
    <Button look="primary" icon="plus" onClick={() => start(true)}>
      {say(texts.startReview)}
    </Button>
  )
  const columns = columnsIn(say)
  return (
    <Section
      title={say(texts.accessReviews)}
      purpose={say(texts.reviewsPurpose)}
      actions={startButton}
    >
      <Loaded
        of={reviews}
        loading={<TableSkeleton columns={columns} rows={3} />}
        empty={
          <Empty title={say(texts.noReviews)} action={startButton}>
            {say(texts.noReviewsDetail)}
          </Empty>
        }
      >
        {(rows) => (
          <>
            <Table
              caption={say(texts.accessReviews)}
              columns={columns}
              rows={rows}
              keyOf={({ id }) => id}
              nameOf={({ startedAt }) =>
                say(texts.openReview, { at: exactly(new Date(startedAt), locale) })
              }
              onOpen={({ id }) => onOpen(id)}
            />
            <LoadMore counted={say(texts.reviewsShown, { count: rows.length })} of={reviews} />
          </>
        )}
      </Loaded>
      {isStarting && <StartReviewDialog onStarted={onOpen} onClose={() => start(false)} />}
    </Section>
  )
}

const columnsIn = (say: Say): readonly Column<Review>[] => [
  {
    id: 'started',
    title: say(texts.started),
    bone: 'lines',
    cell: ({ startedAt, startedBy }) => (
      <>
        <RelativeTime at={startedAt} />
        <div className="sq-review-aside">{say(texts.byPerson, { person: startedBy })}</div>
      </>
    ),
  },
  {
    id: 'which',
    title: say(texts.reviewed),
    cell: ({ which }) => say(which === 'stale' ? texts.staleOnly : texts.everything),
  },
  {
    id: 'lines',
    title: say(texts.lines),
    cell: ({ items }) => say(texts.linesCounted, items),
  },
  {
    id: 'state',
    title: say(texts.status),
    bone: 'badge',
    cell: (review) => <ReviewState of={review} />,
  },
]

/** Whether it still waits for somebody, or who has signed it. */
export function ReviewState({ of: { state, signedBy, items } }: { readonly of: Review }) {
  const say = useText()
  if (state === 'open') {
    return (
      <Badge tone="warning" icon="clock">
        {say(texts.reviewOpen, { undecided: items.undecided })}
      </Badge>
    )
  }
  return (
    <>
      <Badge tone="success" icon="check">
        {say(texts.signed)}
      </Badge>
      {signedBy && (
        <div className="sq-review-aside">{say(texts.byPerson, { person: signedBy })}</div>
      )}
    </>
  )
}
