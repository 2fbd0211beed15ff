/** Sonaqor's own people: outside every tenant, and inside one while it lets them look. */
import { supportAccessEvents } from '@sonaqor/contract/support-access'
import type { Config } from '../../config.ts'
import { feature, type FeatureMaker } from '../../core/feature/index.ts'
import { foundStaff } from './found-staff.ts'
import type { Site } from '../factors/index.ts'
import { staffRoutes } from './staff.routes.ts'
import { lookAuthenticator, staffAuthenticator } from './staff-token.ts'

/** A passkey is of the host that it was made on, and browsers show it below that host as well. */
function siteOf({ staffUrl, publicUrl }: Config): Site {
  const { hostname } = new URL(publicUrl)
  const isBelow = new URL(staffUrl).hostname.endsWith(`.${hostname}`)
  return { origin: staffUrl, ...(isBelow ? { host: hostname } : {}) }
}

export const staff: FeatureMaker = ({ config }) =>
  feature({
    name: 'staff',
    routes: staffRoutes(siteOf(config), config.limitFactor),
    events: supportAccessEvents,
    authenticators: [staffAuthenticator, lookAuthenticator],
    commands: { 'found-staff': foundStaff },
  })
