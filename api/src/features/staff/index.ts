/** Sonaqor's own people: outside every tenant, and inside one while it lets them look. */
import { supportAccessEvents } from '@sonaqor/contract/support-access'
import { feature, type FeatureMaker } from '../../core/feature/index.ts'
import { foundStaff } from './found-staff.ts'
import { staffRoutes } from './staff.routes.ts'
import { lookAuthenticator, staffAuthenticator } from './staff-token.ts'

export const staff: FeatureMaker = ({ config }) =>
  feature({
    name: 'staff',
    routes: staffRoutes({ origin: config.publicUrl }, config.limitFactor),
    events: supportAccessEvents,
    authenticators: [staffAuthenticator, lookAuthenticator],
    commands: { 'found-staff': foundStaff },
  })
