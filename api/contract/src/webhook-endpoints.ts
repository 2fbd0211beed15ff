/** Endpoints: where the events of an app are delivered to, and how. */
import { z } from 'zod'
import { overlaps } from './key-rotation.ts'
import { Environment, Id, Instant, label, text } from './values.ts'
import { ClientCertificate } from './webhook-certificates.ts'
import {
  endpointHeadersMax,
  endpointKinds,
  endpointReaches,
  endpointStates,
  eventTypesMax,
  filterConditionsMax,
  filterOperators,
  type FilterOperator,
  signings,
  transformationBytesMax,
} from './webhook-bounds.ts'
import { EndpointHealth } from './webhook-health.ts'

/** Whether it may be asked is looked at by the API, and again at each connection. */
export const EndpointUrl = z
  .string()
  .trim()
  .max(2000)
  .refine(isWebAddress, 'must be an address like "https://example.com/webhooks"')

function isWebAddress(value: string): boolean {
  const url = URL.parse(value)
  return url !== null && ['https:', 'http:'].includes(url.protocol) && url.hostname !== ''
}

export const EventTypeName = z
  .string()
  .max(80)
  .regex(/^[a-z]+(?:[A-Z][a-z]+)*\.[a-z]+(?:-[a-z]+)*$/, 'must be a type like "keys.issued"')

const FilterValue = z.union([z.string().max(500), z.number(), z.boolean(), z.null()])

const isText = (value: unknown) => typeof value === 'string' && value !== ''
const isNone = (value: unknown) => value === undefined
const isOne = (value: unknown) => value !== undefined && !Array.isArray(value)
const isNumber = (value: unknown) => typeof value === 'number'

/** Which values an operator can be asked with, and how that is said to whoever asks with another one. */
const fitting: Record<FilterOperator, readonly [(value: unknown) => boolean, string]> = {
  is: [isOne, 'must have one value'],
  'is-not': [isOne, 'must have one value'],
  'is-one-of': [Array.isArray, 'must have a list of values'],
  'starts-with': [isText, 'must have a text as its value'],
  contains: [
    (value) => isText(value) || isNumber(value),
    'must have a text or a number as its value',
  ],
  above: [isNumber, 'must have a number as its value'],
  below: [isNumber, 'must have a number as its value'],
  exists: [isNone, 'must have no value'],
  'is-missing': [isNone, 'must have no value'],
}

/** A place in the payload, `data.amount` or `data.lines.0.sku`, and what has to stand there. */
export const FilterCondition = z
  .strictObject({
    path: text(200)
      .regex(/^[^.]+(?:\.[^.]+)*$/, 'must be names with a dot between them')
      .describe('Names with dots between them, from the top of the payload: `data.state`'),
    operator: z.enum(filterOperators),
    value: z
      .union([FilterValue, z.array(FilterValue).min(1).max(50)])
      .optional()
      .describe('A list for `is-one-of`; none for `exists` and `is-missing`'),
  })
  .check(({ value: condition, issues }) => {
    const [fits, message] = fitting[condition.operator]
    if (fits(condition.value)) return
    issues.push({ code: 'custom', path: ['value'], message, input: condition.value })
  })
export type FilterCondition = z.output<typeof FilterCondition>

export const EndpointFilter = z
  .array(FilterCondition)
  .max(filterConditionsMax)
  .describe('What all has to hold of a payload, or its event is not delivered here')
export type EndpointFilter = z.output<typeof EndpointFilter>

const HeaderName = z
  .string()
  .trim()
  .max(100)
  .regex(/^[!#$%&'*+.^_`|~\dA-Za-z-]+$/, 'must be the name of a header')
const HeaderValue = z
  .string()
  .max(1000)
  .regex(/^[\x20-\x7e]*$/, 'must be visible ASCII in one line')

export const EndpointHeaders = z
  .record(HeaderName, HeaderValue)
  .refine(
    (headers) => Object.keys(headers).length <= endpointHeadersMax,
    `must have at most ${endpointHeadersMax} entries`,
  )
  .meta({ description: 'Sent with each attempt, and never shown again', writeOnly: true })

export const Transformation = z
  .string()
  .max(transformationBytesMax)
  .describe(
    'JavaScript with `function transform(event)`, which gets the payload and returns the one to send, or null for none. It runs in a sandbox without network, clock and randomness, for 100 ms at most',
  )

const EventTypes = z
  .array(EventTypeName)
  .max(eventTypesMax)
  .refine((names) => new Set(names).size === names.length, 'must not name a type twice')
  .describe('Which types are delivered; all of them where it is empty, those that come later too')

const Settings = {
  url: EndpointUrl,
  label: label(120).nullable(),
  eventTypes: EventTypes,
  reach: z
    .enum(endpointReaches)
    .describe(
      '`app`: what came in by its app, and what belongs to no app. `environment`: what came in by any app of the environment, for members alone',
    ),
  filter: EndpointFilter,
  maxPerSecond: z
    .number()
    .int()
    .min(1)
    .max(1000)
    .nullable()
    .describe('How many attempts a second it takes at most; null for as many as it answers'),
  isOrdered: z
    .boolean()
    .describe(
      'Whether its events come one after another, each once the one before is delivered or given up',
    ),
  transformation: Transformation.nullable(),
}

export const NewEndpoint = z.strictObject({
  appId: Id.optional().describe('Left out with a key: its own app'),
  url: Settings.url,
  label: Settings.label.default(null),
  eventTypes: Settings.eventTypes.default([]),
  reach: Settings.reach.default('app'),
  filter: Settings.filter.default([]),
  headers: EndpointHeaders.default({}),
  maxPerSecond: Settings.maxPerSecond.default(null),
  isOrdered: Settings.isOrdered.default(false),
  transformation: Settings.transformation.default(null),
  signing: z.enum(signings).default('hmac'),
  needsConsent: z
    .boolean()
    .default(false)
    .describe(
      'Whether nothing is sent there before it has agreed, now and whenever its address changes: it is asked with `OPTIONS` and `WebHook-Request-Origin`, and agrees with `WebHook-Allowed-Origin`',
    ),
})
export type NewEndpoint = z.input<typeof NewEndpoint>

/** What is left out stays as it is. */
export const EndpointChange = z.strictObject({
  url: Settings.url.optional(),
  label: Settings.label.optional(),
  eventTypes: Settings.eventTypes.optional(),
  reach: Settings.reach.optional(),
  filter: Settings.filter.optional(),
  headers: z
    .record(HeaderName, HeaderValue.nullable())
    .refine(
      (headers) => Object.keys(headers).length <= 2 * endpointHeadersMax,
      `must have at most ${2 * endpointHeadersMax} entries`,
    )
    .optional()
    .meta({
      description:
        'Those that are named are set, or taken away with null; the others stay. A `url` of another origin takes each of them sent again, or taken away: what they say was given for one receiver',
      writeOnly: true,
    }),
  maxPerSecond: Settings.maxPerSecond.optional(),
  isOrdered: Settings.isOrdered.optional(),
  transformation: Settings.transformation.optional(),
})
export type EndpointChange = z.input<typeof EndpointChange>

export const Endpoint = z
  .object({
    id: Id,
    appId: Id,
    environment: Environment,
    kind: z
      .enum(endpointKinds)
      .describe('`inbox`: the test inbox of its app, which `webhookInbox` opens and closes'),
    ...Settings,
    headerNames: z.array(z.string()),
    signing: z.enum(signings),
    publicKey: z.string().nullable().describe('`whpk_…`, where it signs with ed25519'),
    jwksPath: z
      .string()
      .nullable()
      .describe('Where its public keys are, at the origin of the API; where it signs with ed25519'),
    oldSecretEndsAt: Instant.nullable().describe('While a rotation has both secrets sign'),
    secretSince: Instant,
    needsConsent: z.boolean().describe('Whether it is asked before anything is sent to it'),
    consentedAt: Instant.nullable().describe(
      'Since when it agrees; null too where it is not asked',
    ),
    certificate: ClientCertificate.nullable().describe(
      'What we show to its receiver where that asks for a client certificate',
    ),
    state: z.enum(endpointStates),
    because: z
      .enum(['paused', 'unconfirmed', 'failing', 'gone'])
      .nullable()
      .describe(
        '`unconfirmed`: it has not agreed to get events. `failing`: for days. `gone`: it answered 410',
      ),
    since: Instant.describe('How long it is in its state'),
    failingSince: Instant.nullable().describe('Since when no attempt came off'),
    createdAt: Instant,
    revision: z.number().int(),
    health: EndpointHealth,
  })
  .meta({ id: 'WebhookEndpoint' })
export type Endpoint = z.output<typeof Endpoint>

export const EndpointSecret = z
  .object({
    endpointId: Id,
    secret: z
      .string()
      .describe('`whsec_…` to verify with; of an endpoint that signs with ed25519 `whpk_…`'),
    oldSecret: z.string().nullable().describe('While a rotation has both sign'),
    oldSecretEndsAt: Instant.nullable(),
  })
  .meta({ id: 'WebhookSecret' })
export type EndpointSecret = z.output<typeof EndpointSecret>

export const RotatedSecret = EndpointSecret.extend({ revision: Endpoint.shape.revision }).meta({
  id: 'RotatedWebhookSecret',
})
export type RotatedSecret = z.output<typeof RotatedSecret>

export const DeletedEndpoint = z
  .object({ endpointId: Id, deletedAt: Instant, revision: Endpoint.shape.revision })
  .meta({ id: 'DeletedWebhookEndpoint' })
export type DeletedEndpoint = z.output<typeof DeletedEndpoint>

export const CreatedEndpoint = Endpoint.extend({
  secret: EndpointSecret.shape.secret,
}).meta({ id: 'CreatedWebhookEndpoint' })
export type CreatedEndpoint = z.output<typeof CreatedEndpoint>

export const SecretRotation = z.strictObject({
  overlap: z
    .enum(overlaps)
    .describe('How long the old secret signs beside the new one; `now` ends it at once'),
})
export type SecretRotation = z.input<typeof SecretRotation>
