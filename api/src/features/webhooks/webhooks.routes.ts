import { webhooks } from '@sonaqor/contract/webhooks'
import { implement, type Route } from '../../core/implement/index.ts'
import type { Courier } from '../../core/outbound/index.ts'
import { listEventTypes, showEventType } from './catalogue/catalogue.ts'
import { listDeliveries, retryDelivery, showDelivery } from './deliveries/deliveries.service.ts'
import { showHealth } from './deliveries/health.service.ts'
import { previewReplay, retryFailed, startReplay } from './deliveries/replay/replay.service.ts'
import { removeCertificate, setCertificate } from './endpoints/certificate.service.ts'
import * as endpoints from './endpoints/endpoints.service.ts'
import { endOldSecret, rotateSecret, showSecret } from './endpoints/rotation.service.ts'
import type { TellReceived } from './inbox/tell-received.ts'
import { debugSignature } from './trials/debug/debug.service.ts'
import { simulate } from './trials/simulate.service.ts'
import { sendTest } from './trials/test.service.ts'

/** What lives as long as the process. */
export interface WebhookParts {
  readonly asking: endpoints.Asking
  /** Whether an endpoint may be on this machine. */
  readonly takesLoopback: boolean
  readonly courier: Courier
  readonly tellReceived: TellReceived
}

export const webhookRoutes = ({
  asking,
  takesLoopback,
  courier,
  tellReceived,
}: WebhookParts): Route[] =>
  implement(webhooks, {
    listEndpoints: (scope, { query }) => endpoints.listEndpoints(scope, query),
    showEndpoint: (scope, { params, query }) => endpoints.showEndpoint(scope, params.id, query),
    createEndpoint: (scope, { body }) => endpoints.createEndpoint(scope, body, asking),
    updateEndpoint: (scope, { params, body, seen }) =>
      endpoints.updateEndpoint(scope, params.id, body, seen, asking),
    deleteEndpoint: (scope, { params, seen }) => endpoints.deleteEndpoint(scope, params.id, seen),
    pauseEndpoint: (scope, { params, seen }) => endpoints.pauseEndpoint(scope, params.id, seen),
    resumeEndpoint: (scope, { params, seen }) =>
      endpoints.resumeEndpoint(scope, params.id, seen, asking.askConsent),
    showSecret: (scope, { params }) => showSecret(scope, params.id),
    rotateSecret: (scope, { params, body, seen }) =>
      rotateSecret(scope, params.id, body.overlap, seen),
    endOldSecret: (scope, { params, seen }) => endOldSecret(scope, params.id, seen),
    setCertificate: (scope, { params, body, seen }) => setCertificate(scope, params.id, body, seen),
    removeCertificate: (scope, { params, seen }) => removeCertificate(scope, params.id, seen),
    listEventTypes: async (_, { query }) => ({ ...listEventTypes(query), takesLoopback }),
    showEventType: async (_, { params }) => showEventType(params.name),
    sendTest: (scope, { params, body }) =>
      sendTest(scope, params.id, body, { courier, tellReceived }),
    simulate: (scope, { body }) => simulate(scope, body),
    debugSignature: (scope, { body }) => debugSignature(scope, body),
    listDeliveries: (scope, { query }) => listDeliveries(scope, query),
    showDelivery: (scope, { params }) => showDelivery(scope, params.id),
    retry: (scope, { params }) => retryDelivery(scope, params.id),
    retryFailed: (scope, { params, body }) => retryFailed(scope, params.id, body.since),
    previewReplay: (scope, { body }) => previewReplay(scope, body),
    startReplay: (scope, { body }) => startReplay(scope, body),
    health: (scope, { query }) => showHealth(scope, query),
  })
