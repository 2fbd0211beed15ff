/** Embed sessions: the short-lived right of one partner page to show some modules. */
import { embedEvents } from '@sonaqor/contract/embeds'
import { feature, type Feature } from '../../core/feature/index.ts'
import type { Foundation } from '../../core/foundation/index.ts'
import { embedAuthenticator } from './embed-token.ts'
import { embedsJobs } from './embeds.jobs.ts'
import { embedsRoutes } from './embeds.routes.ts'
import { createSessionUses, sessionRecorder } from './session-uses.ts'

export { pageInSession } from './embed-token.ts'
export { frameAncestors } from './embeds.store.ts'

export function embeds(foundation: Foundation): Feature {
  const { publicUrl } = foundation.config
  const uses = createSessionUses(foundation)
  return feature({
    name: 'embeds',
    routes: embedsRoutes(publicUrl),
    events: embedEvents,
    authenticators: [embedAuthenticator(publicUrl)],
    jobs: embedsJobs,
    recorders: [sessionRecorder(uses)],
    close: uses.flush,
  })
}
