import type { Review, ReviewItem } from '@sonaqor/contract/reviews'
import { useFoothold, useModule, useViewState } from '@sonaqor/module'
import {
  Button,
  Empty,
  FilterBar,
  Loaded,
  LoadMore,
  Refusal,
  selecting,
  Table,
  TableSkeleton,
  useSingleKeys,
  useText,
} from '@sonaqor/ui'
import { useState, type KeyboardEvent } from 'react'
import { columnsIn } from './review-columns.tsx'
import { decisionFilter, kindFilter, readLinesFilter } from './review-filter.ts'
import * as texts from './texts/en.ts'
import { useDecide, useLines, type Decision } from './use-reviews.ts'

export interface ReviewLinesProps {
  readonly review: Review
  /** A dialog lies over it. */
  readonly isCovered: boolean
  readonly onMember: (id: string) => void
}

const nothingFiltered = { kind: '', decision: '' }

/** The lines of a review: kept or marked one by one, several at once, or by a letter on the row. */
export function ReviewLines({ review, isCovered, onMember }: ReviewLinesProps) {
  const say = useText()
  const open = useOpening(onMember)
  const [chosen, choose] = useViewState(nothingFiltered)
  const filter = readLinesFilter(chosen)
  const lines = useLines(review.id, filter)
  const { decide, isDeciding, error } = useDecide(review.id)
  const [selected, select] = useState<ReadonlySet<string>>(new Set())
  const { place, onFocus } = useFoothold<HTMLDivElement>(isCovered)
  const isOpen = review.state === 'open'
  const hasLetters = useSingleKeys() && isOpen
  const rows = lines.data ?? []
  const choice = (some: readonly ReviewItem[], decision: Decision) => {
    decide({ lines: some, decision })
    select(new Set())
  }
  const onRowKey = (line: ReviewItem, event: KeyboardEvent) => {
    const decision = decisionOf(event)
    if (!decision) return
    event.preventDefault()
    choice([line], decision)
  }
  const columns = columnsIn(say, isOpen ? (line, decision) => choice([line], decision) : undefined)
  const chosenLines = rows.filter(({ id }) => selected.has(id))
  const acts = (['keep', 'remove'] as const).map((decision) => (
    <Button
      key={decision}
      size="small"
      busy={isDeciding}
      onClick={() => choice(chosenLines, decision)}
    >
      {say(decision === 'keep' ? texts.keep : texts.markForRemoval)}
    </Button>
  ))

  return (
    <div ref={place} className="sq-review-lines" tabIndex={-1} onFocus={onFocus}>
      <FilterBar
        filters={[
          kindFilter(say, filter, (kind) => choose({ kind })),
          decisionFilter(say, filter, (decision) => choose({ decision })),
        ]}
        onClear={() => choose(nothingFiltered)}
      />
      {hasLetters && rows.length > 0 && (
        <p className="sq-review-letters">{say(texts.lettersDecide)}</p>
      )}
      <Refusal error={error} />
      <Loaded
        of={lines}
        loading={<TableSkeleton columns={columns} rows={5} />}
        empty={<NoLines isFiltered={filter.kind !== '' || filter.decision !== ''} />}
      >
        {(read) => (
          <>
            <Table
              caption={say(texts.linesOfReview)}
              columns={columns}
              rows={read}
              keyOf={({ id }) => id}
              nameOf={({ name, detail }) => name || detail}
              onOpen={open}
              onRowKey={hasLetters ? onRowKey : undefined}
              isFaded={({ gone }) => gone}
              {...(isOpen && { selection: selecting({ keys: selected, onChange: select, acts }) })}
            />
            <LoadMore counted={say(texts.linesShown, { count: read.length })} of={lines} />
          </>
        )}
      </Loaded>
    </div>
  )
}

/** A line leads to whoever or whatever it is about, where that may be seen. */
function useOpening(onMember: (id: string) => void) {
  const { can, navigate } = useModule()
  return ({ kind, targetId, environment }: ReviewItem) => {
    if (kind === 'member') return onMember(targetId)
    if (!can('keys:read')) return
    navigate('keys.list', { key: targetId, ...(environment && { environment }) })
  }
}

const letters: Readonly<Record<string, Decision>> = { k: 'keep', r: 'remove' }

/** What a letter says of the row that has the focus, which keeps it for the next arrow. */
function decisionOf({ key, altKey, ctrlKey, metaKey }: KeyboardEvent): Decision | undefined {
  return altKey || ctrlKey || metaKey ? undefined : letters[key.toLowerCase()]
}

function NoLines({ isFiltered }: { readonly isFiltered: boolean }) {
  const say = useText()
  return isFiltered ? (
    <Empty title={say(texts.noLineMatches)}>{say(texts.widerFilters)}</Empty>
  ) : (
    <Empty title={say(texts.nothingStale)}>{say(texts.nothingStaleDetail)}</Empty>
  )
}
