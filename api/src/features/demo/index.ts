/** The demo world: the people that the sign-in page offers. `api/seeds` brings it to life. */
import { feature, type FeatureMaker } from '../../core/feature/index.ts'
import { demoRoutes } from './demo.routes.ts'

export { demoTenants, type DemoMember, type DemoTenant } from './demo-tenants.ts'

export const demo: FeatureMaker = ({ config }) =>
  feature({ name: 'demo', routes: demoRoutes(config) })
