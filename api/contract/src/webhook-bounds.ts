/** What webhooks are bound to, and the names of their states: for screens too, and so without zod. */

export const endpointsMax = 50
export const eventTypesMax = 200
export const endpointHeadersMax = 10
export const filterConditionsMax = 10
export const transformationBytesMax = 20_000
/** Of Standard Webhooks: a body is under 20 kB. */
export const payloadBytesMax = 20_000
/** Of a client certificate: itself and those that lead to its CA. */
export const certificatesMax = 5
export const certificatePemMax = 30_000
export const privateKeyPemMax = 10_000
/** So many days before it ends its owners are told, and once more when it has ended. */
export const certificateNoticeDays = [30, 7, 1] as const
/** Of each kind, where it is told why none verifies: a rotation signs with two. */
export const signaturesLookedAt = 4
/** What is kept of an answer's body. */
export const answerBytesMax = 4096

/** `disabled` is what the house did to an endpoint that fails for days, or that answered 410. */
export const endpointStates = ['active', 'paused', 'disabled'] as const
export type EndpointState = (typeof endpointStates)[number]

/** `app`: what came in by its app, and what belongs to none. `environment`: by whichever app. */
export const endpointReaches = ['app', 'environment'] as const
export type EndpointReach = (typeof endpointReaches)[number]

/** `inbox` is the test inbox of an app: what it is sent is kept there, and nothing is called. */
export const endpointKinds = ['http', 'inbox'] as const
export type EndpointKind = (typeof endpointKinds)[number]

export const signings = ['hmac', 'ed25519'] as const
export type Signing = (typeof signings)[number]

/**
 * `waiting` for its first attempt, `retrying` after one that failed, `delivered` by an answer of 2xx,
 * `failed` after the last attempt, `skipped` because its endpoint was paused or disabled, `cancelled`
 * because its endpoint was deleted, or its transformation left nothing to send.
 */
export const deliveryStates = [
  'waiting',
  'retrying',
  'delivered',
  'failed',
  'skipped',
  'cancelled',
] as const
export type DeliveryState = (typeof deliveryStates)[number]

/** What an attempt came to that was not answered with 2xx; `status` is any other answer. */
export const attemptFaults = [
  'status',
  'redirect',
  'timeout',
  'address-refused',
  'name-not-found',
  'connection-refused',
  'connection-reset',
  'tls',
  'answer-malformed',
  'transformation',
] as const
export type AttemptFault = (typeof attemptFaults)[number]

/** Who had an attempt made: the table of delays, a person, a replay, or a test. */
export const attemptCauses = ['schedule', 'retry', 'replay', 'test'] as const
export type AttemptCause = (typeof attemptCauses)[number]

export const filterOperators = [
  'is',
  'is-not',
  'is-one-of',
  'starts-with',
  'contains',
  'above',
  'below',
  'exists',
  'is-missing',
] as const
export type FilterOperator = (typeof filterOperators)[number]

/** Before each attempt, in seconds; each is up to 20 % shorter or longer. */
export const retryDelaysSeconds = [
  0, 5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400,
] as const

export const attemptTimeoutMs = 15_000
/** How far the time of a signature may be from the receiver's clock. */
export const toleranceSeconds = 300
/** Of one delivery, the newest of its attempts: as many are shown. */
export const attemptsShownMax = 100
/** The longest range of a replay, and of figures. */
export const rangeDaysMax = 90
export const replayPerSecondMax = 200

/** What the test inbox can be told to answer: it takes it, or fails in the ways that the engine tells apart. */
export const inboxAnswers = [200, 400, 410, 429, 500, 503] as const
export type InboxAnswer = (typeof inboxAnswers)[number]
export const inboxDays = 7
export const inboxMessagesMax = 1000
export const inboxWaitSecondsMax = 25
export const nextMessagesMax = 50
/** How many of one principal may wait at once. */
export const inboxWaitsMax = 5

/** Why there was no answer where a message was passed on to. */
export const forwardFaults = ['refused', 'timeout', 'broken'] as const
