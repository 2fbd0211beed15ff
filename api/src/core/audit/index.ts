export { auditStatements } from './audit.ts'
export { verifyAudit, type AuditVerification } from './verify.ts'
