/** Taking a list away as a file. It is much for what is asked for now and then, and so no part of the package. */
export { ExportDialog, type ExportDialogProps } from './export-dialog.tsx'
export type { Exported, ExportedRows, ExportWords } from './exported.ts'
export { StartedExport } from './started-export.tsx'
