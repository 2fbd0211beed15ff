/** API keys: what authenticates a partner's server to the Partner API. */
import { keyEvents } from '@sonaqor/contract/keys'
import type { Foundation } from '../../core/foundation/index.ts'
import { feature, type FeatureMaker } from '../../core/feature/index.ts'
import { outboundFetch } from '../../core/outbound/index.ts'
import { createFoundKeys } from './leaks/found-keys.service.ts'
import { createGithubKeys, type GithubKeys } from './leaks/github-keys.ts'
import { keyAuthenticator } from './key-authenticator.ts'
import { keyNetworks } from './bounds/key-networks.ts'
import { createTraffic } from '../../core/traffic/index.ts'
import { keysJobs } from './keys.jobs.ts'
import { keysRoutes } from './keys.routes.ts'
import { createLeaks } from './leaks/leaks.service.ts'
import { reminderJobs } from './reminders/reminders.jobs.ts'
import { scopeUses } from './use/scope-uses.ts'
import { oldSecretUsers, secretUses } from './use/secret-uses.ts'

export { keyAuthenticator, lentKey } from './key-authenticator.ts'
export { keyLabels } from './key-labels.view.ts'
export { makeSecret } from './key-format.ts'
export { findKey } from './keys.store.ts'
export { markKeysUsed } from './use/first-uses.ts'

export const keys: FeatureMaker = (foundation) => {
  const traffic = createTraffic('keys', foundation, [
    secretUses,
    oldSecretUsers,
    keyNetworks,
    scopeUses,
  ])
  return feature({
    name: 'keys',
    routes: keysRoutes(createFoundKeys(createLeaks(foundation), githubOf(foundation))),
    events: keyEvents,
    authenticators: [keyAuthenticator],
    jobs: [...keysJobs, ...reminderJobs],
    recorders: [traffic.recorder],
    close: traffic.flush,
  })
}

function githubOf({ config, clock }: Foundation): GithubKeys {
  const { githubKeysUrl: url, allowsLoopback } = config
  return createGithubKeys({ url, outbound: outboundFetch({ allowsLoopback }), clock })
}
