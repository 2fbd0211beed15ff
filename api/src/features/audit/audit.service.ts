/** What a tenant can ask of its audit log. Core writes it, in the transaction of each act. */
export { verifyAudit } from '../../core/audit/index.ts'
export { searchAudit } from './audit.view.ts'
