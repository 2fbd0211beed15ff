import type { ReviewItem } from '@sonaqor/contract/reviews'
import { EnvironmentBadge } from '@sonaqor/module'
import { Badge, Button, RelativeTime, useText, type Column } from '@sonaqor/ui'
import type { Say } from '@sonaqor/ui/texts'
import { RoleBadge } from '../team/team-badges.tsx'
import * as texts from './texts/en.ts'
import type { Decision } from './use-reviews.ts'

export type Decide = (line: ReviewItem, decision: Decision) => void

/** The acts stand there while the review is open. */
export function columnsIn(say: Say, onDecide: Decide | undefined): readonly Column<ReviewItem>[] {
  const columns: readonly Column<ReviewItem>[] = [
    {
      id: 'name',
      title: say(texts.memberOrKey),
      bone: 'lines',
      cell: (line) => <Name of={line} />,
    },
    {
      id: 'kind',
      title: say(texts.kind),
      width: '150px',
      bone: 'badge',
      cell: ({ role, environment, suspended }) => (
        <span className="sq-review-badges">
          {role && <RoleBadge of={role} />}
          {suspended && (
            <Badge tone="warning" icon="pause">
              {say(texts.suspended)}
            </Badge>
          )}
          {environment && <EnvironmentBadge of={environment} />}
        </span>
      ),
    },
    {
      id: 'used',
      title: say(texts.lastSeenOrUsed),
      width: '160px',
      bone: 'lines',
      cell: (line) => <LastUsed of={line} />,
    },
    {
      id: 'decision',
      title: say(texts.decision),
      width: '190px',
      bone: 'badge',
      cell: (line) => <DecisionState of={line} />,
    },
  ]
  if (!onDecide) return columns
  return [
    ...columns,
    {
      id: 'acts',
      title: say(texts.actions),
      unseenTitle: true,
      align: 'end',
      width: '170px',
      cell: (line) => <Choice of={line} onDecide={onDecide} />,
    },
  ]
}

function Name({ of: { name, detail, kind, madeBy } }: { readonly of: ReviewItem }) {
  const say = useText()
  return (
    <>
      <div className="sq-review-name">{name || detail}</div>
      <div className="sq-review-aside">
        {kind === 'key' ? <code>{detail}</code> : detail}
        {madeBy && <span> · {say(texts.byPerson, { person: madeBy })}</span>}
      </div>
    </>
  )
}

function LastUsed({ of: { lastUsedAt, since, stale } }: { readonly of: ReviewItem }) {
  const say = useText()
  return (
    <>
      {lastUsedAt ? <RelativeTime at={lastUsedAt} /> : say(texts.neverSince)}
      {!lastUsedAt && (
        <div className="sq-review-aside">
          <RelativeTime at={since} />
        </div>
      )}
      {stale && (
        <div>
          <Badge tone="warning" icon="clock">
            {say(texts.stale)}
          </Badge>
        </div>
      )}
    </>
  )
}

function DecisionState({ of: line }: { readonly of: ReviewItem }) {
  const say = useText()
  const { decision, decidedBy, gone } = line
  return (
    <>
      {decision === null && <Badge icon="more">{say(texts.undecided)}</Badge>}
      {decision === 'keep' && (
        <Badge tone="success" icon="check">
          {say(texts.kept)}
        </Badge>
      )}
      {decision === 'remove' && (
        <Badge tone="danger" icon="close">
          {say(texts.markedForRemoval)}
        </Badge>
      )}
      <div className="sq-review-aside">
        {decidedBy && <span>{say(texts.byPerson, { person: decidedBy })}</span>}
        {gone && <span> · {say(texts.isGone)}</span>}
      </div>
    </>
  )
}

function Choice({ of: line, onDecide }: { readonly of: ReviewItem; readonly onDecide: Decide }) {
  const say = useText()
  const { name, decision } = line
  return (
    <span className="sq-review-choice">
      <Button
        size="small"
        aria-pressed={decision === 'keep'}
        aria-label={say(texts.keepOf, { name })}
        onClick={() => onDecide(line, 'keep')}
      >
        {say(texts.keep)}
      </Button>
      <Button
        size="small"
        aria-pressed={decision === 'remove'}
        aria-label={say(texts.removeOf, { name })}
        onClick={() => onDecide(line, 'remove')}
      >
        {say(texts.remove)}
      </Button>
    </span>
  )
}
