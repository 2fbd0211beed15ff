/**
 * Webhooks: what happens is brought to the systems of a tenant, at least once each. The folders stand on
 * one another in one direction: `certificates` and `health` hold what the others stand on, and know of no
 * endpoint and of no delivery. What asks for these too stands with them, such as how an endpoint gets its
 * certificate in `endpoints`, and the series over all endpoints in `deliveries`.
 */
import { webhookEvents } from '@sonaqor/contract/webhooks'
import { feature, type FeatureMaker } from '../../core/feature/index.ts'
import { createResolve } from '../../core/outbound/index.ts'
import { sealedCertificateKeys } from './certificates/certificates.store.ts'
import { certificateJobs } from './endpoints/certificate-notices.jobs.ts'
import { deliveryJobs } from './deliveries/deliveries.jobs.ts'
import { askingConsent, consentCourier } from './endpoints/consent.ts'
import { admitting } from './endpoints/endpoint-url.ts'
import { endpointJobs } from './endpoints/endpoints.jobs.ts'
import { sealedHeaders, sealedSecrets } from './endpoints/sealed.store.ts'
import { serveJwks } from './endpoints/serve-jwks.ts'
import { attemptCourier } from './attempt/attempt.ts'
import { engineJobs } from './engine/engine.jobs.ts'
import { startEngine } from './engine/engine.ts'
import { fanOut } from './engine/fan-out.ts'
import { inboxJobs } from './inbox/inbox.jobs.ts'
import { inboxRoutes } from './inbox/inbox.routes.ts'
import { tellingReceived } from './inbox/tell-received.ts'
import { waitingRoom } from './inbox/waiting.ts'
import { webhookRoutes } from './webhooks.routes.ts'

export {
  countDeliveries,
  deliveriesAfter,
  deliveryTable,
  newestDelivery,
} from './deliveries/delivery-file.view.ts'

export const webhooks: FeatureMaker = (foundation) => {
  const { allowsLoopback, dnsServers, publicUrl } = foundation.config
  const admit = admitting({ allowsLoopback, resolve: createResolve(dnsServers) })
  const courier = attemptCourier({ allowsLoopback, dnsServers })
  const askConsent = askingConsent(consentCourier({ allowsLoopback, dnsServers }), publicUrl)
  const tellReceived = tellingReceived(foundation)
  return feature({
    name: 'webhooks',
    routes: [
      ...webhookRoutes({
        asking: { admit, askConsent },
        takesLoopback: allowsLoopback,
        courier,
        tellReceived,
      }),
      ...inboxRoutes({ tellReceived, waiting: waitingRoom(foundation) }),
    ],
    events: webhookEvents,
    jobs: [
      ...endpointJobs,
      ...certificateJobs,
      ...deliveryJobs(foundation),
      ...engineJobs,
      ...inboxJobs,
    ],
    readers: [fanOut],
    work: () => startEngine(foundation, courier, tellReceived),
    sealed: [sealedSecrets, sealedHeaders, sealedCertificateKeys],
    middleware: [serveJwks(foundation)],
  })
}
