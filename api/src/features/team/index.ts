/** The team: members and their roles, invitations, access reviews, and how members have to sign in. */
import type { EventType } from '@sonaqor/contract/event'
import { reviewEvents } from '@sonaqor/contract/reviews'
import { securityEvents } from '@sonaqor/contract/security'
import { teamEvents } from '@sonaqor/contract/team'
import { feature, type FeatureMaker } from '../../core/feature/index.ts'
import { teamJobs } from './team.jobs.ts'
import { teamRoutes } from './team.routes.ts'

export { tenantName } from './members.store.ts'

type Events = Readonly<Record<string, EventType>>

/** By their whole names: two areas may call theirs the same. */
const eventsOf = (...areas: readonly Events[]): Events =>
  Object.fromEntries(areas.flatMap((area) => Object.values(area).map((type) => [type.name, type])))

export const team: FeatureMaker = ({ config }) =>
  feature({
    name: 'team',
    routes: teamRoutes(config.limitFactor),
    events: eventsOf(teamEvents, securityEvents, reviewEvents),
    jobs: teamJobs,
  })
