/** Webhooks: what happens is brought to the systems of a tenant, at least once each. */
import { webhookEvents } from '@sonaqor/contract/webhooks'
import { feature } from '../../core/feature/index.ts'
import { webhookRoutes } from './webhooks.routes.ts'

export const webhooks = feature({
  name: 'webhooks',
  routes: webhookRoutes(),
  events: webhookEvents,
})
