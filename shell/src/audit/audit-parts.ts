/** What is not seen at first, in one part that comes after the page. */
export { AuditDrawer } from './audit-drawer.tsx'
export { ExportDialog } from './export-dialog.tsx'
export { VerifyDialog } from './verify-dialog.tsx'
