/** Deliveries: one event for one endpoint, with every attempt to bring it there. */
import { z } from 'zod'
import { Environment, Id, Instant, InstantIn, text } from './values.ts'
import {
  attemptCauses,
  attemptFaults,
  attemptsShownMax,
  deliveryStates,
  endpointKinds,
  rangeDaysMax,
  replayPerSecondMax,
} from './webhook-bounds.ts'
import { EventTypeName } from './webhook-endpoints.ts'
import { FiguresFrom, FiguresTo } from './webhook-health.ts'

const count = z.number().int()
const ms = z.number().nullable()

export const Delivery = z
  .object({
    id: Id,
    eventId: Id.describe('What `webhook-id` says, the same with each attempt'),
    eventType: z.string(),
    endpointId: Id,
    environment: Environment,
    appId: Id,
    state: z.enum(deliveryStates),
    isTest: z.boolean(),
    attempts: count,
    lastStatus: count.nullable(),
    lastFault: z.enum(attemptFaults).nullable(),
    lastLatencyMs: ms,
    happenedAt: Instant.describe('When its event happened'),
    createdAt: Instant,
    nextAttemptAt: Instant.nullable().describe(
      'The soonest that it can be; where it is past, as soon as it is its turn',
    ),
    heldBackUntil: Instant.nullable().describe(
      'Until when its endpoint gets nothing, because five deliveries in a row failed, or it asked for time',
    ),
    settledAt: Instant.nullable().describe('When it was delivered, given up, skipped or cancelled'),
    replayId: Id.nullable().describe('Of the job that had it sent again last'),
  })
  .meta({ id: 'WebhookDelivery' })
export type Delivery = z.output<typeof Delivery>

const Headers = z.record(z.string(), z.string())

export const Attempt = z
  .object({
    number: count.describe('From 1'),
    at: Instant,
    cause: z.enum(attemptCauses),
    status: count.nullable().describe('Null where there was no answer'),
    fault: z.enum(attemptFaults).nullable().describe('Null where it was delivered'),
    detail: z.string().nullable().describe('What was wrong, for people'),
    latencyMs: z.number(),
    timing: z
      .object({ dnsMs: ms, connectMs: ms, tlsMs: ms, firstByteMs: ms })
      .describe('Where its time went; null for a part that it did not come to'),
    address: z.string().nullable().describe('Which address of the name was connected to'),
    request: z.object({ url: z.string(), headers: Headers }),
    response: z
      .object({
        headers: Headers,
        body: z.object({
          text: z.string(),
          bytes: count.describe('What was received; 0 where it is held back'),
          cut: z.boolean(),
          isHeldBack: z
            .boolean()
            .describe('Whether its structure alone is shown, for want of `customers:read`'),
        }),
      })
      .nullable(),
  })
  .meta({ id: 'WebhookAttempt' })
export type Attempt = z.output<typeof Attempt>

export const DeliveryDetail = Delivery.extend({
  requestId: z
    .string()
    .nullable()
    .describe('Of the request that its event came of; the logs have it, if a key made it'),
  payload: z
    .string()
    .describe(
      'The bytes that are signed and sent, in UTF-8. Without `customers:read` its structure, no values',
    ),
  keptUntil: Instant.nullable().describe(
    'When it is forgotten, with its attempts and its event, as the plan has it; null while it waits, or stays beyond that for a replay',
  ),
  isPayloadHeldBack: z.boolean().describe('Whether it is the structure alone'),
  attemptList: z
    .array(Attempt)
    .describe(
      `Every attempt, the first first: of more than ${attemptsShownMax} the newest ones; \`attempts\` says how many there were`,
    ),
}).meta({ id: 'WebhookDeliveryDetail' })
export type DeliveryDetail = z.output<typeof DeliveryDetail>

export const DeliveryFilter = z.strictObject({
  endpointId: Id.optional(),
  endpointKind: z
    .enum(endpointKinds)
    .optional()
    .describe('`inbox`: to the test inboxes of apps alone; `http`: to none of them'),
  state: z.enum(deliveryStates).optional(),
  status: z.enum(['2xx', '3xx', '4xx', '5xx', 'none']).optional().describe('Of the last attempt'),
  eventType: EventTypeName.optional(),
  eventId: Id.optional().describe('Of the event, or of the delivery itself'),
  requestId: z.string().max(100).optional().describe('Of the request that the events came of'),
  field: text(200)
    .optional()
    .describe('A place in the payload such as `data.key.id`; with `value`'),
  value: z.string().max(500).optional().describe('What stands at `field`, as text'),
  from: InstantIn.optional(),
  to: InstantIn.optional(),
})
export type DeliveryFilter = z.output<typeof DeliveryFilter>

/** What a replay is made of: deliveries of one endpoint in a range, or events that it has none of. */
export const replayedStates = ['failed', 'skipped', 'delivered', 'missing'] as const

export const NewReplay = z.strictObject({
  endpointId: Id,
  from: InstantIn,
  to: InstantIn.optional().describe('Now, where it is left out'),
  states: z
    .array(z.enum(replayedStates))
    .min(1)
    .default(['failed', 'skipped'])
    .describe(
      `\`missing\` are events that it would get today and that were never meant for it. A range begins ${rangeDaysMax} days ago at most, or as long ago as the plan keeps deliveries`,
    ),
  eventTypes: z.array(EventTypeName).max(200).default([]).describe('All of them where it is empty'),
  perSecond: z
    .number()
    .int()
    .min(1)
    .max(replayPerSecondMax)
    .nullable()
    .default(null)
    .describe('How many are put in its line a second at most'),
})
export type NewReplay = z.input<typeof NewReplay>

export const ReplayPreview = z
  .object({
    endpointId: Id,
    url: z.string(),
    from: Instant,
    to: Instant,
    deliveries: count,
    isAtLeast: z.boolean().describe('Whether there are more, which were not counted'),
    byType: z.array(z.object({ eventType: z.string(), deliveries: count })),
    byState: z.array(z.object({ state: z.enum(replayedStates), deliveries: count })),
    perSecond: count.describe('How fast they are put in its line'),
    seconds: count.describe('How long that takes'),
    sample: z
      .array(Delivery)
      .describe(
        'The oldest of them, five at most; of an event that is missing, the delivery that it would get, with the id of the event',
      ),
  })
  .meta({ id: 'WebhookReplayPreview' })
export type ReplayPreview = z.output<typeof ReplayPreview>

export const RetryFailed = z.strictObject({ since: InstantIn })

const point = { at: Instant, attempts: count, succeeded: count }

/** The endpoints of whoever asks taken together, or one of them. */
export const HealthSeries = z
  .object({
    from: FiguresFrom,
    to: FiguresTo,
    attempts: count,
    succeeded: count,
    success: z.number().nullable(),
    latencyMs: z.object({ p50: z.number(), p95: z.number() }).nullable(),
    backlog: count,
    isBacklogAtLeast: z.boolean(),
    oldestAt: Instant.nullable(),
    endpoints: z.object({ active: count, paused: count, disabled: count }),
    intervalSeconds: count.describe('Of each point: an hour at least, where minutes are not kept'),
    points: z.array(z.object(point)).describe('All of the range, the empty ones too; at most 120'),
  })
  .meta({ id: 'WebhookHealthSeries' })
export type HealthSeries = z.output<typeof HealthSeries>
