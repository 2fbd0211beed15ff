import { jobs } from '@sonaqor/contract/jobs'
import { implement } from '../../core/implement/index.ts'
import * as service from './jobs.service.ts'

export const jobRoutes = implement(jobs, {
  list: (scope, { query }) => service.listJobs(scope, query),
  show: (scope, { params }) => service.showJob(scope, params.id),
  cancel: (scope, { params }) => service.cancelJob(scope, params.id),
  resume: (scope, { params }) => service.resumeJob(scope, params.id),
  retry: (scope, { params }) => service.retryJob(scope, params.id),
})
