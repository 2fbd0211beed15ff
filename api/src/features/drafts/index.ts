/** What people write and have not finished, kept for whichever device they go on with. */
import { feature, type FeatureMaker } from '../../core/feature/index.ts'
import { draftJobs } from './drafts.jobs.ts'
import { draftsRoutes } from './drafts.routes.ts'
import { sealedDrafts } from './drafts.store.ts'

export const drafts: FeatureMaker = () =>
  feature({ name: 'drafts', routes: draftsRoutes, jobs: draftJobs, sealed: [sealedDrafts] })
