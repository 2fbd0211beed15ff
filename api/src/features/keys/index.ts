/** API keys: what authenticates a partner's server to the Partner API. */
import { keyEvents } from '@sonaqor/contract/keys'
import { feature } from '../../core/feature/index.ts'
import { keyAuthenticator } from './key-authenticator.ts'
import { keysJobs } from './keys.jobs.ts'
import { keysRoutes } from './keys.routes.ts'

export { makeSecret } from './key-format.ts'
export { markUsed as markKeysUsed } from './keys.store.ts'

export const keys = feature({
  name: 'keys',
  routes: keysRoutes,
  events: keyEvents,
  authenticators: [keyAuthenticator],
  jobs: keysJobs,
})
