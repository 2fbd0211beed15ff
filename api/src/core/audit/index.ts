export { auditStatements } from './audit.ts'
export { toEntry, type EntryRow } from './entry.ts'
export { verifyAudit, type AuditVerification } from './verify.ts'
