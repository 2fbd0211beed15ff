/** What is not seen at first, in one part that comes after the page. */
export { ExportDialog } from './export-dialog.tsx'
export { JobDrawer } from './job-drawer.tsx'
