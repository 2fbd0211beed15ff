/** Webhooks: events, brought to the systems of a tenant, at least once each. */
import { z } from 'zod'
import { del, get, patch, post, put } from './endpoint.ts'
import { event } from './event.ts'
import { Job } from './jobs.ts'
import { InApp, Page, pageOf } from './page.ts'
import { Id, InstantIn, text } from './values.ts'
import { endpointsMax, endpointStates, rangeDaysMax } from './webhook-bounds.ts'
import { NewClientCertificate } from './webhook-certificates.ts'
import {
  Delivery,
  DeliveryDetail,
  DeliveryFilter,
  HealthSeries,
  NewReplay,
  ReplayPreview,
  RetryFailed,
} from './webhook-deliveries.ts'
import {
  CreatedEndpoint,
  DeletedEndpoint,
  Endpoint,
  EndpointChange,
  EndpointSecret,
  EventTypeName,
  NewEndpoint,
  RotatedSecret,
  SecretRotation,
} from './webhook-endpoints.ts'
import {
  EventTypeEntry,
  NewSimulation,
  NewTest,
  ReceivedRequest,
  SentTest,
  SignatureVerdict,
  Simulation,
} from './webhook-trials.ts'

const OneEndpoint = z.strictObject({ id: Id })
const Range = z.strictObject({
  from: InstantIn.optional().describe(
    `Where the figures begin: 24 hours ago, where it is left out, and at most ${rangeDaysMax} days. What is older than two days is counted by whole hours; the answer says which`,
  ),
  to: InstantIn.optional(),
})

const seen = { access: 'webhooks:read', embeddable: true } as const
const done = { access: 'webhooks:write', embeddable: true, idempotent: true } as const

export const webhooks = {
  listEndpoints: get('/webhooks/endpoints', {
    ...seen,
    summary: 'List endpoints, with how they do',
    query: z.strictObject({
      ...InApp.shape,
      ...Page.shape,
      ...Range.shape,
      state: z.enum(endpointStates).optional(),
      q: text(200)
        .optional()
        .describe('What stands in the address or in the label, whatever the case'),
    }),
    reply: pageOf(Endpoint),
  }),
  showEndpoint: get('/webhooks/endpoints/{id}', {
    ...seen,
    summary: 'Show an endpoint',
    params: OneEndpoint,
    query: Range,
    reply: Endpoint,
  }),
  createEndpoint: post('/webhooks/endpoints', {
    ...done,
    summary: 'Create an endpoint',
    description: `What happens from now on is delivered to it. Its secret verifies the signatures. An address in our own network, or in any that is not open, is refused, and is refused again when it is connected to. To subscribe to a type takes its scope. One that needs consent is asked for it at once, and is paused as \`unconfirmed\` until it agrees; what happens meanwhile is skipped, and can be replayed. An app has ${endpointsMax} at most.`,
    body: NewEndpoint,
    reply: CreatedEndpoint,
    status: 201,
    secret: true,
  }),
  updateEndpoint: patch('/webhooks/endpoints/{id}', {
    ...done,
    summary: 'Change an endpoint',
    description: 'Deliveries that wait go out as it is then.',
    params: OneEndpoint,
    body: EndpointChange,
    reply: Endpoint,
    revised: true,
  }),
  deleteEndpoint: del('/webhooks/endpoints/{id}', {
    ...done,
    summary: 'Delete an endpoint',
    description: 'What waits for it is cancelled. Its deliveries stay to be read.',
    params: OneEndpoint,
    reply: DeletedEndpoint,
    revised: true,
  }),
  pauseEndpoint: post('/webhooks/endpoints/{id}/pause', {
    ...done,
    summary: 'Pause an endpoint',
    description:
      'Nothing is sent to it; what happens meanwhile is kept as skipped, and can be replayed.',
    params: OneEndpoint,
    reply: Endpoint,
    revised: true,
  }),
  resumeEndpoint: post('/webhooks/endpoints/{id}/resume', {
    ...done,
    summary: 'Let a paused or disabled endpoint go on',
    description:
      'What was waiting goes out; what was skipped is sent by a replay alone. One that has not agreed to get events is asked again first. One that is active and held back is tried at once.',
    params: OneEndpoint,
    reply: Endpoint,
    revised: true,
  }),
  showSecret: post('/webhooks/endpoints/{id}/secret', {
    access: 'webhooks:write',
    embeddable: true,
    summary: 'Show the secret of an endpoint',
    description: 'It stands in the audit log who was shown it.',
    params: OneEndpoint,
    reply: EndpointSecret,
    secret: true,
    limit: { requests: 20, seconds: 3600, per: 'principal' },
  }),
  rotateSecret: post('/webhooks/endpoints/{id}/rotate-secret', {
    ...done,
    summary: 'Rotate the secret of an endpoint',
    description: 'Until the overlap is over, each attempt is signed with both.',
    params: OneEndpoint,
    body: SecretRotation,
    reply: RotatedSecret,
    secret: true,
    revised: true,
  }),
  endOldSecret: post('/webhooks/endpoints/{id}/end-old-secret', {
    ...done,
    summary: 'End the old secret of an endpoint before its time',
    params: OneEndpoint,
    reply: Endpoint,
    revised: true,
  }),
  setCertificate: put('/webhooks/endpoints/{id}/certificate', {
    ...done,
    summary: 'Set or replace the client certificate of an endpoint',
    description:
      'It is shown from the next connection on to a receiver that asks for one (mutual TLS), in deliveries, in tests, and where its consent is asked for. No answer ever holds the private key.',
    params: OneEndpoint,
    body: NewClientCertificate,
    reply: Endpoint,
    revised: true,
  }),
  removeCertificate: del('/webhooks/endpoints/{id}/certificate', {
    ...done,
    summary: 'Remove the client certificate of an endpoint',
    description: 'Its private key is deleted. A receiver that asks for one is shown none.',
    params: OneEndpoint,
    reply: Endpoint,
    revised: true,
  }),
  listEventTypes: get('/webhooks/event-types', {
    ...seen,
    summary: 'List the types of events, with schema and example',
    query: z.strictObject({ q: z.string().max(100).optional() }),
    reply: z.object({
      data: z.array(EventTypeEntry),
      takesLoopback: z
        .boolean()
        .optional()
        .describe(
          'Whether an endpoint may be on the machine of this Sonaqor, over http too: in its demo alone',
        ),
    }),
    locked: 'no-customer-data',
  }),
  showEventType: get('/webhooks/event-types/{name}', {
    ...seen,
    summary: 'Show a type of events',
    params: z.strictObject({ name: EventTypeName }),
    reply: EventTypeEntry,
    locked: 'no-customer-data',
  }),
  sendTest: post('/webhooks/endpoints/{id}/test', {
    access: 'webhooks:write',
    embeddable: true,
    summary: 'Send a test event, and see what is answered',
    description:
      'One attempt, at once, of the event of the catalogue or of one of your own making. It is signed and sent as any other, stands among the deliveries as a test, and is not tried again.',
    params: OneEndpoint,
    body: NewTest,
    reply: SentTest,
    limit: { requests: 60, seconds: 60, per: 'principal' },
  }),
  simulate: post('/webhooks/simulate', {
    access: 'webhooks:write',
    embeddable: true,
    summary: 'Try a filter and a transformation',
    description: 'Nothing is sent, and nothing is kept.',
    body: NewSimulation,
    reply: Simulation,
    limit: { requests: 120, seconds: 60, per: 'principal' },
  }),
  debugSignature: post('/webhooks/debug-signature', {
    access: 'webhooks:write',
    embeddable: true,
    summary: 'Tell why a signature does not verify',
    description: 'What is sent in is looked at, and not kept.',
    body: ReceivedRequest,
    reply: SignatureVerdict,
    limit: { requests: 60, seconds: 60, per: 'principal' },
  }),
  listDeliveries: get('/webhooks/deliveries', {
    ...seen,
    summary: 'List deliveries, newest first',
    description:
      'Without a time or an id those of the last 30 days. `field` and `value` look into each payload, newest first and not for long: a page may then hold fewer than `limit`, and says in `lookedTo` how far it came.',
    query: z.strictObject({ ...InApp.shape, ...DeliveryFilter.shape, ...Page.shape }),
    reply: pageOf(Delivery).extend({ lookedTo: z.iso.datetime().nullable().optional() }),
  }),
  showDelivery: get('/webhooks/deliveries/{id}', {
    ...seen,
    summary: 'Show a delivery, with every attempt',
    params: OneEndpoint,
    reply: DeliveryDetail,
    reveals: 'customers:read',
  }),
  retry: post('/webhooks/deliveries/{id}/retry', {
    ...done,
    summary: 'Send a delivery again',
    description: 'Next, whatever its state; for an endpoint that is active.',
    params: OneEndpoint,
    reply: Delivery,
    limit: { requests: 120, seconds: 60, per: 'principal' },
  }),
  retryFailed: post('/webhooks/endpoints/{id}/retry-failed', {
    ...done,
    summary: 'Send again what was given up since a time',
    description: 'A job, to be followed with `jobs.show`, and cancelled.',
    params: OneEndpoint,
    body: RetryFailed,
    reply: Job,
    status: 201,
  }),
  previewReplay: post('/webhooks/replays/preview', {
    access: 'webhooks:write',
    embeddable: true,
    summary: 'Tell what a replay would send, to whom and how fast',
    body: NewReplay,
    reply: ReplayPreview,
    limit: { requests: 60, seconds: 60, per: 'principal' },
  }),
  startReplay: post('/webhooks/replays', {
    ...done,
    summary: 'Replay a range',
    description: 'A job, to be followed with `jobs.show`, and cancelled. Each event keeps its id.',
    body: NewReplay,
    reply: Job,
    status: 201,
  }),
  health: get('/webhooks/health', {
    ...seen,
    summary: 'Show how the endpoints do over a range',
    query: z.strictObject({ ...InApp.shape, ...Range.shape, endpointId: Id.optional() }),
    reply: HealthSeries,
    locked: 'no-customer-data',
  }),
}

const EndpointRef = z.object({ endpointId: Id, appId: Id })
const EndpointFacts = Endpoint.omit({ health: true })

export const webhookEvents = {
  created: event('webhooks.created', 'webhooks:read', EndpointRef, EndpointFacts),
  updated: event('webhooks.updated', 'webhooks:read', EndpointRef, EndpointFacts),
  paused: event('webhooks.paused', 'webhooks:read', EndpointRef, EndpointFacts),
  resumed: event('webhooks.resumed', 'webhooks:read', EndpointRef, EndpointFacts),
  disabled: event('webhooks.disabled', 'webhooks:read', EndpointRef, EndpointFacts),
  deleted: event('webhooks.deleted', 'webhooks:read', EndpointRef, EndpointFacts),
  secretRotated: event('webhooks.secret-rotated', 'webhooks:read', EndpointRef, EndpointFacts),
  oldSecretEnded: event('webhooks.old-secret-ended', 'webhooks:read', EndpointRef, EndpointFacts),
  certificateSet: event('webhooks.certificate-set', 'webhooks:read', EndpointRef, EndpointFacts),
  certificateRemoved: event(
    'webhooks.certificate-removed',
    'webhooks:read',
    EndpointRef,
    EndpointFacts,
  ),
  /** At most once a second for each endpoint, while attempts are made. */
  attempted: event('webhooks.attempted', 'webhooks:read', EndpointRef, z.object({})),
  /** At most once a second for each test inbox, while it gets messages or is told how they did. */
  received: event('webhooks.received', 'webhooks:read', EndpointRef, z.object({})),
  inboxChanged: event('webhooks.inbox-changed', 'webhooks:read', EndpointRef, z.object({})),
}
