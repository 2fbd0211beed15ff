/** What people look after for themselves: how they prove who they are. */
import { feature, type FeatureMaker } from '../../core/feature/index.ts'
import { accountRoutes, sessionsRoutes } from './account.routes.ts'

export const account: FeatureMaker = ({ config }) =>
  feature({
    name: 'account',
    routes: [...accountRoutes({ origin: config.publicUrl }), ...sessionsRoutes],
  })
