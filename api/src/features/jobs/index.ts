/**
 * Work that takes long, as people see it: what it does now, how far it is, and what can be done about it.
 * A feature describes its work (`Work`), runs it (`workRunner`) and starts it (`startWork`).
 */
import { jobEvents } from '@sonaqor/contract/jobs'
import { feature } from '../../core/feature/index.ts'
import { tidying } from './jobs.jobs.ts'
import { jobRoutes } from './jobs.routes.ts'

export { requireSeen, startWork } from './jobs.service.ts'
export { forgetPlace, type JobRow } from './jobs.store.ts'
export { makerOf } from './jobs.view.ts'
export { workRunner } from './run-work.ts'
export { WorkFailed, type Ended, type Step, type Task, type Work } from './work.ts'

export const jobs = feature({
  name: 'jobs',
  routes: jobRoutes,
  events: jobEvents,
  jobs: tidying,
})
