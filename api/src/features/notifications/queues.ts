/** A queue for each way out, so that a slow carrier keeps waiting who waits for it, and nobody else. */
import type { ChannelName } from '@sonaqor/contract/notification-kinds'
import { z } from 'zod'
import { job } from '../../core/jobs/index.ts'
import type { Scope } from '../../core/scope/index.ts'

export type CarriedChannel = Exclude<ChannelName, 'inbox'>

const DeliveryRef = z.object({ deliveryId: z.uuid() })
const options = { tries: 10, expireSeconds: 120 }

export const deliver = {
  mail: job('notifications.mail', DeliveryRef, options),
  slack: job('notifications.slack', DeliveryRef, options),
  sms: job('notifications.sms', DeliveryRef, options),
}

/** Each attempt is a job of its own: one that is at work would keep the next one out. */
export async function deliverBy(
  scope: Scope,
  channel: CarriedChannel,
  deliveryId: string,
  { attempt = 0, afterSeconds = 0 }: { attempt?: number; afterSeconds?: number } = {},
): Promise<void> {
  const singleton = `${channel} ${deliveryId} ${attempt}`
  await scope.start(deliver[channel], { deliveryId }, { singleton, afterSeconds })
}
