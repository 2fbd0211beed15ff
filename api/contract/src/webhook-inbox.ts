/** The test inbox of a sandbox app: it receives what an endpoint would, and keeps it to be looked at. */
import { z } from 'zod'
import { del, get, patch, post } from './endpoint.ts'
import { Page, pageOf } from './page.ts'
import { Id, Instant, text } from './values.ts'
import {
  forwardFaults,
  inboxAnswers,
  inboxDays,
  inboxMessagesMax,
  inboxWaitSecondsMax,
  inboxWaitsMax,
  nextMessagesMax,
} from './webhook-bounds.ts'
import { EventTypeName } from './webhook-endpoints.ts'

const count = z.number().int()

export const Inbox = z
  .object({
    appId: Id,
    isOpen: z.boolean(),
    because: z
      .enum(['paused', 'failing', 'gone'])
      .nullable()
      .describe(
        'Why it is closed: `paused` by somebody, `gone` because it answered 410, `failing` because it answered nothing else for days; null where it is open, or was never',
      ),
    endpointId: Id.nullable().describe(
      'Under which its deliveries stand, its secret is shown and tests are sent; null before it was opened first',
    ),
    answers: z.literal(inboxAnswers).describe('The status that each attempt is answered with'),
    messages: count.describe('How many it holds'),
    openedAt: Instant.nullable().describe('When it was opened last'),
    areBodiesHeldBack: z
      .boolean()
      .describe(
        'Whether whoever asks is shown of all bodies their structure alone, for want of `customers:read`; what is shown so cannot be passed on, for it does not verify',
      ),
  })
  .meta({ id: 'WebhookInbox' })
export type Inbox = z.output<typeof Inbox>

/** How a message did where `listen` passed it on to. */
export const Forward = z.object({
  at: Instant,
  to: z.string().describe('The address on the machine of whoever listens'),
  status: count.nullable().describe('Null where there was no answer'),
  fault: z.enum(forwardFaults).nullable(),
  latencyMs: z.number(),
})
export type Forward = z.output<typeof Forward>

export const InboxMessage = z
  .object({
    id: Id,
    deliveryId: Id,
    eventId: Id.describe('What `webhook-id` says'),
    eventType: z.string(),
    isTest: z.boolean(),
    attempt: count.describe('Which attempt of its delivery brought it, from 1'),
    receivedAt: Instant,
    answered: count.describe('The status that it was answered with'),
    isValid: z.boolean().describe('Whether its signature verified with the secret of the inbox'),
    forward: Forward.nullable().describe('The last time that it was passed on'),
  })
  .meta({ id: 'WebhookInboxMessage' })
export type InboxMessage = z.output<typeof InboxMessage>

export const InboxMessageDetail = InboxMessage.extend({
  headers: z
    .record(z.string(), z.string())
    .describe(
      'As they were sent; where the body is held back, of those that may tell of it the names',
    ),
  body: z
    .string()
    .describe('The bytes as they were sent. Without `customers:read` their structure, no values'),
  isBodyHeldBack: z.boolean().describe('Whether it is the structure alone'),
}).meta({ id: 'WebhookInboxMessageDetail' })
export type InboxMessageDetail = z.output<typeof InboxMessageDetail>

const OfApp = z.strictObject({ appId: Id.optional().describe('Left out with a key: its own app') })
const OneMessage = z.strictObject({ id: Id })

export const NextMessages = z
  .object({
    data: z.array(InboxMessageDetail).describe('The oldest first'),
    after: z
      .string()
      .nullable()
      .describe('What to ask with next; null where the inbox was never opened'),
  })
  .meta({ id: 'WebhookInboxNext' })
export type NextMessages = z.output<typeof NextMessages>

const NewForward = z.strictObject({
  to: text(300),
  status: count.min(100).max(599).nullable(),
  fault: z.enum(forwardFaults).nullable(),
  latencyMs: z.number().min(0).max(600_000),
})

const seen = { access: 'webhooks:read', embeddable: true } as const
const done = { access: 'webhooks:write', embeddable: true, idempotent: true } as const

export const webhookInbox = {
  show: get('/webhooks/inbox', {
    ...seen,
    summary: 'Show the test inbox of an app',
    query: OfApp,
    reply: Inbox,
    locked: 'no-customer-data',
  }),
  open: post('/webhooks/inbox', {
    ...done,
    summary: 'Open the test inbox of an app',
    description: `For apps of the sandbox. From now on each event that the app hears of, and that whoever opens it may read, is delivered to it, signed like any other, and kept: the last ${inboxMessagesMax} of ${inboxDays} days. One that is open stays as it is.`,
    body: OfApp,
    reply: Inbox,
  }),
  close: post('/webhooks/inbox/close', {
    ...done,
    summary: 'Close the test inbox of an app',
    description:
      'Nothing more is delivered to it; what it holds stays until it is forgotten, and what it still waits for comes when it is opened again.',
    body: OfApp,
    reply: Inbox,
  }),
  update: patch('/webhooks/inbox', {
    ...done,
    summary: 'Choose what the test inbox answers',
    description: 'So that retries, and what an endpoint is disabled for, can be tried out.',
    body: OfApp.extend({ answers: z.literal(inboxAnswers) }),
    reply: Inbox,
  }),
  listMessages: get('/webhooks/inbox/messages', {
    ...seen,
    summary: 'List what the test inbox holds, newest first',
    query: z.strictObject({
      ...OfApp.shape,
      ...Page.shape,
      eventType: EventTypeName.optional(),
    }),
    reply: pageOf(InboxMessage),
  }),
  showMessage: get('/webhooks/inbox/messages/{id}', {
    ...seen,
    summary: 'Show a message of the test inbox',
    params: OneMessage,
    reply: InboxMessageDetail,
    reveals: 'customers:read',
  }),
  next: get('/webhooks/inbox/next', {
    ...seen,
    summary: 'Wait for the next messages of the test inbox',
    description: `Answers as soon as there are some, and with none after \`wait\` seconds. Without \`after\` it says at once where the inbox ends now. At most ${nextMessagesMax} come at once, and at most ${inboxWaitsMax} requests of one caller wait at once. How long it waits is no part of its latency in logs and figures.`,
    query: z.strictObject({
      ...OfApp.shape,
      after: z.string().max(200).optional().describe('As the answer before said'),
      wait: z.coerce.number().int().min(0).max(inboxWaitSecondsMax).default(0),
    }),
    reply: NextMessages,
    reveals: 'customers:read',
  }),
  noteForward: post('/webhooks/inbox/messages/{id}/forward', {
    access: 'webhooks:write',
    summary: 'Note how a message did where it was passed on to',
    params: OneMessage,
    body: NewForward,
    reply: InboxMessage,
  }),
  clear: del('/webhooks/inbox/messages', {
    ...done,
    summary: 'Forget what the test inbox holds',
    query: OfApp,
  }),
}
