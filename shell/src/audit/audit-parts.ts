/** What is not seen at first, in one part that comes after the page. */
export { RangePicker } from '@sonaqor/ui'
export { ExportDialog } from '../jobs/export-dialog.tsx'
export { AuditDrawer } from './audit-drawer.tsx'
export { VerifyDialog } from './verify-dialog.tsx'
