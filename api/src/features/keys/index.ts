/** API keys: what authenticates a partner's server to the Partner API. */
import { keyEvents } from '@sonaqor/contract/keys'
import { feature, type FeatureMaker } from '../../core/feature/index.ts'
import { keyAuthenticator } from './key-authenticator.ts'
import { createKeyTraffic } from './key-traffic.ts'
import { keysJobs } from './keys.jobs.ts'
import { keysRoutes } from './keys.routes.ts'
import { oldSecretUsers, secretUses } from './secret-uses.ts'

export { keyAuthenticator } from './key-authenticator.ts'
export { makeSecret } from './key-format.ts'
export { markUsed as markKeysUsed } from './keys.store.ts'

export const keys: FeatureMaker = (foundation) => {
  const traffic = createKeyTraffic(foundation, [secretUses, oldSecretUsers])
  return feature({
    name: 'keys',
    routes: keysRoutes,
    events: keyEvents,
    authenticators: [keyAuthenticator],
    jobs: keysJobs,
    recorders: [traffic.recorder],
    close: traffic.flush,
  })
}
