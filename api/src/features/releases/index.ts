/** How module teams ship a build, how hosts find it, and where they load it from. */
import { readOwnerUrl } from '../../config.ts'
import { feature, type FeatureMaker } from '../../core/feature/index.ts'
import { makeModuleToken, moduleTeamAuthenticator } from './module-token.ts'
import { releasesRoutes } from './releases.routes.ts'
import { serveModules } from './serve-modules.ts'

export { makeModuleToken } from './module-token.ts'
export { knownViews } from './releases.service.ts'

export const releases: FeatureMaker = (foundation) =>
  feature({
    name: 'releases',
    routes: releasesRoutes,
    authenticators: [moduleTeamAuthenticator],
    middleware: [serveModules(foundation)],
    // Tokens are made as the owner: a running server must not be able to make one.
    commands: { 'module-token': (_, [module = '']) => makeModuleToken(readOwnerUrl(), module) },
  })
