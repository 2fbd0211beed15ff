import { webhooks } from '@sonaqor/contract/webhooks'
import { implement, type Route } from '../../core/implement/index.ts'

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
    listDeliveries: later,
    showDelivery: later,
    retry: later,
    retryFailed: later,
    previewReplay: later,
    startReplay: later,
    health: later,
  })
