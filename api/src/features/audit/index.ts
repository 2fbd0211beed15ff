/** The audit log: every sensitive act, in a chain of hashes that the tenant can verify. */
import { feature } from '../../core/feature/index.ts'
import { auditRoutes } from './audit.routes.ts'

export const audit = feature({ name: 'audit', routes: auditRoutes })
