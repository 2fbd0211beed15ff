/** Taking the log away, in one part that comes when it is asked for. */
export { ExportDialog } from './export-dialog.tsx'
