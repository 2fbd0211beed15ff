/** Single sign-on: people come in by the word of their company's provider, and go when it says so. */
import { ssoEvents } from '@sonaqor/contract/sso'
import { feature, type FeatureMaker } from '../../core/feature/index.ts'
import { outboundFetch } from '../../core/outbound/index.ts'
import { hearProviders } from './back-channel.ts'
import { sealedSecret } from './settings.store.ts'
import { ssoJobs } from './sso.jobs.ts'
import { ssoRoutes } from './sso.routes.ts'
import { dnsLookup } from './txt-lookup.ts'

export { endBesideOf } from './settings.service.ts'

export const sso: FeatureMaker = (foundation) => {
  const { publicUrl, allowsLoopback, dnsServers } = foundation.config
  const outbound = outboundFetch({ allowsLoopback })
  const place = { origin: publicUrl, allowsLoopback }
  return feature({
    name: 'sso',
    routes: ssoRoutes({ place, outbound }),
    events: ssoEvents,
    jobs: ssoJobs({ place, outbound, lookUpTxt: dnsLookup(dnsServers) }),
    sealed: [sealedSecret],
    middleware: [hearProviders(foundation, outbound)],
  })
}
