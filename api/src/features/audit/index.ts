/** The audit log: every sensitive act, in a chain of hashes that the tenant can verify. */
import { feature, type FeatureMaker } from '../../core/feature/index.ts'
import { auditRoutes } from './audit.routes.ts'
import { httpSink } from './checkpoints/checkpoint-sink.ts'
import { checkpointJobs } from './checkpoints/checkpoints.jobs.ts'
import { serveVerifier } from './verifier/serve-verifier.ts'

export { AuditTally, auditTable, closingOf, countIn, noEntries } from './audit-file.ts'
export { entriesAfter, extentOf, type AuditFilter } from './audit.view.ts'

export const audit: FeatureMaker = ({ config }) =>
  feature({
    name: 'audit',
    routes: auditRoutes,
    jobs: checkpointJobs(config.auditCheckpointUrl ? httpSink(config.auditCheckpointUrl) : null),
    middleware: [serveVerifier()],
  })
