import type { Delivery, DeliveryDetail } from '@sonaqor/contract/webhook-deliveries'
import { CopyLink, leadsTo, StepFoot, useModule, type Params, type Steps } from '@sonaqor/module'
import {
  Badge,
  Button,
  Copied,
  Drawer,
  Fact,
  Facts,
  Loaded,
  Moment,
  RelativeTime,
  Skeleton,
  useNow,
  useText,
} from '@sonaqor/ui'
import { inboxPart } from '../list/endpoints-filter.ts'
import * as common from '../texts/en.ts'
import { AttemptCard } from './attempt-card.tsx'
import { DeliveryBadge } from './delivery-badge.tsx'
import { nameOfDelivery } from './deliveries-table.tsx'
import { HeldBack } from './held-back.tsx'
import { SentBody } from './sent-body.tsx'
import * as texts from './texts/en.ts'
import { useDelivery, useRetry } from './use-deliveries.ts'
import { useEndpointName } from './use-endpoint-names.ts'

export interface DeliveryDrawerProps {
  readonly id: string
  /** What the list says of it; a link may lead to one that is not in view. */
  readonly known: Delivery | undefined
  readonly steps: Steps
  readonly onClose: () => void
}

/** One delivery: what was sent, every attempt, and the way to send it again. */
export function DeliveryDrawer({ id, known, steps, onClose }: DeliveryDrawerProps) {
  const say = useText()
  const reading = useDelivery(id)
  const delivery = reading.data ?? known
  return (
    <Drawer
      title={delivery?.eventType ?? say(texts.delivery)}
      aside={
        delivery && (
          <span className="sq-wh-delivery-aside">
            <DeliveryBadge of={delivery.state} />
            {delivery.isTest && <Badge icon="flask">{say(texts.test)}</Badge>}
            <RelativeTime at={delivery.createdAt} />
          </span>
        )
      }
      actions={
        <StepFoot
          steps={steps}
          names={{
            previous: say(texts.previousDelivery),
            next: say(texts.nextDelivery),
            atStart: say(texts.noPrevious),
            atEnd: say(texts.noNext),
          }}
        >
          <CopyLink />
        </StepFoot>
      }
      width="wide"
      onClose={onClose}
    >
      <output className="sq-unseen">{delivery && nameOfDelivery(say, delivery)}</output>
      <Loaded of={reading} loading={<Skeleton rows={8} />}>
        {(detail) => (
          <>
            {detail.isPayloadHeldBack && <HeldBack />}
            <Retry of={detail} />
            <DeliveryFacts of={detail} />
            <Attempts of={detail} />
            <SentBody
              label={say(texts.payload)}
              body={detail.payload}
              isHeldBack={detail.isPayloadHeldBack}
            />
          </>
        )}
      </Loaded>
    </Drawer>
  )
}

interface OfDetail {
  readonly of: DeliveryDetail
}

function Retry({ of: detail }: OfDetail) {
  const say = useText()
  const { can } = useModule()
  const retry = useRetry()
  if (!can('webhooks:write')) return null
  return (
    <div>
      <Button icon="undo" busy={retry.isPending} onClick={() => retry.mutate(detail)}>
        {say(texts.retry)}
      </Button>
    </div>
  )
}

function DeliveryFacts({ of: detail }: OfDetail) {
  const say = useText()
  const host = useModule()
  const { can, navigate } = host
  const { endpointId, requestId, nextAttemptAt, heldBackUntil, settledAt, replayId } = detail
  const now = useNow()
  const { name, isInbox } = useEndpointName(endpointId)
  const place: Params = isInbox
    ? { show: inboxPart, appId: detail.appId }
    : { endpoint: endpointId }
  return (
    <Facts>
      <Fact name={say(texts.eventId)} hint={say(texts.eventIdMeans)}>
        <Copied text={detail.eventId} what={say(texts.eventId)} />
      </Fact>
      <Fact name={say(texts.deliveryId)}>
        <Copied text={detail.id} what={say(texts.deliveryId)} />
      </Fact>
      <Fact name={say(common.endpoint)}>
        <button
          type="button"
          className="sq-wh-way"
          onClick={() => navigate('webhooks.endpoints', place)}
        >
          {name}
        </button>
      </Fact>
      {requestId && (
        <Fact name={say(texts.request)}>
          <Copied text={requestId} what={say(texts.request)} />
          {can('logs:read') && leadsTo(host, 'logs.list') && (
            <div className="sq-wh-way-on">
              <button
                type="button"
                className="sq-wh-way"
                onClick={() => navigate('logs.list', { requestId })}
              >
                {say(texts.showRequest)}
              </button>
            </div>
          )}
        </Fact>
      )}
      <Fact name={say(texts.happened)}>
        <Moment at={detail.happenedAt} />
      </Fact>
      {nextAttemptAt && (
        <Fact name={say(texts.nextAttemptTitle)}>
          {Date.parse(nextAttemptAt) > now ? <Moment at={nextAttemptAt} /> : say(texts.soonInTurn)}
          {heldBackUntil && <p className="sq-wh-note">{say(common.heldBackWhy)}</p>}
        </Fact>
      )}
      {settledAt && (
        <Fact name={say(texts.settled)}>
          <Moment at={settledAt} />
        </Fact>
      )}
      {replayId && (
        <Fact name={say(texts.replay)}>
          <code>{replayId}</code>
        </Fact>
      )}
      {detail.keptUntil && (
        <Fact name={say(texts.keptUntil)}>
          <Moment at={detail.keptUntil} />
        </Fact>
      )}
    </Facts>
  )
}

/** The attempts, the last first, which alone is open; of very many the oldest are not told of. */
function Attempts({ of: { attempts: made, attemptList, state } }: OfDetail) {
  const say = useText()
  const attempts = attemptList.toReversed()
  return (
    <section className="sq-wh-attempts">
      <h3>{say(texts.attemptsMade, { count: made })}</h3>
      {attempts.length === 0 && (
        <p className="sq-wh-note">
          {say(state === 'skipped' ? texts.skippedBecause : texts.noneMade)}
        </p>
      )}
      {attempts.map((attempt, at) => (
        <AttemptCard key={attempt.number} of={attempt} isOpen={at === 0} />
      ))}
      {made > attempts.length && (
        <p className="sq-wh-note">{say(texts.newestShown, { count: attempts.length })}</p>
      )}
    </section>
  )
}
