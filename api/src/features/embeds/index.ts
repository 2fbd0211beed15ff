/** Embed sessions: the short-lived right of one partner page to show some modules. */
import { embedEvents } from '@sonaqor/contract/embeds'
import { feature } from '../../core/feature/index.ts'
import { embedAuthenticator } from './embed-token.ts'
import { embedsJobs } from './embeds.jobs.ts'
import { embedsRoutes } from './embeds.routes.ts'

export { frameAncestors } from './embeds.store.ts'

export const embeds = feature({
  name: 'embeds',
  routes: embedsRoutes,
  events: embedEvents,
  authenticators: [embedAuthenticator],
  jobs: embedsJobs,
})
