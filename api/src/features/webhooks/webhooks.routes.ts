import { webhooks } from '@sonaqor/contract/webhooks'
import { implement, type Route } from '../../core/implement/index.ts'
import { listDeliveries, retryDelivery, showDelivery } from './deliveries/deliveries.service.ts'
import { showHealth } from './deliveries/health.service.ts'

const later = (): never => {
  throw new Error('not written yet')
}

export const webhookRoutes = (): Route[] =>
  implement(webhooks, {
    listEndpoints: later,
    showEndpoint: later,
    createEndpoint: later,
    updateEndpoint: later,
    deleteEndpoint: later,
    pauseEndpoint: later,
    resumeEndpoint: later,
    showSecret: later,
    rotateSecret: later,
    endOldSecret: later,
    listEventTypes: later,
    showEventType: later,
    sendTest: later,
    simulate: later,
    debugSignature: later,
    listDeliveries: (scope, { query }) => listDeliveries(scope, query),
    showDelivery: (scope, { params }) => showDelivery(scope, params.id),
    retry: (scope, { params }) => retryDelivery(scope, params.id),
    retryFailed: later,
    previewReplay: later,
    startReplay: later,
    health: (scope, { query }) => showHealth(scope, query),
  })
