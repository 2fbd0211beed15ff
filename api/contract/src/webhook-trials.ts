/** Trying webhooks out: test events, simulations, and why a signature does not verify. */
import { z } from 'zod'
import { Id, InstantIn } from './values.ts'
import { signaturesLookedAt } from './webhook-bounds.ts'
import { Attempt } from './webhook-deliveries.ts'
import { EndpointFilter, EventTypeName, Transformation } from './webhook-endpoints.ts'

const JsonObject = z.record(z.string(), z.unknown())

export const EventTypeEntry = z
  .object({
    name: z.string(),
    area: z.string().describe('What stands before the dot'),
    summary: z.string(),
    scope: z.string().describe('What it takes to subscribe to it'),
    isOfTenant: z
      .boolean()
      .optional()
      .describe('Of the tenant as a whole: for members alone, and no key or page gets it'),
    schema: JsonObject.describe('JSON Schema of the whole payload'),
    example: JsonObject.describe('A whole payload'),
  })
  .meta({ id: 'WebhookEventType' })
export type EventTypeEntry = z.output<typeof EventTypeEntry>

export const NewTest = z.strictObject({
  eventType: EventTypeName,
  data: JsonObject.optional().describe('In place of the example of the catalogue'),
})
export type NewTest = z.input<typeof NewTest>

/** How a signature is made, step by step, so that whoever verifies can compare. */
export const SignatureSteps = z.object({
  id: z.string(),
  timestamp: z.string(),
  signed: z.string().describe('What is signed: id, time and body, with dots between them'),
  signatures: z.array(
    z.object({
      kind: z.enum(['v1', 'v1a']),
      by: z.enum(['secret', 'old-secret']),
      value: z.string().describe('As it stands in `webhook-signature`'),
    }),
  ),
})

export const SentTest = z
  .object({
    deliveryId: Id,
    payload: z.string(),
    attempt: Attempt,
    signature: SignatureSteps,
  })
  .meta({ id: 'WebhookTest' })
export type SentTest = z.output<typeof SentTest>

export const NewSimulation = z.strictObject({
  transformation: Transformation.nullable().default(null),
  filter: EndpointFilter.default([]),
  eventType: EventTypeName,
  data: JsonObject.optional().describe('In place of the example of the catalogue'),
})
export type NewSimulation = z.input<typeof NewSimulation>

export const Simulation = z
  .object({
    before: JsonObject,
    passes: z.boolean().describe('Whether the filter lets it through'),
    conditions: z
      .array(z.object({ holds: z.boolean(), found: z.unknown() }))
      .describe('Of the filter, in their order'),
    after: JsonObject.nullable().describe('What would be sent; null for nothing'),
    fault: z
      .object({
        message: z.string(),
        line: z.number().int().nullable(),
        column: z.number().int().nullable(),
      })
      .nullable()
      .describe('Why the transformation did not come to an end'),
    tookMs: z
      .number()
      .describe(
        'How long the transformation ran, which is bounded; not how long it waited for its turn',
      ),
  })
  .meta({ id: 'WebhookSimulation' })
export type Simulation = z.output<typeof Simulation>

export const ReceivedRequest = z.strictObject({
  endpointId: Id.describe('Whose secrets it is held against'),
  headers: z
    .record(z.string().max(200), z.string().max(4000))
    .describe(
      `As they came; those of the signature are looked at, and of each kind of signature the first ${signaturesLookedAt}`,
    ),
  body: z.string().max(40_000).describe('As it came, before anything has read it'),
  at: InstantIn.optional().describe('When it came; now, where it is left out'),
})
export type ReceivedRequest = z.input<typeof ReceivedRequest>

/** In the order in which a receiver looks at them. */
export const signatureRules = [
  'headers',
  'timestamp-format',
  'timestamp-tolerance',
  'signature-format',
  'body',
  'signature',
] as const

/** What explains it: what was done to it on the way, how it was signed instead, or what is known of neither. */
export const signatureCauses = [
  'trailing-newline',
  'newlines-converted',
  'byte-order-mark',
  'reformatted',
  'escaped-unicode',
  'entities',
  'charset',
  'body-missing',
  'body-changed',
  'secret-not-decoded',
  'other-endpoint',
  'ended-secret',
  'another-secret',
  'other-kind',
  'id-missing',
  'timestamp-unsigned',
  'id-and-time-swapped',
  'timestamp-in-milliseconds',
  'timestamp-too-old',
  'timestamp-in-future',
  'hex-signature',
  'version-missing',
  'signatures-separated',
] as const

export const SignatureVerdict = z
  .object({
    isValid: z.boolean().describe('No rule is broken, and a secret of the endpoint signed it'),
    rules: z.array(
      z.object({
        rule: z.enum(signatureRules),
        state: z
          .enum(['holds', 'broken', 'not-reached'])
          .describe('`not-reached`: there is nothing to tell it by'),
        detail: z.string(),
      }),
    ),
    cause: z.enum(signatureCauses).nullable().describe('What explains it, where that was found'),
    signedBy: z.enum(['secret', 'old-secret']).nullable(),
    signedSecondsAgo: z
      .number()
      .int()
      .nullable()
      .describe(
        'How long before it came it was signed; below zero where its time is ahead of that, and null where it says no time',
      ),
    expected: z
      .array(z.string())
      .describe('What `webhook-signature` would say of these bytes; nothing that ed25519 signs'),
    firstDifference: z
      .object({ at: z.number().int(), sent: z.string(), received: z.string() })
      .nullable()
      .describe(
        'Where the body leaves that of the delivery of this id, in bytes, if there is one that you may read',
      ),
  })
  .meta({ id: 'WebhookSignatureVerdict' })
export type SignatureVerdict = z.output<typeof SignatureVerdict>
