import type { InboxMessage, InboxMessageDetail } from '@sonaqor/contract/webhook-inbox'
import { CopyLink, StepFoot, useModule, type Steps } from '@sonaqor/module'
import {
  Badge,
  Button,
  CodeBlock,
  Copied,
  Drawer,
  Fact,
  Facts,
  Loaded,
  Moment,
  RelativeTime,
  Skeleton,
  useText,
} from '@sonaqor/ui'
import { headerLines } from '../deliveries/header-lines.ts'
import { HeldBack } from '../deliveries/held-back.tsx'
import { SentBody } from '../deliveries/sent-body.tsx'
import * as ofDeliveries from '../deliveries/texts/en.ts'
import * as common from '../texts/en.ts'
import { AnswerBadge, forwardInWords, SignatureBadge } from './message-badges.tsx'
import { nameOfMessage } from './messages-table.tsx'
import { SignatureOf } from './signature-of.tsx'
import * as texts from './texts/en.ts'
import { useMessage } from './use-inbox.ts'

export interface MessageDrawerProps {
  readonly id: string
  /** What the list says of it; a link may lead to one that is not in view. */
  readonly known: InboxMessage | undefined
  readonly endpointId: string
  readonly steps: Steps
  readonly onShowSecret: (() => void) | undefined
  readonly onClose: () => void
}

/** One message as it came, byte by byte, and what is known of it. */
export function MessageDrawer(props: MessageDrawerProps) {
  const { id, known, endpointId, steps, onShowSecret, onClose } = props
  const say = useText()
  const reading = useMessage(id, endpointId)
  const message = reading.data ?? known
  return (
    <Drawer
      title={message?.eventType ?? say(texts.message)}
      aside={
        message && (
          <span className="sq-wh-delivery-aside">
            <AnswerBadge of={message} isInWords />
            <SignatureBadge of={message} isInWords />
            {message.isTest && <Badge icon="flask">{say(ofDeliveries.test)}</Badge>}
            <RelativeTime at={message.receivedAt} />
          </span>
        )
      }
      actions={
        <StepFoot
          steps={steps}
          names={{
            previous: say(texts.previousMessage),
            next: say(texts.nextMessage),
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
      <output className="sq-unseen">{message && nameOfMessage(say, message)}</output>
      <Loaded of={reading} loading={<Skeleton rows={8} />}>
        {(detail) => (
          <>
            {detail.isBodyHeldBack && <HeldBack />}
            <MessageFacts of={detail} onShowSecret={onShowSecret} />
            <SignatureOf key={detail.id} of={detail} endpointId={endpointId} />
            <SentBody
              label={say(texts.body)}
              body={detail.body}
              isHeldBack={detail.isBodyHeldBack}
            />
            <CodeBlock label={say(texts.headers)} code={headerLines(detail.headers)} />
          </>
        )}
      </Loaded>
    </Drawer>
  )
}

interface MessageFactsProps extends Pick<MessageDrawerProps, 'onShowSecret'> {
  readonly of: InboxMessageDetail
}

function MessageFacts({ of: detail, onShowSecret }: MessageFactsProps) {
  const say = useText()
  const { navigate, views } = useModule()
  const { forward } = detail
  const mayFollow = views?.includes('webhooks.deliveries') !== false
  return (
    <Facts>
      <Fact name={say(texts.received)}>
        <Moment at={detail.receivedAt} />
      </Fact>
      <Fact name={say(ofDeliveries.eventId)} hint={say(ofDeliveries.eventIdMeans)}>
        <Copied text={detail.eventId} what={say(ofDeliveries.eventId)} />
      </Fact>
      <Fact name={say(ofDeliveries.delivery)}>
        {say(ofDeliveries.attemptNumber, { number: detail.attempt })}
        {mayFollow && (
          <span className="sq-wh-inbox-way">
            <button
              type="button"
              className="sq-wh-way"
              onClick={() => navigate('webhooks.deliveries', { delivery: detail.deliveryId })}
            >
              {say(texts.showDelivery)}
            </button>
          </span>
        )}
      </Fact>
      <Fact name={say(texts.passedOn)}>
        {forward ? (
          <>
            <code>{forward.to}</code>
            <span className="sq-wh-inbox-way">{forwardInWords(say, forward)}</span>
            <span className="sq-fact-aside">
              <RelativeTime at={forward.at} />
            </span>
          </>
        ) : (
          say(texts.notPassedOn)
        )}
      </Fact>
      {onShowSecret && (
        <Fact name={say(texts.secret)} hint={say(texts.secretMeans)}>
          <Button size="small" onClick={onShowSecret}>
            {say(common.showSecretAsked)}
          </Button>
        </Fact>
      )}
    </Facts>
  )
}
