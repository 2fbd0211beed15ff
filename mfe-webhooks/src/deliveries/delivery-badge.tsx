import type { Attempt, Delivery } from '@sonaqor/contract/webhook-deliveries'
import type { AttemptFault, DeliveryState } from '@sonaqor/contract/webhook-bounds'
import type { Say, Text } from '@sonaqor/module/texts'
import { Badge, useText, type BadgeProps } from '@sonaqor/ui'
import * as texts from './texts/en.ts'

export const deliveryStateTitles: Readonly<Record<DeliveryState, Text>> = {
  waiting: texts.waiting,
  retrying: texts.retrying,
  delivered: texts.delivered,
  failed: texts.failed,
  skipped: texts.skipped,
  cancelled: texts.cancelled,
}

const looks: Readonly<Record<DeliveryState, Pick<BadgeProps, 'tone' | 'icon'>>> = {
  waiting: { tone: 'info', icon: 'clock' },
  retrying: { tone: 'warning', icon: 'undo' },
  delivered: { tone: 'success', icon: 'check' },
  failed: { tone: 'danger', icon: 'block' },
  skipped: { tone: 'neutral', icon: 'redirect' },
  cancelled: { tone: 'neutral', icon: 'close' },
}

/** Where a delivery stands by colour, sign and word together. */
export function DeliveryBadge({ of: state }: { readonly of: DeliveryState }) {
  const say = useText()
  return <Badge {...looks[state]}>{say(deliveryStateTitles[state])}</Badge>
}

export const faultTitles: Readonly<Record<AttemptFault, Text>> = {
  status: texts.faultStatus,
  redirect: texts.faultRedirect,
  timeout: texts.faultTimeout,
  'address-refused': texts.faultAddress,
  'name-not-found': texts.faultName,
  'connection-refused': texts.faultRefused,
  'connection-reset': texts.faultReset,
  tls: texts.faultTls,
  'answer-malformed': texts.faultMalformed,
  transformation: texts.faultTransformation,
}

/** What an attempt came to: the status that was answered, or why there was none. */
export function outcomeOf(
  say: Say,
  { status, fault }: Pick<Attempt, 'status' | 'fault'>,
): string | undefined {
  if (status !== null) {
    return fault === null || fault === 'status'
      ? String(status)
      : say(texts.statusAndFault, { status: String(status), fault: say(faultTitles[fault]) })
  }
  return fault === null ? undefined : say(faultTitles[fault])
}

/** The same of a delivery's last attempt. */
export const lastOutcomeOf = (say: Say, { lastStatus, lastFault }: Delivery) =>
  outcomeOf(say, { status: lastStatus, fault: lastFault })

/** What an attempt came to by colour, sign and word together. */
export function AttemptBadge({ of: attempt }: { readonly of: Pick<Attempt, 'status' | 'fault'> }) {
  const say = useText()
  const isGood = attempt.fault === null
  const outcome = outcomeOf(say, attempt)
  return (
    <Badge tone={isGood ? 'success' : 'danger'} icon={isGood ? 'check' : 'block'}>
      {isGood && outcome ? say(texts.deliveredWith, { outcome }) : (outcome ?? say(texts.failed))}
    </Badge>
  )
}
